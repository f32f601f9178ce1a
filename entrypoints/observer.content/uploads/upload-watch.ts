import {
  isUploadAddress,
  judgeUpload,
  readUploadText,
  type UploadSigns,
} from '../../../utils/domain/upload-outcome';
import type { ObserverContext } from '../context';
import { closest, isConnected, isElement, isVisible, queryAll } from '../forms/dom';
import { itemState, listItems, showsName } from './list-item';

/** An upload whose end is not known after this time stays unknown, ms. */
const GIVE_UP_MS = 15 * 60_000;
/** A request or post belongs to a click that was not longer ago, ms. */
const CLICK_REACH_MS = 3_000;

const TOASTS = [
  '.el-message',
  '.el-notification',
  '.el-alert',
  '.el-message-box__message',
  '.el-form-item__error',
  '.ant-message-notice',
  '.ant-notification-notice',
  '.ant-alert',
  '.ant-form-item-explain-error',
  '.ant-modal-confirm-content',
  '.van-toast',
  '.van-notify',
  '.van-dialog__message',
  '.layui-layer-dialog .layui-layer-content',
  '.layui-layer-msg .layui-layer-content',
  '.messager-body',
  '.weui-toast',
  '.toast',
  '.toastr',
  '[class*="toast-message"]',
  '[role="alert"]',
  '[role="status"]',
].join(',');

const TAKE_BACK = /(close|delete|remove|cancel|abort|trash|clear|icon-del)/i;
const TAKE_BACK_TEXT =
  /^(×|✕|x|删除|移除|取消|取消上传|终止|终止上传|停止上传|撤销|清空|清除|重置|关闭)$/i;

/** A form posted into a hidden frame is answered within this time, ms. */
const FRAME_POST_MS = 60_000;

interface Watched {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly at: number;
  readonly batch: string;
  /** Place among the files of its batch. */
  readonly place: number;
  readonly batchSize: number;
  readonly input: HTMLInputElement | undefined;
  readonly file: File;
  item: Element | undefined;
  /** The input still held the file when it was last looked at. */
  held: boolean;
  takenBack: boolean;
  posted: boolean;
  toast: UploadSigns['toast'];
  lastSigns: string;
  changedAt: number;
}

interface Request {
  readonly startedAt: number;
  readonly status: number;
  readonly likely: boolean;
}

/**
 * Watches what becomes of the files that were handed over. It looks only while a file is open, by
 * a few selector queries a second, never by watching every change of the page.
 */
export class UploadWatch {
  private readonly open = new Set<Watched>();
  private readonly requests: Request[] = [];
  private readonly known = new Set<string>();
  private seenToasts = new WeakSet<Element>();
  private seenItems = new WeakSet<Element>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastClickAt = 0;
  private dismissedAt = 0;
  private submitAt = 0;

  constructor(
    private readonly context: ObserverContext,
    signal: AbortSignal,
  ) {
    addEventListener('click', this.onClick, { capture: true, signal, passive: true });
    addEventListener('submit', this.onSubmit, { capture: true, signal, passive: true });
    // A frame's load event passes the document, but not the window.
    document.addEventListener('load', this.onFrameLoad, { capture: true, signal, passive: true });
    addEventListener('pagehide', this.onPageHide, { capture: true, signal });
    const observer = this.observeRequests();
    signal.addEventListener(
      'abort',
      () => {
        observer?.disconnect();
        clearTimeout(this.timer);
        this.open.clear();
      },
      { once: true },
    );
  }

  /** Remembers what the page shows before it reacts to a hand-over that begins now. */
  prepare(): void {
    if (this.open.size === 0) {
      this.seenToasts = new WeakSet(queryAll(document, TOASTS).filter(isVisible));
      this.requests.length = 0;
    }
    for (const item of listItems()) this.seenItems.add(item);
  }

  /** Begins to watch the files of one hand-over. */
  watch(
    files: readonly { readonly id: string; readonly file: File }[],
    input: HTMLInputElement | undefined,
    at: number,
  ): void {
    if (input !== undefined) this.replace(input);
    const batch = files[0]?.id ?? '';
    for (const [place, { id, file }] of files.entries()) {
      this.open.add({
        id,
        name: file.name,
        size: file.size,
        at,
        batch,
        place,
        batchSize: files.length,
        input,
        file,
        item: undefined,
        held: input !== undefined,
        takenBack: false,
        posted: false,
        toast: 'none',
        lastSigns: '',
        changedAt: Date.now(),
      });
    }
    this.schedule(120);
  }

  /** A file that its input still held was replaced by another: it was not sent from there. */
  private replace(input: HTMLInputElement): void {
    for (const watched of this.open) {
      if (watched.input === input && watched.held && !input.multiple) watched.takenBack = true;
    }
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.look();
      if (this.open.size > 0) this.schedule(document.hidden ? 2_000 : 700);
    }, delay);
  }

  private look(): void {
    try {
      const now = Date.now();
      this.findItems();
      this.readToasts(now);
      for (const watched of [...this.open]) this.judge(watched, now);
    } catch {
      // A page that takes itself apart while it is read tells nothing.
    }
  }

  private findItems(): void {
    const without = [...this.open].filter(({ item }) => item === undefined);
    if (without.length === 0) return;
    const taken = new Set([...this.open].map(({ item }) => item));
    const free = listItems().filter((item) => !taken.has(item) && !this.seenItems.has(item));
    for (const watched of without) {
      // Innermost entries only: a list inside a list item would match twice.
      const index = free.findIndex((item) => showsName(item, watched.name));
      if (index < 0) continue;
      watched.item = free[index];
      free.splice(index, 1);
    }
    // Lists of pictures print no names: as many new entries as files belong to them in order.
    const nameless = without.filter(({ item }) => item === undefined);
    const blank = free.filter((item) => (item.textContent ?? '').trim().length < 8);
    if (nameless.length > 0 && blank.length === nameless.length) {
      for (const [index, watched] of nameless.entries()) watched.item = blank[index];
    }
  }

  private readToasts(now: number): void {
    for (const toast of queryAll(document, TOASTS)) {
      if (this.seenToasts.has(toast) || !isVisible(toast)) continue;
      this.seenToasts.add(toast);
      const reading = readUploadText((toast.textContent ?? '').slice(0, 400));
      if (reading === 'none') continue;
      const text = toast.textContent ?? '';
      const named = [...this.open].filter(({ name }) => text.includes(name));
      const concerned =
        named.length > 0 ? named : [...this.open].filter((file) => this.isActive(file, now));
      // One success text after several files may be about each or about one: their own signs tell.
      for (const watched of concerned) {
        if (reading === 'success' && concerned.length > 1 && watched.item !== undefined) continue;
        if (watched.toast !== 'failure') watched.toast = reading;
      }
    }
  }

  /** The page may have answered about this file: it was handed over or sent a moment ago. */
  private isActive(watched: Watched, now: number): boolean {
    const requested = this.requests.some(
      ({ startedAt, likely }) => likely && startedAt >= watched.at - 100,
    );
    return now - watched.at < 8_000 || requested || now - this.lastClickAt < 8_000;
  }

  private judge(watched: Watched, now: number): void {
    const { input } = watched;
    if (input !== undefined) watched.held = holds(input, watched.file);
    const item = itemState(watched.item);
    if (this.dismissedAt > watched.at && !watched.takenBack) {
      const dropped =
        item === 'gone' || (watched.item === undefined && input !== undefined && !watched.held);
      const hidden = input !== undefined && watched.item === undefined && !isConnected(input);
      if (dropped || hidden) watched.takenBack = true;
    }
    const network = this.networkOf(watched);
    const state = `${item} ${watched.toast} ${network} ${watched.takenBack} ${watched.posted}`;
    if (state !== watched.lastSigns) {
      watched.lastSigns = state;
      watched.changedAt = now;
    }
    const outcome = judgeUpload({
      item,
      toast: watched.toast,
      network,
      takenBack: watched.takenBack,
      posted: watched.posted,
      quietMs: now - watched.changedAt,
    });
    if (outcome !== undefined) this.close(watched, outcome);
    else if (now - watched.at > GIVE_UP_MS) this.open.delete(watched);
  }

  private close(watched: Watched, outcome: 'sent' | 'failed' | 'cancelled'): void {
    this.open.delete(watched);
    this.context.send({ kind: 'upload-outcome', id: watched.id, at: Date.now(), outcome }, 'now');
  }

  private networkOf(watched: Watched): UploadSigns['network'] {
    const after = this.requests.filter(({ startedAt }) => startedAt >= watched.at - 100);
    const likely = after.filter((request) => request.likely);
    const own = likely.length > 0 ? likely : after;
    if (own.length === 0) return 'none';
    if (own.length < watched.batchSize && own.length > 1) {
      const at = own[watched.place];
      return at === undefined ? 'none' : answer(at.status);
    }
    // One request for each file, else one for all or many chunks of which the last one tells.
    const telling = own.length === watched.batchSize ? own[watched.place] : own[own.length - 1];
    return telling === undefined ? 'none' : answer(telling.status);
  }

  private observeRequests(): PerformanceObserver | undefined {
    try {
      for (const entry of performance.getEntriesByType('resource'))
        this.known.add(pathOf(entry.name));
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) this.onRequest(entry as PerformanceResourceTiming);
      });
      observer.observe({ type: 'resource' });
      return observer;
    } catch {
      return undefined;
    }
  }

  private onRequest(entry: PerformanceResourceTiming): void {
    const path = pathOf(entry.name);
    if (this.open.size === 0) {
      if (this.known.size < 5_000) this.known.add(path);
      return;
    }
    if (!['xmlhttprequest', 'fetch', 'beacon'].includes(entry.initiatorType)) return;
    const likely = isUploadAddress(path);
    const startedAt = performance.timeOrigin + entry.startTime;
    const prompt = [...this.open].some(
      ({ at }) =>
        startedAt >= at - 100 && startedAt - Math.max(at, this.lastClickAt) < CLICK_REACH_MS,
    );
    if (
      !likely &&
      (this.known.has(path) || !prompt || /\.(json|js|css|png|svg|html?)$/i.test(path))
    )
      return;
    this.requests.push({ startedAt, status: entry.responseStatus ?? 0, likely });
    this.requests.sort((one, other) => one.startedAt - other.startedAt);
    this.schedule(150);
  }

  private readonly onClick = (event: Event): void => {
    if (this.open.size === 0 || !event.isTrusted) return;
    this.lastClickAt = Date.now();
    const target = event.composedPath()[0];
    if (!isElement(target)) return;
    const control = closest(target, 'button, a, i, span, [role="button"], svg, label') ?? target;
    const text = (control.textContent ?? '').normalize('NFKC').replace(/\s+/g, '');
    const names = `${control.getAttribute('class') ?? ''} ${control.getAttribute('aria-label') ?? ''} ${control.getAttribute('title') ?? ''} ${target.getAttribute('class') ?? ''}`;
    const takesBack =
      TAKE_BACK_TEXT.test(text) ||
      (text.length < 4 && (TAKE_BACK.test(names) || /删除|移除|取消/.test(names)));
    if (!takesBack) return;
    this.dismissedAt = Date.now();
    for (const watched of this.open) {
      if (watched.item?.contains(target)) {
        // The entry may ask back first (beforeRemove): it is taken back when it has gone.
        const item = watched.item;
        setTimeout(() => {
          if (itemState(item) === 'gone') watched.takenBack = true;
        }, 600);
      }
    }
    this.schedule(300);
  };

  private readonly onSubmit = (event: Event): void => {
    if (this.open.size === 0) return;
    const form = event.target;
    this.submitAt = Date.now();
    for (const watched of this.open) {
      if (watched.held && watched.input?.form === form) watched.changedAt = Date.now();
    }
  };

  /** A form posted into a hidden frame: the frame's new document is the server's answer. */
  private readonly onFrameLoad = (event: Event): void => {
    if (this.open.size === 0 || !(event.target instanceof HTMLIFrameElement)) return;
    const { name } = event.target;
    for (const watched of this.open) {
      const target = watched.input?.form?.target;
      const actedAt = Math.max(this.submitAt, this.lastClickAt);
      if (name !== '' && target === name && Date.now() - actedAt < FRAME_POST_MS)
        watched.posted = true;
    }
    this.schedule(700);
  };

  private readonly onPageHide = (): void => {
    const now = Date.now();
    this.look();
    for (const watched of [...this.open]) {
      const { input } = watched;
      const form = input?.form;
      const posting =
        now - Math.max(this.submitAt, this.lastClickAt) < 15_000 &&
        this.dismissedAt < this.lastClickAt;
      if (form && posting && form.enctype === 'multipart/form-data' && holds(input, watched.file)) {
        this.close(watched, 'sent');
      } else if (this.networkOf(watched) === 'accepted') {
        this.close(watched, 'sent');
      }
    }
  };
}

function answer(status: number): UploadSigns['network'] {
  if (status >= 200 && status < 400) return 'accepted';
  return status === 0 ? 'broken' : 'refused';
}

function holds(input: HTMLInputElement, file: File): boolean {
  const { files } = input;
  if (files === null) return false;
  for (const held of files) if (held === file) return true;
  return false;
}

function pathOf(address: string): string {
  try {
    return new URL(address).pathname;
  } catch {
    return '';
  }
}
