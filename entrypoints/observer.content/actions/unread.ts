import {
  attribute,
  closest,
  isVisible,
  localName,
  matches,
  parentOf,
  queryAll,
  textContent,
} from '../forms/dom';
import { oneLine, visibleText } from '../forms/text';

const MARKED =
  '[class*="unread" i], [class*="un-read" i], [class*="noread" i], [class*="no-read" i], [class*="not-read" i], [class*="weidu" i], [class*="is-dot"], [class*="badge-dot"], [data-read="0"], [data-read="false"]';
const ROW = 'li, tr, dd, [role="row"], [role="listitem"], [class*="item" i], .van-cell';
const TAGS = 'span, td, em, i, b, font, div, a';
const MAX_TAGS = 6_000;

const BADGES =
  '[class*="badge" i], sup, [class*="count" i], [class*="num" i], [class*="unread" i], [class*="bubble" i]';
const PRESSABLE = 'button, a, [role="button"], [class*="btn" i]';

/** How many objects wait to be read or are chosen, before an action on many of them. */
export interface Open {
  /** Visible rows that are marked as unread. */
  readonly rows: number;
  /** The number that a counter prints, as in 未读(50) or a badge on 消息. */
  readonly counter: number | undefined;
  /** Controls that would do the same to one object each. */
  readonly single: number;
  /** Rows of a table or list that are ticked. */
  readonly ticked: number;
}

/**
 * Counts what is open now. Some queries, only when an action on many objects is pressed.
 *
 * @param isSingle whether a control does to one object what was pressed for many
 */
export function countOpen(isSingle: (control: Element) => boolean): Open {
  const rows = new Set<Element>();
  for (const mark of queryAll(document, MARKED).slice(0, 3_000)) {
    const row = closest(mark, ROW);
    if (row && isVisible(row) && isVisible(mark)) rows.add(row);
  }
  let counter: number | undefined;
  for (const tag of queryAll(document, TAGS).slice(0, MAX_TAGS)) {
    if (tag.childElementCount > 1) continue;
    const text = plain(tag, 24);
    if (/^[[(]?(未读|未阅|待阅|未签收|待签收)[\])]?$/.test(text)) {
      const row = closest(tag, ROW);
      if (row && isVisible(tag) && !isFilter(row)) rows.add(row);
      continue;
    }
    const printed = COUNTER.exec(text);
    if (printed && isVisible(tag)) counter = Math.max(counter ?? 0, Number(printed[1]));
  }
  for (const badge of queryAll(document, BADGES).slice(0, 400)) {
    const number = /^\d{1,4}\+?$/.exec(attribute(badge, 'title') ?? plain(badge, 8))?.[0];
    const around = number === undefined ? null : parentOf(badge);
    if (number === undefined || around === null || !isVisible(badge)) continue;
    if (/消息|通知|公告|未读|待阅|待办|提醒|信箱/.test(plain(around, 24))) {
      counter = Math.max(counter ?? 0, Number.parseInt(number, 10));
    }
  }
  const single = queryAll(document, PRESSABLE)
    .slice(0, 3_000)
    .filter((control) => plain(control, 12).length <= 8 && isVisible(control) && isSingle(control));
  return { rows: rows.size, counter, single: single.length, ticked: tickedRows() };
}

const COUNTER =
  /(?:未读|未阅|待阅|待签收|未签收)(?:消息|通知|公告|文件|信息)?[(:：]?(\d{1,4})(?:条|份|个|封)?\)?/;

function plain(element: Element, limit: number): string {
  return oneLine(textContent(element), limit).normalize('NFKC').replace(/\s+/g, '');
}

/** 全部 | 未读 | 已读 are choices, not rows. */
function isFilter(row: Element): boolean {
  return oneLine(textContent(row), 16).length <= 8 && localName(row) !== 'tr';
}

function tickedRows(): number {
  const ticked = queryAll(
    document,
    'tbody input[type="checkbox"]:checked, tbody .is-checked, li input[type="checkbox"]:checked, .layui-table-body .layui-form-checked, .datagrid-row-checked, .ant-table-row-selected',
  ).slice(0, 2_000);
  return new Set(ticked.map((tick) => closest(tick, 'tr, li') ?? tick)).size;
}

/** How many objects an action changed, by what was open before and is open now; at least one. */
export function countChanged(before: Open, now: Open): number {
  const counted = before.counter === undefined ? 0 : before.counter - (now.counter ?? 0);
  const changed = Math.max(counted, before.rows - now.rows, before.single - now.single);
  if (changed > 0) return changed;
  return Math.max(1, before.ticked - now.ticked);
}

const BUTTONS = 'button, [role="button"], [class*="btn" i], button *, [role="button"] *';
const TITLED_ROW =
  'tr, li, [role="row"], [role="listitem"], [class*="list-item" i], [class*="list__item" i], .el-card, .ant-card, .van-cell, [class*="card" i]';
const ROW_TITLE = 'a, h3, h4, h5, [class*="title" i], td, .van-cell__title, p, span, div';

/** The text that names what an action acts on: the title of its row, else nothing. */
export function rowTitle(control: Element): string | undefined {
  let row = closest(control, TITLED_ROW);
  // A list of buttons inside a row is a list too: go up until there is a title.
  for (let level = 0; row && level < 3; level += 1) {
    const title = titleWithin(row, control);
    if (title !== undefined) return title;
    const above = parentOf(row);
    row = above && closest(above, TITLED_ROW);
  }
  return undefined;
}

function titleWithin(row: Element, control: Element): string | undefined {
  if (oneLine(textContent(row), 600).length > 500) return undefined;
  for (const part of queryAll(row, ROW_TITLE).slice(0, 60)) {
    if (part.contains(control) || control.contains(part) || matches(part, BUTTONS)) continue;
    const text = visibleText(part, 80);
    if (text.length >= 4 && !/^[\d\s:./-]+$/.test(text)) return text;
  }
  return undefined;
}
