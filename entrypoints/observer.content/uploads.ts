import { FILE_HOOK_EVENT } from '../../utils/domain/file-hook-event';
import { fileKindOf } from '../../utils/domain/file-kind';
import type { UploadObservation } from '../../utils/domain/observation';
import { pictureFacts } from '../../utils/domain/picture-facts';
import { randomId } from '../../utils/domain/random-id';
import { nameSaysScreenshot, sizeSaysScreenshot } from '../../utils/domain/screenshot';
import type { ObserverContext } from './context';
import { attribute, eventTarget, isElement, localName } from './forms/dom';
import { hearInTurn } from './hear-in-turn';
import { lendFiles } from './uploads/file-handover';
import { MAX_FILES, transferredFiles } from './uploads/handed-files';
import { idleDigest } from './uploads/idle-digest';
import { uploadLabel } from './uploads/upload-label';
import { UploadWatch } from './uploads/upload-watch';

/** What the rows of a table are imported from. */
const SPREADSHEET = /\.(xlsx?|csv|et|ods)$/i;
/** A spreadsheet that is handed in as it is: no rows come of it. */
const ATTACHED = /附件|材料|佐证|证明|扫描件/;
/** Enough of a picture's beginning to tell its pixel size. */
const HEAD_BYTES = 128 * 1024;

type Via = UploadObservation['via'];

/**
 * Uploads: a file counts from the moment the person hands it to the page, by a file input (visible
 * or hidden), a folder, a drop or a paste; what becomes of it is told later. Its kind, size, time,
 * whether it is a screenshot and the field's label leave the page; the worker reads the content for
 * a digest, beside the page's own upload and never in its way.
 */
export function startUploads(context: ObserverContext, signal: AbortSignal): void {
  const watch = new UploadWatch(context, signal);
  const files = lendFiles(signal);
  const seen = new WeakSet<File>();
  /** Files that are digested here, one after the other. */
  let digesting = Promise.resolve();
  /** The file input that something was just dropped upon: its own event follows. */
  let droppedUpon: EventTarget | undefined;

  const handOver = (given: readonly File[], via: Via, place: Element | undefined): void => {
    const at = context.now();
    const fresh = given.slice(0, MAX_FILES).filter((file) => !seen.has(file));
    if (fresh.length === 0) return;
    for (const file of fresh) seen.add(file);
    const label = place === undefined ? '' : uploadLabel(place);
    const sheet = fresh.some(({ name }) => SPREADSHEET.test(name));
    if (sheet && !ATTACHED.test(label)) context.spreadsheetAt = at;
    const handed = fresh.map((file) => ({ id: randomId(), file }));
    watch.watch(handed, place instanceof HTMLInputElement ? place : undefined, at);
    for (const { id, file } of handed) {
      const observation: UploadObservation = {
        kind: 'upload',
        id,
        at,
        via,
        fileKind: fileKindOf(file.name, file.type),
        sizeBytes: file.size,
        screenshot: false,
        label,
      };
      void tell(observation, file);
    }
  };

  const tell = async (observation: UploadObservation, file: File): Promise<void> => {
    const screenshot = observation.fileKind === 'image' && (await isScreenshot(file));
    if (signal.aborted) return;
    const told = { ...observation, screenshot };
    const digestHere = async (): Promise<void> => {
      const contentDigest = await idleDigest(file, signal);
      if (contentDigest !== undefined) context.send({ ...told, contentDigest }, 'now');
    };
    const lent = files.lend(
      observation.id,
      file,
      (blobUrl) => context.send({ ...told, blobUrl }, 'now'),
      () => {
        digesting = digesting.then(digestHere);
      },
    );
    // That it was handed over is told now, whenever its turn to be read comes.
    if (!lent) context.send(told, 'now');
  };

  const onInput = (event: Event): void => {
    const input = eventTarget(event);
    if (!isFileInput(input) || !event.isTrusted) return;
    // Before the page's own handler: what it shows now is not its answer.
    if (event.type === 'input') watch.prepare();
    handOver(Array.from(input.files ?? []), droppedUpon === input ? 'drop' : viaOf(input), input);
  };

  const onTransfer = (event: DragEvent | ClipboardEvent): void => {
    const transfer = event instanceof DragEvent ? event.dataTransfer : event.clipboardData;
    if (!event.isTrusted || transfer === null || !transfer.types.includes('Files')) return;
    const via: Via = event.type === 'drop' ? 'drop' : 'paste';
    const [target] = event.composedPath();
    if (via === 'drop' && isFileInput(target)) {
      droppedUpon = target;
      setTimeout(() => {
        droppedUpon = undefined;
      }, 1_000);
      return;
    }
    const place = isElement(target) ? target : undefined;
    watch.prepare();
    const { files: given, later } = transferredFiles(transfer);
    setTimeout(() => {
      // A page that does not take it lets the browser open the file or insert a picture.
      if (!event.defaultPrevented) return;
      handOver(given, via, place);
      void later.then((more) => handOver(more, 'directory', place));
    });
  };

  const onHook = (event: Event): void => {
    const { detail } = event as CustomEvent<unknown>;
    if (!(detail instanceof File)) return;
    watch.prepare();
    handOver([detail], 'script-chooser', undefined);
  };

  for (const { type, target, handed } of context.buffered) {
    const input = target.deref();
    if (handed?.event.defaultPrevented && !isFileInput(input)) {
      handOver(
        handed.files,
        type === 'drop' ? 'drop' : 'paste',
        isElement(input) ? input : undefined,
      );
    } else if ((type === 'input' || type === 'change') && isFileInput(input)) {
      handOver(Array.from(input.files ?? []), viaOf(input), input);
    }
  }
  hearInTurn('input', onInput, signal);
  hearInTurn('change', onInput, signal);
  addEventListener('drop', onTransfer, { capture: true, signal, passive: true });
  addEventListener('paste', onTransfer, { capture: true, signal, passive: true });
  addEventListener(FILE_HOOK_EVENT, onHook, { capture: true, signal, passive: true });
}

function viaOf(input: HTMLInputElement): Via {
  return input.webkitdirectory ? 'directory' : 'chooser';
}

function isFileInput(target: unknown): target is HTMLInputElement {
  return isElement(target) && localName(target) === 'input' && isFileType(target);
}

function isFileType(input: Element): boolean {
  return attribute(input, 'type')?.toLowerCase() === 'file';
}

async function isScreenshot(file: File): Promise<boolean> {
  if (nameSaysScreenshot(file.name)) return true;
  try {
    const facts = pictureFacts(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
    if (facts === undefined) return false;
    const { width, height } = screen;
    const own = {
      width: Math.round(width * devicePixelRatio),
      height: Math.round(height * devicePixelRatio),
    };
    return sizeSaysScreenshot(file.name, facts, own);
  } catch {
    return false;
  }
}
