import type { SubmissionObservation } from '../../../utils/domain/observation';
import { isVisible, queryAll } from './dom';
import type { Snapshot } from './session';

/**
 * What the readers of frames of one origin tell each other: a button may stand in another frame than
 * the fields it submits, and a frame or window may be gone as soon as its form is accepted. The isolated
 * worlds of one extension reach each other through `contentWindow` and `opener`; the page cannot. Where
 * a browser keeps them apart (Firefox) each frame is read by itself.
 */
export interface FrameForms {
  /** The form in this frame that a button outside of it would submit, as it stands now. */
  outerForm(at: number): OuterForm | undefined;
  /**
   * Follows a frame or a window in which something was submitted: one that is taken away or closed by a
   * script, or whose page is written over, can tell nothing itself.
   * @param left what was told there last, or had still to be told, when it is gone
   */
  follow(view: Window, left: () => SubmissionObservation | undefined): void;
}

export interface OuterForm {
  readonly snapshot: Snapshot;
  /** When the person last entered something in it, epoch ms; 0 if never. */
  readonly enteredAt: number;
  readonly container: Element;
  readonly rework: boolean;
  readonly edit: boolean;
  /** The record was accepted: the next one starts. */
  accepted(): void;
}

const KEY = Symbol.for('qingzhuang.forms');
type World = { [KEY]?: FrameForms };

export function offerFrame(forms: FrameForms, signal: AbortSignal): void {
  const world = globalThis as World;
  world[KEY] = forms;
  signal.addEventListener('abort', () => {
    if (world[KEY] === forms) delete world[KEY];
  });
}

export interface ReachedFrame {
  readonly forms: FrameForms;
  /** The frame's element in the document around it. */
  readonly frame: Element;
}

const MAX_FRAMES = 30;
const MAX_DEPTH = 3;

/** Visible frames of this origin inside a part of the page, three levels deep. */
export function framesWithin(root: Document | Element, depth = MAX_DEPTH): ReachedFrame[] {
  if (depth === 0) return [];
  const found: ReachedFrame[] = [];
  for (const frame of queryAll(root, 'iframe,frame').slice(0, MAX_FRAMES)) {
    if (!isVisible(frame)) continue;
    try {
      const inner = (frame as HTMLIFrameElement).contentWindow as (Window & World) | null;
      const forms = inner?.[KEY];
      if (forms) found.push({ forms, frame });
      if (inner?.document) found.push(...framesWithin(inner.document, depth - 1));
    } catch {
      // Another origin.
    }
  }
  return found;
}

/** Readers that outlive this document: the nearest of the frames around it, and of the page that opened it. */
export function formsBeyond(): FrameForms[] {
  const around = window.parent === window ? null : window.parent;
  return [nearestForms(around), nearestForms(window.top?.opener)].filter(
    (one) => one !== undefined,
  );
}

function nearestForms(from: (Window & World) | null | undefined): FrameForms | undefined {
  try {
    for (let current = from; current; current = current.parent) {
      if (current[KEY]) return current[KEY];
      if (current.parent === current) break;
    }
  } catch {
    // Another origin.
  }
  return undefined;
}

/** The page in a frame or window, the last one where that is gone; nothing where it is of another origin. */
export function pageIn(view: Window): Document | null | undefined {
  try {
    return view.document;
  } catch {
    return undefined;
  }
}

/** The outermost document of this origin. */
export function outermostDocument(): Document {
  let found = document;
  try {
    let current: Window = window;
    while (current.parent !== current) {
      current = current.parent;
      found = current.document;
    }
  } catch {
    // Another origin.
  }
  return found;
}
