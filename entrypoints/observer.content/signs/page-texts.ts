import { isElement, localName } from '../forms/dom';

/** Text nodes that are looked at: a page with more is read in part. */
const MAX_TEXTS = 30_000;
const LONGEST_TEXT = 300;

const SILENT_TAGS = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'textarea',
  'select',
  'option',
  'svg',
  'canvas',
  'iframe',
  'object',
]);

/** A short text of the page, with what stands directly before it. */
export interface PageText {
  readonly text: string;
  readonly element: Element;
  /** The end of the text before it in the same small block, at most 16 characters. */
  readonly before: string;
}

/**
 * The short texts below an element in document order; footer, clock and calendars left out.
 *
 * @param wanted only these are given; it is asked for every text, so it must be cheap
 */
export function pageTexts(root: Element, wanted: (text: string) => boolean): readonly PageText[] {
  const found: PageText[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode(node) {
      if (!isElement(node)) return NodeFilter.FILTER_ACCEPT;
      return SILENT_TAGS.has(localName(node)) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    },
  });
  let previous = '';
  let previousParent: Element | null = null;
  for (let seen = 0; seen < MAX_TEXTS && walker.nextNode(); seen += 1) {
    const node = walker.currentNode as Text;
    const text = node.data;
    const parent = node.parentElement;
    if (parent === null || /^\s*$/.test(text)) continue;
    if (text.length <= LONGEST_TEXT && wanted(text)) {
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
