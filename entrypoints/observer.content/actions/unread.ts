import { children, closest, isVisible, localName, queryAll, textContent } from '../forms/dom';
import { oneLine } from '../forms/text';

const MARKED =
  '[class*="unread" i], [class*="un-read" i], [class*="noread" i], [class*="no-read" i], [class*="not-read" i], [class*="weidu" i], [class*="is-dot"], [class*="badge-dot"], [data-read="0"], [data-read="false"]';
const ROW = 'li, tr, dd, [role="row"], [role="listitem"], [class*="item" i], .van-cell';
const TAGS = 'span, td, em, i, b, font, div, a';
const MAX_TAGS = 6_000;

/** How many objects wait to be read or are chosen, before an action on many of them. */
export interface Open {
  /** Visible rows that are marked as unread. */
  readonly rows: number;
  /** The number that a counter prints, as in 未读(50) or a badge on 消息. */
  readonly counter: number | undefined;
  /** Rows of a table or list that are ticked. */
  readonly ticked: number;
}

/** Counts what is open now. A few queries, only when an action on many objects is pressed. */
export function countOpen(): Open {
  const rows = new Set<Element>();
  for (const mark of queryAll(document, MARKED).slice(0, 3_000)) {
    const row = closest(mark, ROW);
    if (row && isVisible(row) && isVisible(mark)) rows.add(row);
  }
  let counter: number | undefined;
  for (const tag of queryAll(document, TAGS).slice(0, MAX_TAGS)) {
    if (tag.childElementCount > 1) continue;
    const text = oneLine(textContent(tag), 24).normalize('NFKC').replace(/\s+/g, '');
    if (/^[[(]?(未读|未阅|待阅|未签收|待签收)[\])]?$/.test(text)) {
      const row = closest(tag, ROW);
      if (row && isVisible(tag) && !isFilter(row)) rows.add(row);
      continue;
    }
    const printed =
      /(?:未读|未阅|待阅|待签收|未签收)(?:消息|通知|公告|文件|信息)?[(:：]?(\d{1,4})(?:条|份|个|封)?\)?/.exec(
        text,
      );
    if (printed && isVisible(tag)) counter = Math.max(counter ?? 0, Number(printed[1]));
  }
  return { rows: rows.size, counter, ticked: tickedRows() };
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
  const counted =
    before.counter !== undefined && (now.counter ?? 0) < before.counter
      ? before.counter - (now.counter ?? 0)
      : 0;
  const changed = Math.max(before.rows - now.rows, counted);
  if (changed > 0) return changed;
  return Math.max(1, before.ticked - now.ticked);
}

/** The text that names what an action acts on: the title of its row, else nothing. */
export function rowTitle(control: Element): string | undefined {
  const row = closest(
    control,
    'tr, li, [role="row"], [role="listitem"], [class*="list-item" i], [class*="list__item" i], .el-card, .ant-list-item, .van-cell',
  );
  if (row === null || row === control) return undefined;
  const title = queryAll(row, 'a, h3, h4, h5, [class*="title" i], td, .van-cell__title, p')
    .filter((part) => !part.contains(control) && !control.contains(part))
    .map((part) => oneLine(textContent(part), 80))
    .find((text) => text.length >= 4 && !/^[\d\s:./-]+$/.test(text));
  if (title !== undefined) return title;
  const all = oneLine(textContent(row), 160)
    .replace(oneLine(textContent(control), 60), '')
    .trim();
  return all.length >= 4 && children(row).length > 0 ? all.slice(0, 80) : undefined;
}
