import { classTokens, drawnNodes, isElement, isVisible, localName, textContent } from './dom';

/** Texts of the page are cut to this many characters. */
export const TEXT_LIMIT = 80;

/** One line, one space between words, cut to `limit` characters. */
export function oneLine(text: string, limit: number = TEXT_LIMIT): string {
  return text
    .slice(0, limit * 8)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, limit);
}

/** For comparing short interface texts: NFKC, lower case, no spaces, no marks around. */
export function compactText(text: string): string {
  return text
    .slice(0, 400)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200f\ufeff]+/gu, '')
    .replace(/^[*:：·•>»<«()[\]【】]+|[*:：·•>»<«]+$/gu, '');
}

const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'option',
  'select',
  'textarea',
  'button',
  'svg',
  'iframe',
  'object',
  'video',
  'audio',
  'canvas',
]);

const INLINE = new Set(['span', 'b', 'i', 'em', 'strong', 'font', 'a', 'u', 'small', 'label']);

/**
 * The visible text of a small part of the page, left to right, without what stands inside controls
 * and buttons. Stops at `limit` characters or 200 nodes, so that a huge subtree costs nothing.
 * @param skip further elements whose text does not count
 */
export function visibleText(
  root: Node,
  limit: number = TEXT_LIMIT,
  skip?: (element: Element) => boolean,
): string {
  let text = '';
  let nodes = 0;
  const walk = (node: Node): void => {
    if (text.length >= limit || ++nodes > 200) return;
    if (!isElement(node)) {
      if (node.nodeType === Node.TEXT_NODE) text += (node as Text).data.slice(0, limit * 2);
      return;
    }
    if (SILENT.has(localName(node)) || skip?.(node) || isIcon(node) || !isVisible(node)) return;
    const block = !INLINE.has(localName(node));
    if (block) text += ' ';
    for (const child of drawnNodes(node)) walk(child);
    if (block) text += ' ';
  };
  walk(root);
  return oneLine(text, limit);
}

/** Icon fonts put private-use or ligature text into `<i>`; old buttons bear the icon on their words. */
function isIcon(element: Element): boolean {
  const name = localName(element);
  return (
    (name === 'i' || name === 'em' || name === 'span') &&
    classTokens(element).some((token) =>
      /(^|[-_])(icon|iconfont|anticon|fa)([-_]|$)/.test(token),
    ) &&
    !/\p{Script=Han}/u.test(textContent(element))
  );
}

const UNIT =
  /^[（(]?([千万亿]?元|亩|公顷|平方米|平方公里|㎡|m²|公里|千米|米|厘米|cm|km|公斤|千克|kg|吨|斤|人|户|个|只|头|羽|株|棵|台|辆|次|岁|天|日|月|年|小时|分钟|分|%|％|‰|千?元\/[年月人亩])[)）]?$/iu;

export function isUnitText(text: string): boolean {
  return UNIT.test(compactText(text));
}
