import type { FieldReading, LabelSource } from '../../../utils/domain/observation';
import type { Control } from './control';
import { controlOf, PARTS } from './control';
import {
  attribute,
  children,
  closest,
  contains,
  isElement,
  isVisible,
  matches,
  nextSibling,
  parentOf,
  previousSibling,
  queryAll,
  queryOne,
} from './dom';
import { libraryItem } from './library';
import { isPlaced, span, tableLabels, textWithoutControls, unitBeside } from './table-label';
import { compactText, isUnitText, oneLine, TEXT_LIMIT, visibleText } from './text';

type Label = FieldReading['labels'][number];

/**
 * What names a control, best evidence first: the library's own label, `<label>` and ARIA, the table
 * around it, the nearest text before it, its placeholder, title and last its technical name.
 *
 * Where several controls share one label (街道 / 社区 / 网格 under 组织结构), what tells them apart
 * comes first: the placeholder.
 */
export interface LabelFinding {
  readonly labels: readonly Label[];
  /** Row of the record in an editable grid. */
  readonly row?: number;
  /** Technical name: `name`, `id` or the model key that the library leaves in the page. */
  readonly name?: string;
  /** The element that holds label and control, if a library made one. */
  readonly item?: Element;
}

const CLIMB_LEVELS = 14;
const LABEL_LENGTH = 40;

export function findLabels(control: Control): LabelFinding {
  const found: Label[] = [];
  const add = (text: string | null | undefined, source: LabelSource): void => {
    const line = oneLine(text ?? '');
    if (isLabelText(line) && !found.some((label) => label.text === line)) {
      found.push({ text: line, source });
    }
  };
  const placeholder = placeholderOf(control);
  const library = libraryItem(control.root);
  const libraryText = library?.label ? visibleText(library.label) : '';
  const table = tableLabels(control);
  let shared = false;

  if (table?.header !== undefined && !insideCell(library?.item, control)) {
    if (table.cell) add(table.cell, 'table-cell');
    add(table.header, 'table-header');
  }
  if (found.length === 0 && library && libraryText) {
    const near = nearestText(control, library.item);
    const inner = near && !contains(library.label as Element, near.node) ? near : undefined;
    if (inner && isLabelText(inner.text) && !isUnitText(inner.text)) {
      add(inner.text, 'preceding-text');
    } else if (sharesItem(control, library.item)) {
      shared = true;
    }
    if (shared) add(placeholder, 'placeholder');
    add(libraryText, 'library');
  }
  add(labelElementText(control), 'label');
  add(ariaText(control), 'aria');
  if (found.length === 0) add(hostLabel(control), 'label');
  if (found.length === 0 && table?.cell === undefined) add(statementBeside(control), 'label');
  if (found.length === 0) add(groupTitle(control), 'label');
  if (found.length === 0 || (shared && found.length === 1)) {
    const boundary = closest(control.root, 'td,th') ?? undefined;
    const near = nearestText(control, boundary);
    if (near && (!boundary || contains(boundary, near.node))) {
      if (near.shared || near.heading) add(placeholder, 'placeholder');
      add(near.text, near.heading ? 'legend' : 'preceding-text');
    }
  }
  if (table?.cell !== undefined && table.header === undefined) {
    const cell = closest(control.root, 'td,th');
    const mates = cell ? matesIn(cell, control) : [];
    const before = mates.slice(
      0,
      mates.findIndex(({ root }) => root === control.root),
    );
    const parted = control.kind === 'select' && mates.length > 1;
    if (table.shared || before.length > 0 || parted) add(placeholder, 'placeholder');
    // The second of two alike, of which nothing says what it is: not the same once more.
    const again = table.shared || before.some(({ kind }) => kind === control.kind);
    add(
      again && found.length === 0 && !partOfAnswer(control) ? `${table.cell} 续` : table.cell,
      'table-cell',
    );
  }
  if (found.length === 0 && !table) {
    const near = nearestText(control, undefined);
    if (near?.heading) add(placeholder, 'placeholder');
    if (near) add(near.text, near.heading ? 'legend' : 'preceding-text');
  }
  add(legendText(control), 'legend');
  add(placeholder, 'placeholder');
  if (found.length === 0 && (control.kind === 'checkbox' || control.kind === 'radio')) {
    add(visibleText(parentOf(control.root) ?? control.root), 'label');
  }
  if (found.length === 0) add(floatingLabel(control), 'label');
  if (found.length === 0) add(nearestText(control, undefined, true)?.text, 'preceding-text');
  if (found.length === 0) add(attribute(control.parts[0] ?? control.root, 'title'), 'title');
  const name = technicalName(control, library?.label);
  if (found.length === 0) add(name, 'name');
  const [first] = found;
  const part = first && first.source !== 'placeholder' ? partOfAnswer(control) : '';
  const whose = first && OF_A_PERSON.test(compactText(first.text)) ? roleAbove(control.root) : '';
  return {
    labels:
      first && (part || whose)
        ? [
            {
              ...first,
              text: [whose, first.text.replace(/[:：\s]+$/u, ''), part].filter(Boolean).join(' '),
            },
          ]
        : found,
    ...(table?.row !== undefined && found[0]?.source === 'table-header' ? { row: table.row } : {}),
    ...(name ? { name } : {}),
    ...(library ? { item: library.item } : {}),
  };
}

/** A label names something: some letters, and not only a connector, a unit or a hint to type. */
function isLabelText(text: string): boolean {
  const compact = compactText(text);
  if (compact.length === 0 || compact.length > TEXT_LIMIT) return false;
  if (!/\p{L}/u.test(compact)) return false;
  if (/^(请输入|请选择|请填写|选择|必填|选填|可选|至|到|和|或|与|第|条|页|共)$/u.test(compact))
    return false;
  // What a box for files says of itself.
  if (/^(尚?未|没有)选[择取]/u.test(compact)) return false;
  return (
    !/^(请输入|请选择)(内容|文字|文本|关键字|日期|时间)?$/u.test(compact) || compact.length > 5
  );
}

/** The library's item may sit inside a grid's cell (then the column names it) or around the table. */
function insideCell(item: Element | undefined, control: Control): boolean {
  const cell = closest(control.root, 'td,th,[role=gridcell]');
  if (!item || !cell || !contains(cell, item)) return false;
  return libraryLabelShown(item);
}

function libraryLabelShown(item: Element): boolean {
  const label = libraryItem(item)?.label;
  return label !== undefined && isVisible(label) && visibleText(label) !== '';
}

/** The controls that one sees in an item, in one table or in none. */
function matesIn(item: Element, { root }: Control): Control[] {
  const table = closest(root, 'table');
  const mates = new Map<Element, Control>();
  for (const part of queryAll(item, PARTS)) {
    const other = closest(part, 'table') === table ? controlOf(part) : undefined;
    if (other && isVisible(other.root)) mates.set(other.root, other);
  }
  return [...mates.values()];
}

/** Several controls in one item, without a text of their own. */
function sharesItem(control: Control, item: Element): boolean {
  const { length } = matesIn(item, control);
  return length > 1 && length <= 6;
}

/** What the heading over a person's data tells whose they are. */
const OF_A_PERSON =
  /^(姓名|身份证号?码?|证件号码|联系电话|手机号?码?|性别|民族|年龄|出生日期|家庭住址)$/;
const ROLE =
  /^(?:[一二三四五六七八九\d]+[、.])?(户主|配偶|监护人|申请人|联系人|父亲|母亲|法定代表人|负责人|代理人)(?:基本)?(?:信息|情况)?$/;

/**
 * The role that heads the part of the form in which a control stands: 监护人信息. The nearest heading
 * decides; before the form itself, only what stands right over it.
 */
function roleAbove(root: Element): string {
  let outside = false;
  for (let node: Element | null = root, level = 0; node && level < CLIMB_LEVELS; level++) {
    outside ||= matches(node, 'form');
    let up = 0;
    for (let before = node.previousElementSibling; before; before = before.previousElementSibling) {
      up++;
      // A cell heads the rows over which it spans, and the boxes of the next cell where these are several.
      const head = matches(before, 'tr') ? before.firstElementChild : before;
      const next = head?.nextElementSibling;
      if (next && matches(head, 'td,th') && (head === before || span(head, 'rowspan') > up)) {
        const role = ROLE.exec(compactText(visibleText(head)))?.[1];
        if (role && queryAll(next, PARTS).length !== 1) return role;
      }
      const row = matches(before, 'tr') && before.childElementCount === 1;
      if (row || matches(before, HEADING) || queryOne(before, HEADING))
        return ROLE.exec(compactText(visibleText(before)))?.[1] ?? '';
      if (outside) return '';
    }
    if (matches(node, 'body,[role=dialog]')) break;
    node = parentOf(node);
  }
  return '';
}

/** What stands behind each part of a date or an address: 1964 年 10 月, 青山 县（市、区） 石桥 镇. */
const PART = /^([年月日省市州县区旗乡镇村组队号室]|街道|社区)([(/].{0,12})?$/;

/** Which part of an answer in several boxes a control asks for, by the word behind it or a 至 between. */
function partOfAnswer(control: Control): string {
  const { root, kind } = control;
  const around = parentOf(root);
  if (!around || !/^(text|select|date|number)$/.test(kind) || !sharesItem(control, around))
    return '';
  const after = textBeside(root, nextSibling);
  if (PART.test(after) && hasPartsBehind(control, around)) return after;
  if (/^[至到~]$/.test(textBeside(root, previousSibling))) return '至';
  return /^[至到~]$/.test(after) ? '起' : '';
}

/** Also 省 [ ] 市 [ ] is written, each word before its box: the last box or what leads the first tells. */
function hasPartsBehind(control: Control, around: Element | null): boolean {
  const mates = around ? matesIn(around, control) : [];
  const [first, last] = [mates[0]?.root, mates.at(-1)?.root];
  if (!around || !first || !last || first === last) return false;
  return (
    PART.test(textBeside(last, nextSibling)) ||
    /^$|[址籍]$|日期$/.test(compactText(textBefore(first, around)))
  );
}

/** The text right beside an element, or nothing where a control stands between. */
function textBeside(root: Node, next: (node: Node) => Node | null): string {
  for (let node = next(root); node; node = next(node)) {
    const text = compactText(visibleText(node, 24));
    if (text !== '') return text;
    if (isElement(node)) return '';
  }
  return '';
}

function placeholderOf({ root, parts, kind }: Control): string {
  for (const part of [...parts, root]) {
    const hint = attribute(part, 'placeholder') ?? attribute(part, 'data-placeholder');
    if (hint) return kind === 'date' && parts.length > 1 ? '' : hint;
  }
  const first = (parts[0] as HTMLSelectElement | undefined)?.options?.[0];
  if (first && (first.value === '' || first.value === '0') && /选择\p{L}/u.test(first.text))
    return first.text;
  const around = closest(root, 'uni-input,uni-textarea') ?? root;
  const shown = queryOne(around, '[class*=placeholder]:not(input)');
  return shown ? visibleText(shown) : '';
}

/** `<label for>` or a wrapping `<label>`; for groups only one that does not belong to an option. */
function labelElementText({ kind, parts }: Control): string {
  if (kind === 'radio' || (kind === 'checkbox' && parts.length > 1)) return '';
  for (const part of parts) {
    // The browser looks through the whole document for them: only where there can be one.
    const labelled = attribute(part, 'id') || closest(part, 'label');
    const labels = labelled ? (part as HTMLInputElement).labels : null;
    for (const label of labels ? Array.from(labels) : []) {
      const text = textBefore(part, label) || textWithoutControls(label);
      if (text) return text;
    }
  }
  return '';
}

/** What a single tick box says behind itself, where nothing stands before it: 本人承诺以上信息属实. */
function statementBeside({ kind, parts }: Control): string {
  const [part] = parts;
  if (kind !== 'checkbox' || parts.length !== 1 || !part) return '';
  for (let before = previousSibling(part); before; before = previousSibling(before)) {
    if (visibleText(before, 12) !== '') return '';
  }
  for (let after = nextSibling(part); after; after = nextSibling(after)) {
    const text = visibleText(after);
    if (text !== '') return text;
  }
  return '';
}

/** What a `<label>` says before the box that it holds: behind it stands a unit. Of tick boxes, nothing. */
function textBefore(part: Element, label: Element): string {
  if (!contains(label, part) || matches(part, '[type=checkbox]')) return '';
  let text = '';
  for (const node of Array.from(label.childNodes)) {
    if (contains(node, part)) break;
    text += isElement(node) ? textWithoutControls(node) : (node.textContent ?? '');
  }
  return oneLine(text);
}

/** A label that stands behind its box and floats over it, as Material Design draws them. */
function floatingLabel({ root }: Control): string {
  const around = parentOf(root);
  if (!around || isPlaced(root) || queryAll(around, PARTS).length > 1) return '';
  const label = queryOne(around, 'label,[class*=label]');
  if (label) return visibleText(label);
  for (let node = nextSibling(root); node; node = nextSibling(node)) {
    if (isElement(node) && matches(node, '[class*=error],[class*=help],[class*=tip],button,a')) {
      continue;
    }
    const text = visibleText(node, 40);
    if (text === '' || isUnitText(text)) continue;
    return compactText(text).length <= 12 && !/请|不能|例如/.test(text) ? text : '';
  }
  return '';
}

function ariaText({ root, parts, kind }: Control): string {
  const options = kind === 'radio' || kind === 'checkbox';
  for (const element of options ? [root] : [...parts, root]) {
    const ids = attribute(element, 'aria-labelledby');
    if (ids) {
      const scope = element.getRootNode() as Document | ShadowRoot;
      const text = ids
        .split(/\s+/)
        .map((id) => scope.getElementById?.(id))
        .map((label) => (label ? visibleText(label) : ''))
        .filter(Boolean)
        .join(' ');
      if (text) return text;
    }
    const label = attribute(element, 'aria-label');
    // Libraries name their own parts and states: radio-group, select, 开关.
    if (label && !/^([a-z]+(-[a-z]+)*|Close|Open|On|Off|开关?|关闭?|打开|选择)$/.test(label))
      return label;
  }
  return '';
}

/** A custom element is told its label as an attribute. */
function hostLabel({ root }: Control): string {
  const { host } = root.getRootNode() as Partial<ShadowRoot>;
  return host ? (attribute(host, 'label') ?? '') : '';
}

function legendText({ root, kind }: Control): string {
  const group = closest(root, 'fieldset');
  const legend = group && queryOne(group, 'legend');
  if (!legend || !group) return '';
  return kind === 'radio' || kind === 'checkbox' || queryAll(group, PARTS).length <= 2
    ? visibleText(legend)
    : '';
}

/** What heads a group of options inside it. */
function groupTitle({ root, kind, parts: [first] }: Control): string {
  if ((kind !== 'radio' && kind !== 'checkbox') || !first || root === first) return '';
  const [lead] = Array.from(root.children);
  return lead && !contains(lead, first) && !queryOne(lead, PARTS)
    ? visibleText(lead, LABEL_LENGTH)
    : '';
}

interface NearText {
  readonly text: string;
  readonly node: Node;
  /** Another control stands between the text and this one. */
  readonly shared: boolean;
  /** The text heads a whole section. */
  readonly heading: boolean;
}

/**
 * The text that stands before a control, climbing until one is found. Stops at another control that
 * has its own text, at the boundary, and at texts too long to be a label.
 * @param explained also what the page marks as an explanation or a hint is taken
 */
function nearestText(
  control: Control,
  boundary: Element | undefined,
  explained = false,
): NearText | undefined {
  let node: Node = startOf(control);
  let shared = false;
  let placed = false;
  const passed = hasPartsBehind(control, parentOf(control.root));
  // A group of tick boxes may itself be the item that bears the label.
  if (node === boundary) return undefined;
  for (let level = 0; level < CLIMB_LEVELS; level++) {
    placed ||= isElement(node) && isPlaced(node);
    for (let before = previousSibling(node), steps = 0; before && steps < 40; steps++) {
      const step =
        placed && isElement(before) && !isBeside(before, control.root)
          ? 'skip'
          : examine(before, explained);
      if (step === 'stop') return undefined;
      if (step === 'control') shared = true;
      else if (step !== 'skip' && !(passed && PART.test(compactText(step.text))))
        return { text: step.text, node: before, shared, heading: step.heading };
      before = previousSibling(before);
    }
    const parent = parentOf(node);
    if (
      !parent ||
      parent === boundary ||
      matches(parent, 'body,form,[role=dialog],dialog,tr,table')
    ) {
      return undefined;
    }
    node = parent;
  }
  return undefined;
}

/** Of what is placed by coordinates the order in the page says nothing: a label is left of its box. */
function isBeside(element: Element, root: Element): boolean {
  if (![element, ...Array.from(children(element))].some(isPlaced)) return true;
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const box = root.getBoundingClientRect();
  const middle = (top + bottom) / 2;
  return (
    middle > box.top && middle < box.bottom && left < box.left && box.left - right < FARTHEST_PX
  );
}

const FARTHEST_PX = 40;

/** Groups of radios start at the first option's own label. */
function startOf({ root, kind, parts }: Control): Element {
  if (kind !== 'radio' && kind !== 'checkbox') return root;
  const first = parts[0] ?? root;
  if (contains(root, first) && root !== first) return root;
  const own = closest(first, 'label');
  return own ?? first;
}

const HEADING =
  'h1,h2,h3,h4,h5,h6,legend,hr,[role=heading],[class*=card-head],[class*=card__head],[class*=panel-head],[class*=section-title],[class*=group-title],[class*=divider],[class*=block-title],[class*=sub-title],[class*=subtitle],[class*=page-header],.panel-title';

const EXPLANATION =
  '[class*=explain],[class*=help],[class*=tips],[class*=hint],[class*=desc]:not([class*=label])';

type Step = 'stop' | 'skip' | 'control' | { text: string; heading: boolean };

function examine(node: Node, explained: boolean): Step {
  if (!isElement(node)) {
    if (node.nodeType !== 3) return 'skip';
    return textStep(oneLine((node as Text).data), false);
  }
  if (matches(node, 'script,style,template,br,button,svg,img')) return 'skip';
  if (!isVisible(node)) return 'skip';
  const heading = matches(node, HEADING) || queryOne(node, HEADING) !== null;
  if (matches(node, PARTS) || queryOne(node, PARTS)) {
    const text = textWithoutControls(node);
    return isLabelText(text) && !isUnitText(text) ? 'stop' : 'control';
  }
  if (
    matches(node, '[class*=error],[role=alert],[class*=placeholder],[class*=toolbar]') ||
    (!explained && matches(node, EXPLANATION))
  ) {
    return 'skip';
  }
  return textStep(visibleText(node), heading);
}

function textStep(text: string, heading: boolean): Step {
  if (text === '' || !isLabelText(text) || isUnitText(text)) return 'skip';
  if (compactText(text).length > LABEL_LENGTH) return heading ? 'skip' : 'stop';
  return { text, heading };
}

function technicalName({ parts, root }: Control, label: Element | undefined): string {
  for (const part of [...parts, root]) {
    const name = attribute(part, 'name') ?? attribute(part, 'textboxname');
    if (name) return oneLine(name);
  }
  const hidden = queryOne(root, 'input[type=hidden][name]');
  if (hidden) return oneLine(attribute(hidden, 'name') ?? '');
  // An Element UI label points to the model key where no element has that id.
  const key = label && (attribute(label, 'for') ?? '');
  if (key) return oneLine(key);
  const id = attribute(parts[0] ?? root, 'id') ?? '';
  return /^(el-id|rc_select|radix|react|:r|\d|input-?\d|form_item_\d)/.test(id) ? '' : oneLine(id);
}

/** The unit beside a control or in its label's brackets, as 亩 or 万元. */
export function findUnit(control: Control, labels: readonly Label[]): string | undefined {
  const addon = closest(
    control.root,
    '.el-input,.el-input-group,.ant-input-group-wrapper,.ant-input-affix-wrapper,.input-group,.van-field,.ivu-input-wrapper,.t-input,.arco-input-wrapper,.n-input',
  );
  for (const part of addon
    ? queryAll(
        addon,
        '[class*=append],[class*=addon],[class*=suffix],[class*=extra],.input-group-text',
      )
    : []) {
    const text = compactText(visibleText(part, 12));
    if (text && isUnitText(text)) return text;
  }
  for (let node = nextSibling(control.root), steps = 0; node && steps < 3; steps++) {
    const text = compactText(visibleText(node, 12));
    if (text && isUnitText(text)) return text;
    if (text) break;
    node = nextSibling(node);
  }
  const beside = unitBeside(control);
  if (beside) return beside;
  for (const { text } of labels) {
    const bracket = /[（(【[]\s*(?:单位\s*[:：]?\s*)?([^（）()【】[\]]{1,8})\s*[)）】\]]/u.exec(
      text,
    )?.[1];
    if (bracket && isUnitText(bracket)) return compactText(bracket);
  }
  return undefined;
}

/** Marked as one that must be filled: by attribute, ARIA, the library's class or a star. */
export function isRequired(control: Control, item: Element | undefined): boolean {
  for (const part of [...control.parts, control.root]) {
    if (
      matches(
        part,
        '[required],[aria-required=true],[lay-verify*=required],[data-rule*=required],.required',
      )
    ) {
      return true;
    }
  }
  if (!item) return false;
  if (matches(item, '[class*=required]')) return true;
  return (
    queryOne(item, '[class*=form-item-required],[class*=label--required],[class*=asterisk]') !==
    null
  );
}
