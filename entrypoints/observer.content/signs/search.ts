import { isVisible, matches, queryAll } from '../forms/dom';
import { oneLine } from '../forms/text';

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

/** Whether the page offers a way to complain or to suggest (投诉建议、网站找错). */
export function hasComplaintEntry(): boolean {
  for (const entry of queryAll(
    document,
    'a, button, [role="button"], [role="menuitem"], li, img[alt]',
  ).slice(0, 4_000)) {
    if (entry.childElementCount > 4) continue;
    const text = oneLine(
      `${entry.textContent ?? ''} ${entry.getAttribute('alt') ?? ''} ${entry.getAttribute('title') ?? ''}`,
      40,
    );
    if (
      /投诉(与|和|及)?建议|意见(反馈|建议|箱)|问题反馈|建议反馈|(网站|政府网站)?(找错|纠错)|我要(反馈|投诉|纠错)|咨询投诉|反馈建议|用户反馈/.test(
        text,
      )
    )
      return true;
  }
  return false;
}
