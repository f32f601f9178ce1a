import type { SubmissionObservation } from '../../../utils/domain/observation';
import { isVisible, queryAll } from './dom';
import type { Snapshot } from './session';

/**
 * What the readers of frames of one origin tell each other: a button may stand in another frame than
 * the fields it submits, and a frame may be taken away as soon as its form is accepted. The isolated
 * worlds of one extension reach each other through `contentWindow`; the page cannot. Where a browser
 * keeps them apart (Firefox) each frame is read by itself.
 */
export interface FrameForms {
  /** The form in this frame that a button outside of it would submit, as it stands now. */
  outerForm(at: number): OuterForm | undefined;
  /** Goes on watching for a frame that may be about to be taken away. */
  adopt(orphan: Orphan): void;
  /**
   * Follows a frame in which something was submitted: one whose page is written over before it is taken
   * away can tell nothing itself.
   * @param left what it had still to tell, when it is gone
   */
  followFrame(frame: Element, left: () => SubmissionObservation | undefined): void;
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

/** A submission whose document goes before its outcome is known. */
export interface Orphan {
  readonly submission: SubmissionObservation;
  /** The frame that it was made in. */
  readonly frame: Element;
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

/** The nearest frame around this one whose reader can be reached. */
export function frameAround(): FrameForms | undefined {
  try {
    let current: Window = window;
    while (current.parent !== current) {
      current = current.parent;
      const forms = (current as Window & World)[KEY];
      if (forms) return forms;
    }
  } catch {
    // Another origin.
  }
  return undefined;
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
