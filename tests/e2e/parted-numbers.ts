import type { Page } from 'playwright-core';

/** A length of time, a day, a week, or a number with the unit after a blank. */
const NUMBER =
  /(?:(?:约|about) )?\d+ (?:小时|h)(?: \d+ (?:分|min))?|\d+ 月 \d+ 日|第 \d+ \p{L}|\d+(?:[.,]\d+)* [\p{L}%]/gu;

/** Numbers on the page that stand on another line than their unit, each with what is around it. */
export function partedNumbers(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ([source, flags]) => {
      const number = new RegExp(source as string, flags);
      const lines = new Map<Element, Text[]>();
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode as Text;
        let block = text.parentElement as Element;
        if (block.closest('option, textarea, pre, title, desc, .visually-hidden')) continue;
        while (getComputedStyle(block).display === 'inline' && block.parentElement !== null)
          block = block.parentElement;
        lines.set(block, [...(lines.get(block) ?? []), text]);
      }
      return [...lines.values()].flatMap((nodes) => {
        const places = nodes.flatMap((node) => [...node.data].map((_, at) => ({ node, at })));
        const whole = nodes.map(({ data }) => data.replaceAll('\u00a0', ' ')).join('');
        const boxAt = (index: number): DOMRect => {
          const { node, at } = places[index] as (typeof places)[number];
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect();
        };
        return [...whole.matchAll(number)]
          .filter(({ index, 0: found }) => {
            const [first, last] = [boxAt(index), boxAt(index + found.length - 1)];
            return first.height > 0 && last.height > 0 && last.top > first.top + first.height * 0.6;
          })
          .map(({ index, 0: found }) => `${whole.slice(Math.max(0, index - 12), index)}[${found}]`);
      });
    },
    [NUMBER.source, NUMBER.flags],
  );
}
