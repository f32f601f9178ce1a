import { isComplaintEntry } from '../../../utils/knowledge/read-page-text';
import { isVisible, matches, queryFirst } from '../forms/dom';
import { oneLine } from '../forms/text';
import type { Steps } from '../in-slices';

const ASKING = 'input:not([type=hidden], [type=submit], [type=button], [readonly])';
const MAX_INPUTS = 2_000;
const MAX_ENTRIES = 4_000;
/** A way to complain has a shorter name, spaces not counted. */
const LONGEST_ENTRY = 24;
/** So many entries are one step. */
const STEP = 16;
const SEARCH_INPUTS =
  'input[type="search"], [class*="search" i] input, [id*="search" i] input, [role="search"] input, [class*="query" i] input, .el-form--inline input, .ant-form-inline input';

/** Whether the page shows the answer to a question of the person: an empty list is then no sign. */
export function isSearchPage(): boolean {
  const heads = queryFirst(document, 'h1, h2, h3, [class*="crumb" i]', 12).map((head) =>
    oneLine(head.textContent ?? '', 60),
  );
  if ([document.title, ...heads].some((text) => /搜索|检索|查询结果|站内搜|全文搜/.test(text)))
    return true;
  // What stands in an input is told at once; what it is for has to be asked of all around it.
  return queryFirst(document, ASKING, MAX_INPUTS).some(
    (input) =>
      ((input as HTMLInputElement).value ?? '').trim() !== '' &&
      matches(input, SEARCH_INPUTS) &&
      isVisible(input),
  );
}

/** Whether a text speaks of a question that was asked, or of a list that is one's own. */
export function isAboutSearch(text: string): boolean {
  return /搜索|检索|查询|查找|结果|筛选|关键字|关键词|条件|待办|登录/.test(text);
}

/** Whether the page offers a way to complain or to suggest (投诉建议、网站找错). */
export function* hasComplaintEntry(): Steps<boolean> {
  const read = new Set<string>();
  for (const [index, entry] of queryFirst(
    document,
    'a, button, [role="button"], [role="menuitem"], li, img[alt]',
    MAX_ENTRIES,
  ).entries()) {
    if (entry.childElementCount > 4) continue;
    if (index % STEP === 0) yield;
    const text = oneLine(
      `${entry.textContent ?? ''} ${entry.getAttribute('alt') ?? ''} ${entry.getAttribute('title') ?? ''}`,
      40,
    );
    if (text.replaceAll(' ', '').length > LONGEST_ENTRY || read.has(text)) continue;
    read.add(text);
    if (isComplaintEntry(text)) return true;
  }
  return false;
}
