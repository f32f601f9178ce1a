import type { Control } from './control';
import { controlOf, isControlLike, PARTS } from './control';
import {
  attribute,
  children,
  closest,
  forAWhile,
  localName,
  matches,
  parentOf,
  queryAll,
  queryOne,
} from './dom';
import { compactText, isUnitText, visibleText } from './text';

/** What a table says about one of its cells. */
export interface TableLabels {
  /** Text of the cell to the left, where the table is a form laid out in cells. */
  readonly cell?: string;
  /** Text of the column's header, where the table is a grid of records. */
  readonly header?: string;
  /** Index of the record's row within a grid. */
  readonly row?: number;
  /** The cell left of it holds another control: they share the label. */
  readonly shared: boolean;
}

const CELL = 'td,th,[role=gridcell],[role=cell]';
const ROW = 'tr,[role=row]';
/** A row of more cells is no form: looking through it for each of its cells would take seconds. */
const MOST_CELLS = 300;

export function isPlaced(element: Element): boolean {
  return getComputedStyle(element).position === 'absolute';
}

/** The cell that a control stands in, or that its box, an editor for all of them, lies upon. */
export function cellOf(root: Element): Element | null {
  const around = closest(root, CELL);
  if (around || ![root, parentOf(root)].some((one) => one && isPlaced(one))) return around;
  const { left, top } = root.getBoundingClientRect();
  const under = root.ownerDocument.elementsFromPoint(left + 9, top + 9);
  return under.find((one) => matches(one, CELL)) ?? null;
}

/** Labels that come from the table around a control, if it stands in one. */
export function tableLabels(control: Control): TableLabels | undefined {
  let cell = cellOf(control.root);
  let found: TableLabels | undefined;
  for (let level = 0; cell && level <= MOST_NESTED; level++) {
    const row = closest(cell, ROW);
    const outer = row && cellAround(row);
    // Cell editors nest a one-cell table inside the grid's own cell.
    if (row && (!outer || children(row).length > 1)) found = labelsOfCell(cell, row);
    if (found || !outer) return found;
    cell = outer;
  }
  return undefined;
}

const MOST_NESTED = 3;
/** A table that only puts a box and its button side by side holds no more boxes than this. */
const MOST_BESIDE = 2;

const holdsFew = forAWhile((table): boolean => queryAll(table, PARTS).length <= MOST_BESIDE);

/** The cell that holds the table of a row, if that table only lays out what stands in the cell. */
function cellAround(row: Element): Element | undefined {
  const table = closest(row, 'table');
  const around = table && parentOf(table);
  const cell = around && closest(around, CELL);
  if (!cell || !table) return undefined;
  const few = children(row).length === 1 || holdsFew(table);
  return few ? cell : undefined;
}

function labelsOfCell(cell: Element, row: Element): TableLabels | undefined {
  if (children(row).length > MOST_CELLS) return undefined;
  const left = leftCell(cell);
  const header = columnHeader(cell, row, left?.text);
  if (header) {
    return {
      header: header.text,
      shared: false,
      ...(header.grid ? { row: rowIndex(row) } : {}),
      ...(header.matrixRow ? { cell: header.matrixRow } : {}),
    };
  }
  return left ? { cell: left.text, shared: left.shared } : undefined;
}

function leftCell(cell: Element): { text: string; shared: boolean } | undefined {
  let shared = false;
  for (let left = cell.previousElementSibling; left; left = left.previousElementSibling) {
    if (queryOne(left, PARTS)) {
      const text = textWithoutControls(left);
      if (text && !/^[-—~至到元亩岁%年月日.\s]*$/u.test(text)) return undefined;
      shared = true;
      continue;
    }
    const text = visibleText(left);
    // A code or running number names nothing.
    if (/^[-—~至到:：*\s\d]*$/u.test(text) || isUnitText(text)) continue;
    return { text, shared };
  }
  return undefined;
}

/** Text of an element, without what its controls show. */
export function textWithoutControls(element: Element): string {
  return visibleText(element, 80, isControlLike);
}

interface Header {
  readonly text: string;
  readonly grid: boolean;
  readonly matrixRow?: string;
}

/** What stands over a cell of a grid, as the answers over the rows of a questionnaire. */
export function headerOver(part: Element): string {
  const cell = closest(part, CELL);
  const row = cell && closest(cell, ROW);
  return (cell && row && columnHeader(cell, row, undefined)?.text) ?? '';
}

/** The header over a cell, if the table is a grid and not a form laid out in cells. */
function columnHeader(
  cell: Element,
  row: Element,
  leftText: string | undefined,
): Header | undefined {
  const keyed = keyedHeader(cell);
  if (keyed) return { text: keyed, grid: true };
  const table = closest(row, 'table,[role=grid],[role=table],[role=treegrid]');
  if (!table) return undefined;
  const column = columnIndex(cell);
  const headerRows = headerRowsOf(table, row);
  const text = headerAt(headerRows, column);
  if (!text) return undefined;
  const matrixRow = leftText && isMatrix(headerRows, cell, row) ? leftText : undefined;
  const grid = matrixRow === undefined && !isLaidOut(table, headerRows);
  return { text, grid, ...(matrixRow ? { matrixRow } : {}) };
}

/** A form in pairs of rows, texts over boxes: each pair has headers of its own, and none is a record. */
function isLaidOut(table: Element, headers: readonly Element[]): boolean {
  const first = headers[0];
  if (!first || matches(first, 'thead *')) return false;
  const { runs } = rowsOf(table);
  return runs.length > 1 && runs.every(({ length }) => length <= LONGEST_HEADER);
}

/** Header rows of a table without `thead`; more texts in a row are records that are shown. */
const LONGEST_HEADER = 3;

interface Rows {
  readonly place: ReadonlyMap<Element, number>;
  /** Neighbouring rows of two texts and more, without a control. */
  readonly runs: readonly (readonly Element[])[];
  /** For each row, the run of texts above it, with rows of controls at most between. */
  readonly above: readonly (readonly Element[])[];
}

const rowsOf = forAWhile((table): Rows => {
  const rows = queryAll(table, 'tr').filter((row) => closest(row, 'table') === table);
  const runs: Element[][] = [];
  const above: Element[][] = [];
  let run: Element[] = [];
  let open = false;
  for (const row of rows) {
    above.push(run);
    if (queryOne(row, PARTS)) open = false;
    else if (children(row).length > 1) {
      if (!open) {
        run = [];
        runs.push(run);
      }
      open = true;
      run.push(row);
    } else {
      // A title over the whole width heads nothing.
      run = [];
      open = false;
    }
  }
  return { place: new Map(rows.map((row, index) => [row, index])), runs, above };
});

/** Grids that split header and body name their columns. */
function keyedHeader(cell: Element): string | undefined {
  for (const name of [
    'field',
    'data-field',
    'colid',
    'col-id',
    'data-colid',
    'data-column-key',
    'tabulator-field',
  ]) {
    const key = attribute(cell, name);
    if (!key) continue;
    const view = closest(
      cell,
      '.datagrid-view,.layui-table-view,.vxe-table,.ag-root,[role=grid],[class*=table-wrapper]',
    );
    const header =
      view &&
      queryAll(view, `[${name}="${CSS.escape(key)}"]`).find(
        (other) =>
          other !== cell &&
          (localName(other) === 'th' ||
            closest(other, '[class*=header],thead,[role=columnheader]') !== null),
      );
    const text = header && visibleText(header);
    if (text) return text;
  }
  return undefined;
}

function columnIndex(cell: Element): number {
  const aria = attribute(cell, 'aria-colindex');
  if (aria && Number(aria) > 0) return Number(aria) - 1;
  let index = 0;
  for (let left = cell.previousElementSibling; left; left = left.previousElementSibling) {
    index += span(left, 'colspan');
  }
  return index;
}

export function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number(attribute(cell, name) ?? 1);
  return Number.isInteger(value) && value > 0 && value < 1000 ? value : 1;
}

/** Rows that head the columns: `thead`, a separate header table, or first rows without controls. */
function headerRowsOf(table: Element, row: Element): readonly Element[] {
  const own = ownHeaders(table).filter((candidate) => candidate !== row);
  if (own.length > 0) return own;
  const split = splitHeader(table);
  if (split.length > 0) return split;
  return leadingTextRows(table, row);
}

const ownHeaders = forAWhile((table) =>
  queryAll(table, 'thead tr,[role=rowgroup] > [role=row]').filter(
    (candidate) =>
      closest(candidate, 'table,[role=grid],[role=table],[role=treegrid]') === table &&
      isHeaderRow(candidate),
  ),
);

function isHeaderRow(row: Element): boolean {
  const cells = Array.from(children(row));
  return (
    cells.length > 0 &&
    cells.every((cell) => matches(cell, 'th,td,[role=columnheader]')) &&
    cells.some((cell) => matches(cell, 'th,[role=columnheader]')) &&
    queryAll(row, PARTS).every((part) => matches(part, '[type=checkbox],[role=checkbox]'))
  );
}

/** Fixed headers are tables of their own, beside the body's table. */
const splitHeader = forAWhile((table): Element[] => {
  let ancestor = parentOf(table);
  for (let level = 0; ancestor && level < 5; level++) {
    if (matches(ancestor, 'form,body,[role=dialog]')) return [];
    const head = queryAll(ancestor, 'thead').find((candidate) => !table.contains(candidate));
    if (head) return queryAll(head, 'tr');
    ancestor = parentOf(ancestor);
  }
  return [];
});

/** A first row of texts over a row of as many cells, in a table that has no `thead`. */
function leadingTextRows(table: Element, row: Element): readonly Element[] {
  const { place, above } = rowsOf(table);
  const width = rowWidth(row);
  const run = above[place.get(row) ?? -1] ?? [];
  const titles = run.filter(
    (candidate) => children(candidate).length > 1 && isAllHeader(candidate),
  );
  const said = titles.length > 0;
  // Records whose boxes are shown one after the other are texts too.
  const leading = said ? titles : run.length > LONGEST_HEADER ? run.slice(0, 1) : run;
  const controls = Array.from(children(row)).filter((cell) => queryOne(cell, PARTS)).length;
  const heads = leading.some((candidate) => rowWidth(candidate) === width);
  const texts = Array.from(children(row)).filter((cell) => isLabelCell(cell)).length;
  // In a form laid out in cells every control has its own text cell to the left.
  return heads && (said || (controls >= 2 && controls > texts)) ? leading : [];
}

function isAllHeader(row: Element): boolean {
  return Array.from(children(row)).every((cell) => localName(cell) === 'th');
}

/** What is pressed in a cell names nothing. */
function isLabelCell(cell: Element): boolean {
  const text = queryOne(cell, PARTS)
    ? ''
    : visibleText(cell, 80, (inner) => matches(inner, 'a,[role=button]'));
  return /\p{Script=Han}|[a-z]/iu.test(text) && !isUnitText(text);
}

/** The unit that stands in a cell of its own, left of the figures of its row. */
export function unitBeside(control: Control): string | undefined {
  const cell = closest(control.root, CELL);
  for (let left = cell?.previousElementSibling; left; left = left.previousElementSibling) {
    const text = queryOne(left, PARTS) ? '' : visibleText(left, 12);
    if (!isUnitText(text)) continue;
    // Behind a box it is that box's unit.
    const before = left.previousElementSibling;
    return before && queryOne(before, PARTS) ? undefined : compactText(text);
  }
  return undefined;
}

function rowWidth(row: Element): number {
  return Array.from(children(row)).reduce((sum, cell) => sum + span(cell, 'colspan'), 0);
}

/** The deepest header text over a column, through merged header cells. */
function headerAt(rows: readonly Element[], column: number): string | undefined {
  const taken: boolean[][] = rows.map(() => []);
  let text: string | undefined;
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of Array.from(children(row))) {
      while (taken[y]?.[x]) x++;
      if (x > column) break;
      const width = span(cell, 'colspan');
      const height = span(cell, 'rowspan');
      for (const line of taken.slice(y + 1, y + height)) {
        for (let at = x; at < x + width && at <= column; at++) line[at] = true;
      }
      if (column >= x && column < x + width) text = visibleText(cell) || text;
      x += width;
    }
  });
  return text;
}

/** Whose figure it is, of when: 本期数, 上年同期, 累计, 计划. */
const OF_WHEN = /(?<!日)期|[年月季旬周]|累计|合计|计划|实际|完成|增[减长幅]|占比/u;

/**
 * Rows of a statistical table are items, not records: the left cell is part of the label. Where each row
 * has several boxes for what is said of it (得分, 说明), the columns name them.
 */
function isMatrix(headers: readonly Element[], cell: Element, row: Element): boolean {
  const first = children(row)[0];
  if (!first || first === cell || queryOne(first, PARTS)) return false;
  const kinds = Array.from(children(row), kindIn);
  // Each answer to tick has a cell of its own: the columns are the answers.
  if (kinds.filter((kind) => kind === 'radio').length > 1) return true;
  // Numbered questions, each with one answer.
  const asked = children(row)[1];
  if (
    asked &&
    kinds.filter(Boolean).length === 1 &&
    kinds.includes('radio') &&
    NUMBER.test(first.textContent ?? '')
  ) {
    return asked !== cell && QUESTIONS.test(headerAt(headers, 1) ?? '');
  }
  const boxes = Array.from(children(row)).filter((_, index) => {
    const kind = kinds[index];
    return kind !== undefined && kind !== 'radio' && kind !== 'checkbox';
  });
  const heads = boxes.map((box) => headerAt(headers, columnIndex(box)) ?? '');
  if (boxes.length > 1 && !heads.every((head) => OF_WHEN.test(head))) return false;
  const corner = headerAt(headers, 0) ?? '';
  return (
    matches(first, 'th') ||
    /指标|项目|类别|科目|内容|品种|作物|名称$|事项/u.test(corner.replace(/\s/g, ''))
  );
}

const NUMBER = /^\s*\d+\s*$/;
const QUESTIONS = /(内容|项目|事项|标准|要求|问题|条款)\s*$/;

function kindIn(cell: Element): Control['kind'] | undefined {
  const part = queryOne(cell, PARTS);
  return part === null ? undefined : controlOf(part)?.kind;
}

/** Position of a row among the rows of its own kind, from 0. */
function rowIndex(row: Element): number {
  const aria =
    attribute(row, 'aria-rowindex') ??
    attribute(row, 'datagrid-row-index') ??
    attribute(row, 'data-index');
  if (aria && Number.isInteger(Number(aria))) return Number(aria);
  const parent = parentOf(row);
  if (!parent) return 0;
  const rows = Array.from(children(parent)).filter((other) => !isAllHeader(other));
  const filled = rows.filter((other) => queryOne(other, PARTS));
  // Where one cell after the other becomes a box, all rows are records.
  return (filled.length > 1 ? filled : rows).indexOf(row);
}
