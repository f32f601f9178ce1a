import { closest } from '../forms/dom';
import type { Steps } from '../in-slices';

/** Text nodes that are looked at: a page with more is read in part. */
const MAX_TEXTS = 30_000;
const LONGEST_TEXT = 300;
/** So many texts are one step. */
const STEP = 100;

const SILENT = 'script,style,noscript,template,textarea,select,option,svg,canvas,iframe,object';

/** A short text of the page, with what stands directly before it. */
export interface PageText {
  readonly text: string;
  readonly element: Element;
  /** The end of the text before it in the same small block, at most 16 characters. */
  readonly before: string;
}

/** The short texts below an element in document order, without what is not shown as text. */
export function* readTexts(root: Element): Steps<readonly PageText[]> {
  const found: PageText[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let previous = '';
  let previousParent: Element | null = null;
  let judged: Element | null = null;
  let silent = false;
  for (let seen = 0; seen < MAX_TEXTS && walker.nextNode(); seen += 1) {
    if (seen % STEP === STEP - 1) yield;
    const node = walker.currentNode as Text;
    const text = node.data;
    const parent = node.parentElement;
    if (parent === null || !/\S/.test(text)) continue;
    if (parent !== judged) silent = closest(parent, SILENT) !== null;
    judged = parent;
    if (silent) continue;
    if (text.length <= LONGEST_TEXT) {
      found.push({ text, element: parent, before: isNear(previousParent, parent) ? previous : '' });
    }
    previous = text.trimEnd().slice(-16);
    previousParent = parent;
  }
  return found;
}

/** Whether two neighbouring texts stand in one small block, as a label and its date do. */
function isNear(one: Element | null, other: Element): boolean {
  if (one === null) return false;
  if (one === other) return true;
  const block = other.parentElement;
  return (
    block !== null &&
    (block === one || block.contains(one) || one.contains(other)) &&
    block.childElementCount <= 12
  );
}
