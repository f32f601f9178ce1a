import type { PageClass } from '../../utils/domain/page-class';
import type { PageCue } from '../../utils/knowledge/lexicon-shape';
import { readCues } from '../../utils/knowledge/read-page-text';
import { closest, isVisible, matches, parentOf, queryAll, queryFirst } from './forms/dom';
import { oneLine } from './forms/text';
import { CODE_FIELDS } from './light-page-class';

const EDITABLE =
  'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]):not([type=search]), textarea, select, [contenteditable="true"]';
const SEARCHING =
  '[class*="search" i], [class*="query" i], [class*="filter" i], [id*="search" i], [class*="pagination" i], [class*="pager" i], [class*="laypage"], header, nav, [role="search"], .el-form--inline, .ant-form-inline';
const ROWS =
  'tbody tr, .el-table__row, .ant-table-row, [class*="list" i] > li, [class*="list" i] > div, .van-cell, .datagrid-row';

const BUTTONS =
  'button, input[type="submit"], input[type="button"], [role="button"], a[class*="btn" i], a[class*="login" i]';

const ROWS_OF_LIST = 5;

/**
 * The class of the page as it stands now, from its structure and short wording, never from its
 * address. A handful of selector queries: for idle moments, not for every event.
 *
 * @param found Number of columns (栏目) and of rows in the longest list, where they were read.
 */
export function pageClass(
  found: { readonly columns: number; readonly rows: number } = { columns: 0, rows: 0 },
): PageClass {
  const visibleInputs = queryFirst(document, EDITABLE, 300).filter(isVisible);
  const password = visibleInputs.some((input) => matches(input, 'input[type="password"]'));
  if (password && visibleInputs.length <= 8) return 'login';
  if (visibleInputs.length <= 4 && logsInByCode(visibleInputs)) return 'login';
  const cues = headings().map(readCues);
  const says = (cue: PageCue): number => cues.filter((found) => found.includes(cue)).length;
  if (hasVideo() || cues[0]?.includes('study-hours') || says('study-hours') >= 2) return 'study';
  const rows = found.rows >= ROWS_OF_LIST ? found.rows : Math.max(found.rows, countRows());
  if (rows >= ROWS_OF_LIST && (says('assessment') > 0 || says('ranking') > 0)) return 'assessment';
  const isSearching = withinSearching();
  const entered = visibleInputs.filter((input) => !isSearching(input) && !isRowTick(input));
  if (entered.length >= 3 && entered.length * 2 >= visibleInputs.length - 3) return 'form';
  if (found.columns >= 3) return 'home';
  if (isArticle()) return 'notice';
  if (rows >= ROWS_OF_LIST) return 'list';
  if (
    matches(
      document.documentElement,
      ':has(.el-descriptions, .ant-descriptions, [class*="detail" i] table)',
    )
  )
    return 'detail';
  return 'other';
}

/** A code that was sent to the phone in place of a password, and a button to log in. */
function logsInByCode(inputs: readonly Element[]): boolean {
  return (
    inputs.some((input) => matches(input, CODE_FIELDS)) &&
    queryFirst(document, BUTTONS, 60).some(
      (button) =>
        isVisible(button) && /^登[录陆入]|^(立即|确认|马上)登[录陆]/.test(buttonText(button)),
    )
  );
}

function buttonText(button: Element): string {
  const { value = '' } = button as HTMLInputElement;
  return oneLine(`${button.textContent ?? ''}${value}`, 20).replace(/\s/g, '');
}

const HEADINGS = 24;

/** The title and the headings of the page. */
function headings(): readonly string[] {
  // Where the person is stands at the end of a trail; to ask each last child for a trail above costs more.
  const trails = queryFirst(document, '[class*="crumb" i]', HEADINGS).flatMap((trail) =>
    queryFirst(trail, ':last-child', HEADINGS),
  );
  const others = queryFirst(
    document,
    'h1, h2, [class*="title" i], [role="tab"][aria-selected="true"]',
    HEADINGS,
  );
  const heads = [...new Set([...trails, ...others])]
    .slice(0, HEADINGS)
    .filter(isVisible)
    .map((head) => oneLine(head.textContent ?? '', 40));
  return [document.title, ...heads];
}

function hasVideo(): boolean {
  return queryAll(document, 'video').some((video) => {
    const { clientWidth, clientHeight } = video;
    return (
      clientWidth >= 320 &&
      clientHeight >= 180 &&
      (video as HTMLVideoElement).controls !== undefined &&
      isVisible(video)
    );
  });
}

/** Visible rows, counted until they are enough for a list. */
function countRows(): number {
  let rows = 0;
  for (const row of queryFirst(document, ROWS, 200)) {
    if (isVisible(row)) rows += 1;
    if (rows >= ROWS_OF_LIST) break;
  }
  return rows;
}

/** Whether an element stands in a search, a filter or the like; asks each one above it once. */
function withinSearching(): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  const within = (element: Element): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parent = parentOf(element);
    const answer = matches(element, SEARCHING) || (parent !== null && within(parent));
    known.set(element, answer);
    return answer;
  };
  return within;
}

function isRowTick(input: Element): boolean {
  return (
    matches(input, 'input[type="checkbox"], input[type="radio"]') &&
    closest(input, 'td, th, [class*="tree"]') !== null
  );
}

/** One text with a heading and a line that says when it was published. */
function isArticle(): boolean {
  if (
    document.querySelector(
      'meta[name="ArticleTitle" i], meta[name="PubDate" i], meta[property="article:published_time"]',
    )
  )
    return true;
  return queryFirst(
    document,
    '[class*="info" i], [class*="source" i], [class*="time" i], [class*="date" i], [class*="meta" i], [class*="ly" i]',
    40,
  ).some((line) => saysPublished(oneLine(line.textContent ?? '', 120)) && isVisible(line));
}

function saysPublished(text: string): boolean {
  return (
    /20\d{2}/.test(text) &&
    /(发布|发文|更新|公开|发表)(时间|日期)|来源\s*[:：]|浏览(次数|量)|阅读(次数|量)|作者\s*[:：]/.test(
      text,
    )
  );
}
