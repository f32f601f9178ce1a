/** The control scorer and the toast classifier over the words that content scripts carry. */

import { type ControlQuery, type ControlScore, createControlScorer } from './control-scorer';
import { CONTROL_WORDS } from './control-words';
import type { ControlKind } from './lexicon-shape';
import { createToastClassifier, type ToastReading } from './toast-classifier';

const scorer = createControlScorer(CONTROL_WORDS);
const toasts = createToastClassifier(CONTROL_WORDS.toasts, CONTROL_WORDS.traditional);

/** Kinds that a control may be of, best first; from 3 on it counts as one. */
export function scoreControl(query: ControlQuery): readonly ControlScore[] {
  return scorer.scoreControl(query);
}

/** The kind that a control's own text says is done already (已签到), or undefined. */
export function doneKind(text: string): ControlKind | undefined {
  return scorer.doneKind(text);
}

/** What a short message says about the action before it. */
export function classifyToast(text: string): ToastReading {
  return toasts(text);
}
