import type { PageClass } from '../../utils/domain/page-class';
import { closest, isVisible, matches, queryAll } from './forms/dom';
import { oneLine } from './forms/text';
import { isAssessmentText, isStudyText, publishedText } from './signs/words';

const EDITABLE =
  'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]):not([type=search]), textarea, select, [contenteditable="true"]';
const SEARCHING =
  '[class*="search" i], [class*="query" i], [class*="filter" i], [id*="search" i], [class*="pagination" i], [class*="pager" i], [class*="laypage"], header, nav, [role="search"], .el-form--inline, .ant-form-inline';
const ROWS =
  'tbody tr, .el-table__row, .ant-table-row, [class*="list" i] > li, [class*="list" i] > div, .van-cell, .datagrid-row';

/**
 * The class of the page as it stands now, from its structure and short wording, never from its
 * address. A handful of selector queries: for idle moments, not for every event.
 *
 * @param columns Number of columns (栏目) found on it, where they were read.
 */
export function pageClass(columns = 0): PageClass {
  const visibleInputs = queryAll(document, EDITABLE).slice(0, 300).filter(isVisible);
  const password = visibleInputs.some((input) => matches(input, 'input[type="password"]'));
  if (password && visibleInputs.length <= 8) return 'login';
  const head = headText();
  if (hasVideo() || isStudyText(head)) return 'study';
  const rows = countRows();
  if (rows >= 5 && isAssessmentText(head)) return 'assessment';
  const entered = visibleInputs.filter(
    (input) => closest(input, SEARCHING) === null && !isRowTick(input),
  );
  if (entered.length >= 3 && entered.length * 2 >= visibleInputs.length - 3) return 'form';
  if (columns >= 3) return 'home';
  if (isArticle()) return 'notice';
  if (rows >= 5) return 'list';
  if (
    matches(
      document.documentElement,
      ':has(.el-descriptions, .ant-descriptions, [class*="detail" i] table)',
    )
  )
    return 'detail';
  return 'other';
}

function headText(): string {
  const heads = queryAll(
    document,
    'h1, h2, [class*="title" i], [role="tab"][aria-selected="true"], [class*="breadcrumb" i] :last-child, [class*="crumb" i] :last-child',
  )
    .slice(0, 24)
    .filter(isVisible)
    .map((head) => oneLine(head.textContent ?? '', 40));
  return [document.title, ...heads].join(' ');
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

function countRows(): number {
  return queryAll(document, ROWS).slice(0, 200).filter(isVisible).length;
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
  return queryAll(
    document,
    '[class*="info" i], [class*="source" i], [class*="time" i], [class*="date" i], [class*="meta" i], [class*="ly" i]',
  )
    .slice(0, 40)
    .some((line) => publishedText(oneLine(line.textContent ?? '', 120)) && isVisible(line));
}
