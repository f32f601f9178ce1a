import type { ColumnReading } from '../../../utils/domain/observation';
import { columnType, readState } from '../../../utils/knowledge/read-page-text';
import {
  attribute,
  children,
  closest,
  contains,
  isVisible,
  localName,
  matches,
  parentOf,
  queryAll,
  queryFirst,
} from '../forms/dom';
import { oneLine } from '../forms/text';
import type { Steps } from '../in-slices';
import type { ListGroup } from './list-groups';
import type { Place } from './places';
import { isAboutSearch } from './search';

const HEADING =
  'h1, h2, h3, h4, h5, legend, caption, [role="heading"], [role="tab"], [class*="title" i], [class*="tit" i], [class*="head" i], [class~="hd" i], [class*="column" i], [class*="lanmu" i], [class*="tab" i] li, [class*="tab" i] a, [class*="tab" i] span, td > b, td > strong';
const ACTIVE_TAB =
  '[class*="active" i], [class~="on" i], [class*="cur" i], [class*="select" i], [class*="hover" i], [class~="this" i], .layui-this, [aria-selected="true"]';
const DATA_TABLE =
  '.el-table, .ant-table, .layui-table-view, .datagrid, .datagrid-view, .vxe-table, .ivu-table, .arco-table, .t-table';
const LOADING = '[class*="loading" i], [class*="skeleton" i], [class*="spin" i]';
const MEDIA = 'img, video, iframe, canvas';
const MORE = /[\s>›»+·|]+|更多(>>)?|more|\[|\]|【|】|（\d+）|\(\d+\)/gi;
const NO_ROWS = /共[计有]?\s*0\s*[条页篇个]/;
const LONGEST_HEADING = 14;
const MAX_COLUMNS = 60;
const MAX_HEADINGS = 400;
/** So many headings are one step. */
const STEP = 8;

/**
 * The columns (栏目) of a page: a short heading with the list that stands below it. A column is blank
 * where its heading stands over nothing, or over words that say so; an empty search is none.
 *
 * @returns The columns, and the lists whose heading says that they are an archive.
 * @param columnName What the page itself calls its column (`meta ColumnName`).
 */
export function* readColumns(
  groups: readonly ListGroup[],
  placeOf: (element: Element) => Place,
  columnName: string | undefined,
): Steps<{ readonly columns: readonly ColumnReading[]; readonly archives: readonly Element[] }> {
  const archives: Element[] = [];
  const columns = new Map<string, ColumnReading>();
  const used = new Set<Element>();
  const main = longest(groups);
  for (const group of groups) {
    yield;
    // Records of a business system are no column of a website.
    if (closest(group.parent, DATA_TABLE) !== null) continue;
    const heading = headingOf(group, groups, placeOf);
    if (heading !== undefined) used.add(heading.element);
    const named = heading !== undefined && columnType(heading.text) !== undefined;
    // The page's own name for its column stands for its main list.
    const title = group === main && !named && columnName ? columnName : heading?.text;
    if (title === undefined) continue;
    const type = columnType(title) ?? 'unknown';
    if (type === 'archive') archives.push(group.parent);
    merge(columns, {
      title,
      type,
      ...(group.newest === undefined ? {} : { newest: group.newest }),
      items: group.rows.length,
      blank: false,
    });
  }
  const kinds = new Set([...used].map(kindOf));
  for (const [element, text] of yield* headings(placeOf)) {
    yield;
    if (columns.size >= MAX_COLUMNS) break;
    if (used.has(element) || columns.has(text) || isClosedTab(element)) continue;
    if (isBelowQuery(element)) continue;
    const type = columnType(text) ?? 'unknown';
    // A heading of unknown words counts where it is built like those over lists.
    const alike = kinds.has(kindOf(element));
    if (type === 'unknown' && text !== columnName && !alike) continue;
    if (isBlankBelow(element, text)) merge(columns, { title: text, type, items: 0, blank: true });
  }
  return { columns: [...columns.values()].slice(0, MAX_COLUMNS), archives };
}

function longest(groups: readonly ListGroup[]): ListGroup | undefined {
  return groups.reduce<ListGroup | undefined>(
    (best, group) => (best === undefined || group.rows.length > best.rows.length ? group : best),
    undefined,
  );
}

function kindOf(heading: Element): string {
  return `${localName(heading)} ${attribute(heading, 'class') ?? ''}`;
}

function merge(columns: Map<string, ColumnReading>, column: ColumnReading): void {
  const known = columns.get(column.title);
  if (known === undefined) {
    columns.set(column.title, column);
    return;
  }
  const newest = [known.newest, column.newest]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  columns.set(column.title, {
    ...known,
    ...(newest === undefined ? {} : { newest }),
    items: known.items + column.items,
    blank: known.blank && column.blank,
  });
}

interface Heading {
  readonly element: Element;
  readonly text: string;
}

/** The heading over a list: the nearest short text before it that looks like one. */
function headingOf(
  { parent, rows }: ListGroup,
  groups: readonly ListGroup[],
  placeOf: (element: Element) => Place,
): Heading | undefined {
  let current: Element = rows[0] ?? parent;
  for (let level = 0; level < 6; level += 1) {
    let before = current.previousElementSibling;
    for (let step = 0; before && step < 3; step += 1) {
      const sibling = before;
      if (groups.some((group) => contains(sibling, group.parent))) break;
      const found = placeOf(sibling) === 'content' ? headingWithin(sibling) : undefined;
      if (found !== undefined) return found;
      before = sibling.previousElementSibling;
    }
    const above = parentOf(current);
    if (above === null || matches(above, 'body, main, html')) break;
    current = above;
    const holdsOthers = groups.some(
      (group) => group.parent !== parent && contains(above, group.parent),
    );
    // Above several lists a heading stands for all of them, unless they are pages of one tab strip.
    const tabs = queryAll(above, '[role="tab"], [class*="tab" i]').length > 0;
    if (holdsOthers && level > 1 && !tabs) break;
  }
  return undefined;
}

function headingWithin(element: Element): Heading | undefined {
  // The head of the page is no heading of a column, unless it is a strip of tabs.
  const links = queryAll(element, 'a').length;
  if (links >= 3 && queryAll(element, ACTIVE_TAB).length === 0) return undefined;
  const candidates = [element, ...queryAll(element, HEADING).slice(0, 24)];
  const active = candidates.filter((candidate) => matches(candidate, ACTIVE_TAB));
  for (const candidate of [...active, ...candidates]) {
    const text = headingText(candidate);
    if (text !== '') return { element: candidate, text };
  }
  const plain = queryAll(element, 'a, span, b, strong, font').slice(0, 6);
  for (const candidate of plain) {
    const text = headingText(candidate);
    if (text !== '' && columnType(text) !== undefined) return { element: candidate, text };
  }
  return undefined;
}

/** The text of a heading without 更多 and marks; empty where it is too long or no words. */
function headingText(element: Element): string {
  if (matches(element, 'th, th *, thead *, td, button') || isPlaceText(element)) return '';
  const text = oneLine(element.textContent ?? '', 60)
    .normalize('NFKC')
    .replace(MORE, '');
  return text.length >= 2 && text.length <= LONGEST_HEADING && /[\u4e00-\u9fff]{2}/.test(text)
    ? text
    : '';
}

/** 当前位置：首页 > 通知公告 */
function isPlaceText(element: Element): boolean {
  return /位置\s*[:：]|首页\s*[>›»/]/.test(oneLine(element.textContent ?? '', 60));
}

function* headings(
  placeOf: (element: Element) => Place,
): Steps<readonly (readonly [Element, string])[]> {
  const found: [Element, string][] = [];
  for (const [index, element] of queryFirst(document, HEADING, 4_000).entries()) {
    if (found.length >= MAX_HEADINGS) break;
    if (index % STEP === 0) yield;
    const text = headingText(element);
    if (text === '' || placeOf(element) !== 'content' || !isVisible(element)) continue;
    // The outermost of several elements around one text.
    const last = found[found.length - 1];
    if (last && last[1] === text && contains(last[0], element)) continue;
    found.push([element, text]);
  }
  return found;
}

/** Whether a heading stands over nothing, or over words like 暂无内容. */
function isBlankBelow(heading: Element, title: string): boolean {
  // What stands beside an open tab are the other tabs.
  let block: Element | null = matches(heading, ACTIVE_TAB) ? tabStrip(heading) : heading;
  for (let level = 0; block && level < 4; level += 1) {
    if (level > 0 && queryAll(block, LOADING).length > 0) return false;
    const rest = followingText(block);
    if (rest !== '') return judgeRest(rest, title);
    if (level >= 1 && hasOwnBody(block)) return true;
    const parent: Element | null = parentOf(block);
    if (parent === null || matches(parent, 'body, main, html, form')) return false;
    block = parent;
  }
  return false;
}

/** Below a form that asks for something an empty list is the answer to it. */
function isBelowQuery(heading: Element): boolean {
  let block: Element | null = heading;
  for (let level = 0; block && level < 2; level += 1) {
    const before = block.previousElementSibling;
    if (
      before !== null &&
      queryAll(before, 'input, select').length > 0 &&
      isAboutSearch(oneLine(before.textContent ?? '', 200))
    )
      return true;
    block = parentOf(block);
  }
  return false;
}

/** A tab beside an open one: what it holds is not on the page. */
function isClosedTab(element: Element): boolean {
  const strip = tabStrip(element);
  if (strip === element || matches(element, ACTIVE_TAB)) return false;
  return Array.from(children(strip)).some((other) => matches(other, ACTIVE_TAB));
}

/** The row of tabs that an element is one of; else the element itself. */
function tabStrip(element: Element): Element {
  const strip = parentOf(element);
  return strip !== null && matches(strip, '[class*="tab" i], [role="tablist"]') ? strip : element;
}

/** The block has room for content below its heading: another child without any text. */
function hasOwnBody(block: Element): boolean {
  return Array.from(children(block)).some(
    (child) =>
      matches(child, 'ul, ol, dl, table, tr, div, section') &&
      (child.textContent ?? '').trim() === '' &&
      queryAll(child, 'img, video, canvas, iframe, input, svg').length === 0,
  );
}

/** What stands behind the heading up to the next heading of the same kind. */
function followingText(element: Element): string {
  let sibling = element.nextElementSibling;
  for (let step = 0; sibling && step < 6; step += 1) {
    if (
      localName(sibling) === localName(element) &&
      attribute(sibling, 'class') === attribute(element, 'class')
    )
      break;
    const text = oneLine(sibling.textContent ?? '', 80).replace(MORE, '');
    // Words that it is empty stand under a picture of an empty box, too.
    if (queryAll(sibling, MEDIA).length > 0 && !judgeRest(text, '')) return '图';
    if (text !== '') return text;
    sibling = sibling.nextElementSibling;
  }
  return '';
}

function judgeRest(rest: string, title: string): boolean {
  const plain = rest.replace(title, '');
  const state = readState(plain);
  const empty = state === 'empty' || state === 'under-construction' || NO_ROWS.test(plain);
  return empty && !isAboutSearch(plain);
}
