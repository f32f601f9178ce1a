import {
  type Day,
  dateFromAddress,
  joinSplitDate,
  mayBePartOfDate,
  mayTellDate,
  updateDate,
} from '../../../utils/domain/page-dates';
import {
  attribute,
  children,
  classTokens,
  closest,
  contains,
  forAWhile,
  localName,
  matches,
  parentOf,
  queryAll,
  queryFirst,
  queryOne,
} from '../forms/dom';
import type { Steps } from '../in-slices';
import type { PageText } from './page-texts';
import type { Place } from './places';

/** Rows of one list: siblings that each hold a title, a date or both. */
export interface ListGroup {
  readonly parent: Element;
  readonly rows: readonly Element[];
  readonly newest: Day | undefined;
  readonly dated: number;
}

/** A link with at least so many characters is the title of something, not an entry of a menu. */
const TITLE_CHARACTERS = 8;
const MAX_LINKS = 3_000;
const ROWS = new Set(['li', 'tr', 'dd', 'article']);
/** A row stands below these, never above them. */
const LARGE = new Set(['body', 'main', 'section', 'form', 'table']);
/** news-item, list_item; not news-item__title, which is a part of one. */
const ROW_CLASS = /(^|[-_])items?$/i;
const LEAST_TWINS = 3;
/** So many links, texts or rows are one step. */
const STEP = 8;

/** The lists of the page with the newest date of each, in document order. */
export function* listGroups(
  root: Element,
  texts: readonly PageText[],
  today: Day,
  placeOf: (element: Element) => Place,
): Steps<readonly ListGroup[]> {
  const rows = new Map<Element, Day | undefined>();
  const note = (row: Element, day: Day | undefined): void => {
    const known = rows.get(row);
    rows.set(row, day !== undefined && (known === undefined || day > known) ? day : known);
  };
  for (const [index, link] of queryFirst(root, 'a[href]', MAX_LINKS).entries()) {
    if (index % STEP === 0) yield;
    const title = (attribute(link, 'title') ?? link.textContent ?? '').trim();
    if (title.length < TITLE_CHARACTERS || placeOf(link) !== 'content') continue;
    const row = rowOf(link);
    if (row !== undefined) note(row, rows.get(row));
  }
  let steps = 0;
  for (const { text, element, before } of texts) {
    const told = labelledText(before, text);
    if (!mayTellDate(told) && !mayBePartOfDate(text)) continue;
    if (steps++ % STEP === 0) yield;
    const row = rowOf(element);
    if (row === undefined || placeOf(element) !== 'content') continue;
    const day = rowDate(told, element, row, today);
    if (day !== undefined) note(row, day);
  }
  for (const [row, day] of rows) {
    if (day !== undefined) continue;
    if (steps++ % STEP === 0) yield;
    const link = matches(row, 'a[href]') ? row : queryOne(row, 'a[href]');
    const path = link ? pathOf(link) : '';
    note(row, path === '' ? undefined : dateFromAddress(path, today));
  }
  return grouped(rows);
}

/** A text with the label before it. A long text before it is a title and says nothing about it. */
export function labelledText(before: string, text: string): string {
  const label = before.trim();
  return /[:：]$/.test(label) || label.length <= 8 ? `${label} ${text}` : text;
}

/** The date that one text of a row tells; the words before it may take it away. */
function rowDate(text: string, element: Element, row: Element, today: Day): Day | undefined {
  const header = columnHeader(element);
  const day = updateDate(header === '' ? text : `${header}：${text}`, { today, inRow: true });
  if (day !== undefined || header !== '') return day;
  const card = parentOf(element);
  if (card === null || !contains(row, card) || (card.textContent ?? '').trim().length > 16)
    return undefined;
  const parts = Array.from(card.childNodes, (node) => node.textContent ?? '');
  return joinSplitDate(parts, today);
}

/** The header of a table cell's column, as 截止时间; empty outside tables. */
export function columnHeader(element: Element): string {
  const cell = closest(element, 'td');
  if (cell === null) return '';
  const row = parentOf(cell);
  const table = closest(cell, 'table');
  if (row === null || table === null) return '';
  const index = Array.from(children(row)).indexOf(cell);
  for (const cells of headsOf(table)) {
    if (cells.length > index && cells.length >= row.childElementCount - 1) {
      return (cells[index]?.textContent ?? '').replace(/\s+/g, '').slice(0, 12);
    }
  }
  return '';
}

/** The header cells of a table, and those of the component around it that keeps its head apart. */
const headsOf = forAWhile((table): readonly (readonly Element[])[] => {
  const wrapper = closest(
    table,
    '.el-table, .ant-table, .layui-table-view, .datagrid-view, .vxe-table',
  );
  return [table, ...(wrapper ? [wrapper] : [])].map((head) => queryAll(head, 'th'));
});

function rowOf(element: Element): Element | undefined {
  let row: Element | null = element;
  for (let level = 0; row && level < 5; level += 1) {
    const name = localName(row);
    if (LARGE.has(name)) return undefined;
    const isRow = ROWS.has(name) || classTokens(row).some((token) => ROW_CLASS.test(token));
    if (isRow || hasTwins(row)) {
      // A cell's own wrapper is no row: the row holds title and date together.
      return closest(row, 'tr') ?? row;
    }
    row = parentOf(row);
  }
  return undefined;
}

/** At least two more siblings are built alike. Most lists tell it by their first rows. */
function hasTwins(element: Element): boolean {
  const parent = parentOf(element);
  if (parent === null || parent.childElementCount < 2 || localName(element) === 'span')
    return false;
  if (localName(element) === 'td' || localName(element) === 'th') return false;
  const name = localName(element);
  const own = attribute(element, 'class') ?? '';
  let twins = 0;
  const siblings = children(parent);
  for (let place = 0; place < 60; place += 1) {
    const sibling = siblings.item(place);
    if (sibling === null) break;
    const alike = localName(sibling) === name && (attribute(sibling, 'class') ?? '') === own;
    if (alike && sibling.childElementCount > 0 === element.childElementCount > 0) twins += 1;
    if (twins === LEAST_TWINS) return true;
  }
  return false;
}

function grouped(rows: ReadonlyMap<Element, Day | undefined>): readonly ListGroup[] {
  const groups = new Map<Element, { rows: Element[]; newest: Day | undefined; dated: number }>();
  for (const [row, day] of rows) {
    const parent = (localName(row) === 'tr' ? closest(row, 'table') : parentOf(row)) ?? row;
    const group = groups.get(parent) ?? { rows: [], newest: undefined, dated: 0 };
    group.rows.push(row);
    if (day !== undefined) {
      group.dated += 1;
      if (group.newest === undefined || day > group.newest) group.newest = day;
    }
    groups.set(parent, group);
  }
  return Array.from(groups, ([parent, group]) => ({ parent, ...group }));
}

/** The path of a link that holds a year; of others it would tell nothing. */
function pathOf(link: Element): string {
  const href = attribute(link, 'href') ?? '';
  if (!/20\d\d/.test(href) && !/20\d\d/.test(document.baseURI)) return '';
  try {
    return new URL(href, document.baseURI).pathname;
  } catch {
    return '';
  }
}
