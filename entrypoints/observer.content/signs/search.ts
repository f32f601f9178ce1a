import { isComplaintEntry } from '../../../utils/knowledge/read-page-text';
import { isVisible, matches, queryAll } from '../forms/dom';
import { oneLine } from '../forms/text';
import type { Steps } from '../in-slices';

const SEARCH_INPUTS =
  'input[type="search"], [class*="search" i] input, [id*="search" i] input, [role="search"] input, [class*="query" i] input, .el-form--inline input, .ant-form-inline input';

/** Whether the page shows the answer to a question of the person: an empty list is then no sign. */
export function isSearchPage(): boolean {
  const heads = queryAll(document, 'h1, h2, h3, [class*="crumb" i]')
    .slice(0, 12)
    .map((head) => oneLine(head.textContent ?? '', 60));
  if ([document.title, ...heads].some((text) => /搜索|检索|查询结果|站内搜|全文搜/.test(text)))
    return true;
  return queryAll(document, SEARCH_INPUTS)
    .slice(0, 20)
    .some(
      (input) =>
        matches(input, ':not([type=hidden])') &&
        isVisible(input) &&
        ((input as HTMLInputElement).value ?? '').trim() !== '' &&
        !matches(input, '[type=submit],[type=button],[readonly]'),
    );
}

/** Whether a text speaks of a question that was asked, or of a list that is one's own. */
export function isAboutSearch(text: string): boolean {
  return /搜索|检索|查询|查找|结果|筛选|关键字|关键词|条件|待办|登录/.test(text);
}

/** Whether the page offers a way to complain or to suggest (投诉建议、网站找错). */
export function* hasComplaintEntry(): Steps<boolean> {
  for (const entry of queryAll(
    document,
    'a, button, [role="button"], [role="menuitem"], li, img[alt]',
  ).slice(0, 4_000)) {
    if (entry.childElementCount > 4) continue;
    yield;
    const text = oneLine(
      `${entry.textContent ?? ''} ${entry.getAttribute('alt') ?? ''} ${entry.getAttribute('title') ?? ''}`,
      40,
    );
    if (isComplaintEntry(text)) return true;
  }
  return false;
}
