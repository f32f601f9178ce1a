import type { FieldReading } from '../../../utils/domain/observation';
import {
  attribute,
  children,
  classTokens,
  closest,
  contains,
  isConnected,
  isVisible,
  localName,
  matches,
  parentOf,
  queryAll,
  queryDeep,
  queryOne,
} from './dom';
import { libraryItem } from './library';
import { controlMeaning } from './words';

/** One control as a person sees it: a text box, or a whole select, date range or group of radios. */
export interface Control {
  /** The outermost element of the control. */
  readonly root: Element;
  readonly kind: FieldReading['control'];
  /** The native or ARIA elements it is made of, in document order; at least one. */
  readonly parts: readonly Element[];
}

type Kind = Control['kind'];

/** What a control can be made of. Hidden inputs and buttons are no controls. Grows by `learnWidget`. */
export let PARTS = [
  'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image])',
  'textarea',
  'select',
  '[contenteditable=""]',
  '[contenteditable=true]',
  '[contenteditable=plaintext-only]',
  '[role=combobox]',
  '[role=textbox]',
  '[role=radio]',
  '[role=checkbox]',
  '[role=switch]',
  '[role=spinbutton]',
  '[role=slider]',
  '.t-rate',
  '.arco-rate',
  '.ivu-rate',
  '.n-rate',
  '.layui-rate',
  '.ivu-slider',
  '.layui-slider',
  '.ivu-select',
  '.t-switch',
  '.ivu-switch',
  '.nut-switch',
  '.n-base-selection',
  '.xm-select-demo xm-select',
  'uni-picker',
  'uni-switch',
  'uni-radio',
  'uni-checkbox',
  '.uni-stat-box .uni-select',
  'iframe',
].join(',');

const WRAPPER =
  /(?:^|[-_])(tree-?select|select(?:-view)?|base-selection|combo(?:box)?|cascader(?:-picker)?|(?:date|time|datetime|range|calendar)-?(?:picker|editor|box|select)|picker|input-?number|number-input|input-?tag|tag-?input|number(?:box|spinner)|spinner|stepper|radio-?group|checkbox-?group|switch(?:button)?|upload|uploader|filebox|rate|slider|color-?picker|auto-?complete)$/i;

/** A row named after what stands in it: its label is inside too. */
const NOT_ITSELF = /(^|[-_])(cell|item|row)[-_]+[a-z]+$/i;

/** Looks like a control from outside, so that its text is a value and not a label. */
export function isControlLike(element: Element): boolean {
  return matches(element, PARTS) || wrapperKind(element) !== undefined;
}

/** A control that is drawn from plain elements, without a box or a role inside. */
const WIDGET = /^[a-z]\w*-(select|switch|picker|cascader)$/i;

/** So is one that is called so and says that something is to be chosen. */
const CHOSEN_IN = /combo|select|drop-?down|pick|date|choose/i;

/** Selects that a page draws itself, as far as they were clicked on. */
let drawnSelects = ':not(*)';

function asksToChoose(element: Element): boolean {
  const text = isSmall(element) ? (element.textContent ?? '').trim() : '';
  if (text.length >= LONGEST_ASKED) return false;
  if (/^[-—=\s]*((请|点击|请点击)选择|年[-/.]月)/.test(text)) return true;
  // 选择职务 in a box; on a button it looks something up.
  return /^选择/.test(text) && !closest(element, 'a,button') && isNamed(element);
}

function isSmall(element: Element): boolean {
  return element.childElementCount <= MOST_INNER;
}

const MOST_INNER = 4;
const LONGEST_ASKED = 16;

/** Where one chooses a language or a theme. */
const SITE = 'header,nav,aside,[class*=header],[class*=nav],[class*=tool]';

/**
 * Called with what the person clicked: a widget of a library that nobody here knows is taken for a
 * control by its class from then on, as are all of its kind on the page.
 */
export function learnWidget(target: Element): void {
  let element: Element | null = target;
  let asking: string | undefined;
  let outermost: string | undefined;
  for (let level = 0; element && level < 8; level++) {
    if (matches(element, `${PARTS},form,tr,body,[role=dialog]`)) break;
    const choice = choicesIn(element);
    if (choice) {
      PARTS += `,.${CSS.escape(choice)}`;
      drawnChoices += `,.${CSS.escape(choice)}`;
      return;
    }
    const few = element.childElementCount <= MOST_STARS ? Array.from(children(element)) : [];
    const stars = few.filter(isStar);
    if (stars.length >= FEWEST_STARS) {
      const row = classTokens(element).find((token) => STAR.test(token));
      const star = classTokens(stars[0] as Element).find((token) => STAR.test(token));
      const one = row ? `.${CSS.escape(row)}` : star && `:has(>.${CSS.escape(star)}:nth-child(3))`;
      if (!one) return;
      PARTS += `,${one}`;
      drawnStars += `,${one}`;
      return;
    }
    const tokens = classTokens(element);
    const token = tokens.find((name) => WIDGET.test(name));
    if (token) {
      if (isUntaken(element)) PARTS += `,.${CSS.escape(token)}`;
      return;
    }
    if (asksToChoose(element) && isUntaken(element)) {
      asking ??= tokens.find((name) => CHOSEN_IN.test(name));
      if (getComputedStyle(element).cursor === 'pointer' || isNamed(element)) {
        outermost =
          tokens.find((name) => isOwnKind(`.${CSS.escape(name)}`, target.ownerDocument)) ??
          outermost;
      }
    }
    element = parentOf(element);
  }
  asking ??= outermost;
  if (!asking) return;
  PARTS += `,.${CSS.escape(asking)}`;
  drawnSelects += `,.${CSS.escape(asking)}`;
}

/** A class of such parts alone, none of what the page is laid out with. */
function isOwnKind(kind: string, page: Document): boolean {
  const all = queryAll(page, kind);
  return (
    all.length <= MOST_OF_A_KIND && !all.some((one) => queryOne(one, `${PARTS},button,li,table`))
  );
}

const MOST_OF_A_KIND = 40;

function isUntaken(element: Element): boolean {
  return (
    !queryOne(element, PARTS) && !closest(element, `${PARTS},${SITE}`) && !isAuxiliary(element)
  );
}

/** Radios and tick boxes that a page draws itself, as far as they were clicked on. */
let drawnChoices = ':not(*)';
let drawnSwitches = '[class*=switch]';

const CHOICE =
  /(^|[-_])(radio|check-?box|pill|chip|choice)([-_]?(item|option|btn|button|box|label))?$/i;

/** The class of the choices of which an element is a row. */
function choicesIn(row: Element): string | undefined {
  if (row.childElementCount > MOST_CHOICES || queryOne(row, PARTS)) return undefined;
  const [first, ...others] = Array.from(children(row)).map((child) =>
    classTokens(child).find((token) => CHOICE.test(token)),
  );
  return others.length > 0 && others.every((token) => token === first) ? first : undefined;
}

/** What a page marks the chosen one of a row with, as far as a click has shown it. */
const marks = new Set<string>();

/** Whether what a page drew itself bears a mark that was seen to come with a click. */
export function isMarked(drawn: Element): boolean {
  return marks.size > 0 && ownTokens(drawn).some((token) => marks.has(token));
}

function ownTokens(drawn: Element): string[] {
  return [drawn, ...children(drawn)].flatMap((one) => [...classTokens(one)]);
}

/**
 * What a click may choose, however it is called: one of a row of alike elements, or an empty one that
 * stands alone, in an item like those of other boxes. That the page marks what was clicked proves it.
 *
 * @returns to be asked once the page has reacted: the choice, if it was one
 */
export function perhapsMarked(target: Element): (() => Control | undefined) | undefined {
  let one: Element | null = target;
  for (let level = 0; one && level < 3; level++) {
    if (matches(one, drawnChoices)) return markedLater(one);
    const row = parentOf(one);
    if (!row || matches(one, `${PARTS},${NO_CHOICE}`)) return undefined;
    const kind = kindIn(row, one);
    const alike = kind ? Array.from(children(row)).filter((child) => matches(child, kind)) : [];
    if (kind && alike[0] && isChoiceOf(alike) && isNamed(alike[0])) return markedLater(one, kind);
    one = row;
  }
  return undefined;
}

const NO_CHOICE = 'form,tr,td,body,[role=dialog]';

/** What is common to a child and those like it. */
function kindIn(parent: Element, child: Element): string | undefined {
  const [own] = classTokens(child);
  if (own) return `.${CSS.escape(own)}`;
  const [around] = classTokens(parent);
  return around && `.${CSS.escape(around)}>${localName(child)}`;
}

function markedLater(one: Element, kind?: string): () => Control | undefined {
  const before = new Set(ownTokens(one));
  return () => {
    const [mark] = ownTokens(one).filter((token) => !before.has(token));
    if (!mark || (kind && !isOwnKind(kind, one.ownerDocument))) return undefined;
    marks.add(mark);
    if (kind) {
      PARTS += `,${kind}`;
      if (isEmpty(one)) drawnSwitches += `,${kind}`;
      else drawnChoices += `,${kind}`;
    }
    return controlOf(one);
  };
}

function isEmpty(element: Element): boolean {
  return (element.textContent ?? '').trim() === '';
}

function isChoiceOf(alike: readonly Element[]): boolean {
  if (alike.length > MOST_CHOICES || alike.some((one) => queryOne(one, PARTS))) return false;
  const texts = alike.map((one) => (one.textContent ?? '').trim());
  if (texts.length === 1) return texts[0] === '';
  // A list is looked through by them.
  if (/^(全部|所有|不限)$/.test(texts[0] ?? '')) return false;
  const pressed = alike.some((one) => localName(one) === 'button');
  if (pressed && texts.some((text) => !/^(other|unknown)$/.test(controlMeaning(text))))
    return false;
  return texts.every(({ length }) => length > 0 && length < LONGEST_ASKED);
}

/** Whether a text names it as others like that name boxes: beside them, or in items like this. */
function isNamed(first: Element): boolean {
  let at: Element | null = first;
  for (let level = 0; at && level < 3 && !matches(at, 'form,tr,body'); level++) {
    let before = at.previousElementSibling;
    while (before && matches(before, '[type=hidden]')) before = before.previousElementSibling;
    const item = parentOf(at);
    if (before && item) {
      const text = (before.textContent ?? '').trim();
      if (text.length < 2 || text.length >= LONGEST_ASKED || /选择/.test(text)) return false;
      if (matches(before, PARTS) || queryOne(before, PARTS)) return false;
      if (!queryOne(item, PARTS)) {
        const alone = !isEmpty(first) || text === (item.textContent ?? '').trim();
        return alone && likeItems(item).some((one) => one !== item && holdsOne(one));
      }
      return Array.from(children(item)).some((one) => {
        const next = one.nextElementSibling;
        return one !== before && isLike(one, before) && next !== null && holdsOne(next);
      });
    }
    at = item;
  }
  return false;
}

function holdsOne(element: Element): boolean {
  return matches(element, PARTS) || queryAll(element, PARTS).length === 1;
}

function likeItems(item: Element): Element[] {
  const [token] = classTokens(item);
  if (token) return queryAll(item.ownerDocument, `.${CSS.escape(token)}`);
  const around = parentOf(item);
  return Array.from(around ? children(around) : []).filter((one) => isLike(one, item));
}

function isLike(one: Element, other: Element): boolean {
  return localName(one) === localName(other) && classTokens(one)[0] === classTokens(other)[0];
}

const MOST_CHOICES = 20;
const FEWEST_STARS = 3;
const MOST_STARS = 12;
/** Rows of stars that a page draws itself. */
let drawnStars = '.t-rate';

const STAR = /(^|[-_])(stars?|rat(e|ing)|score)([-_]|$)/i;

function isStar(element: Element): boolean {
  return (
    classTokens(element).some((token) => /(^|[-_])star([-_]|$)/i.test(token)) ||
    /^[★☆⭐]$/u.test((element.textContent ?? '').trim())
  );
}

const WRAPPER_TAGS = new Map<string, Kind>([
  ['uni-picker', 'select'],
  ['uni-radio-group', 'radio'],
  ['uni-checkbox-group', 'checkbox'],
  ['uni-switch', 'switch'],
  ['uni-data-select', 'select'],
  ['uni-datetime-picker', 'date'],
]);

function kindOfWord(word: string): Kind {
  const name = word.toLowerCase();
  if (name.startsWith('cascader')) return 'cascader';
  if (/^(date|time|datetime|range|calendar)|^picker$/.test(name)) return 'date';
  if (/number|spinner|stepper/.test(name)) return 'number';
  if (name.startsWith('radio')) return 'radio';
  if (name.startsWith('checkbox')) return 'checkbox';
  if (name.startsWith('switch')) return 'switch';
  if (/upload|filebox/.test(name)) return 'file';
  if (/rate|slider|color/.test(name)) return 'other';
  return /auto-?complete/.test(name) ? 'text' : 'select';
}

/** The kind that a wrapping element gives to what is inside it. */
function wrapperKind(element: Element): Kind | undefined {
  const byTag = WRAPPER_TAGS.get(localName(element));
  if (byTag) return byTag;
  if (attribute(element, 'role') === 'radiogroup') return 'radio';
  let kind: Kind | undefined;
  let general = true;
  for (const token of classTokens(element)) {
    const word = NOT_ITSELF.test(token) ? undefined : WRAPPER.exec(token)?.[1];
    // `textbox combo datebox`, `rs-picker rs-picker-select`: the more special word decides.
    if (!word || !general) continue;
    kind = kindOfWord(word);
    general = kind === 'select' || /^picker$/i.test(word);
  }
  return kind;
}

function partKind(part: Element): Kind {
  const name = localName(part);
  if (name === 'textarea') return 'textarea';
  if (name === 'select') return 'select';
  if (name === 'uni-radio') return 'radio';
  if (name === 'uni-checkbox') return 'checkbox';
  if (name === 'uni-switch') return 'switch';
  if (name === 'uni-picker') return 'select';
  if (name === 'iframe') return 'rich-text';
  if (name === 'input') return inputKind(part);
  switch (attribute(part, 'role')) {
    case 'combobox':
      return 'select';
    case 'radio':
      return 'radio';
    case 'checkbox':
      return 'checkbox';
    case 'switch':
      return 'switch';
    case 'spinbutton':
      return 'number';
    case 'slider':
      return 'other';
  }
  const editable = attribute(part, 'contenteditable');
  if (editable !== null && editable !== 'false') return 'rich-text';
  if (matches(part, drawnChoices)) return matches(part, '[class*=radio]') ? 'radio' : 'checkbox';
  if (matches(part, drawnSwitches)) return 'switch';
  if (matches(part, `[class*=-rate]:not([role]),[class*=-slider]:not([role]),${drawnStars}`))
    return 'other';
  return matches(part, `[class*=select],[class*=picker],[class*=cascader],${drawnSelects}`)
    ? 'select'
    : 'text';
}

function inputKind(input: Element): Kind {
  switch ((attribute(input, 'type') ?? 'text').toLowerCase()) {
    case 'checkbox':
      return matches(input, '[role=switch],[class*="switch" i]') ? 'switch' : 'checkbox';
    case 'radio':
      return 'radio';
    case 'number':
      return 'number';
    case 'password':
      return 'password';
    case 'file':
      return 'file';
    case 'range':
    case 'color':
      return 'other';
    case 'date':
    case 'datetime-local':
    case 'month':
    case 'time':
    case 'week':
      return 'date';
  }
  if (attribute(input, 'role') === 'combobox' || attribute(input, 'list') !== null) return 'select';
  if (attribute(input, 'role') === 'spinbutton') return 'number';
  // Ext draws an arrow beside the box in which its list is chosen from.
  const wrap = closest(input, '.x-form-field-wrap,.x-form-trigger-wrap');
  const trigger = wrap && queryOne(wrap, '[class*=date-trigger],[class*=arrow-trigger]');
  if (trigger) return matches(trigger, '[class*=date]') ? 'date' : 'select';
  const more = input.nextElementSibling;
  if (more && isSmall(more) && /^[+＋]$/.test((more.textContent ?? '').trim())) return 'number';
  if (matches(input, '.Wdate,[lay-key],.layui-date,.datepicker,[lay-verify~=date]')) return 'date';
  return 'text';
}

const WRAPPER_LEVELS = 7;

const known = new WeakMap<Element, Control>();

/** The control that a part belongs to. */
function controlOfPart(part: Element): Control | undefined {
  const cached = known.get(part);
  if (cached && isCurrent(cached)) return cached;
  const inner = queryOne(part, PARTS);
  if (inner && suits(partKind(part), partKind(inner)) && (isVisible(inner) || !isVisible(part))) {
    return controlOfPart(inner);
  }
  const kind = partKind(part);
  if (localName(part) === 'iframe' && !richTextBody(part)) return undefined;
  const control = paired(part, kind) ?? wrapped(part, kind) ?? grouped(part, kind);
  for (const member of control.parts) known.set(member, control);
  known.set(control.root, control);
  return control;
}

const MANY_PARTS = 50;
/** The large choice that was found current in this very task, in which nothing can come or go. */
let current: Control | undefined;

/** Dynamic options come and go, and libraries draw anew what stands for a native element. */
function isCurrent(control: Control): boolean {
  const { root, kind, parts } = control;
  if (!isConnected(root)) return !parts.some(isConnected);
  if ((kind !== 'radio' && kind !== 'checkbox') || control === current) return true;
  if (!parts.every(isConnected)) return false;
  // Asked for each part: without this, ten thousand radios are a hundred million looks.
  if (parts.length > MANY_PARTS) {
    current = control;
    queueMicrotask(() => {
      current = undefined;
    });
  }
  return true;
}

/** A native element hidden beside the widget that shows it: Layui, Select2, Chosen, EasyUI. */
function paired(part: Element, kind: Kind): Control | undefined {
  if (localName(part) === 'select') {
    const next = part.nextElementSibling;
    if (next && (wrapperKind(next) === 'select' || isDrawnFor(part, next))) {
      return { root: next, kind: 'select', parts: [part, ...queryAll(next, 'input')] };
    }
  }
  if (kind === 'checkbox' && matches(part, '[lay-skin=switch],[lay-text]')) {
    const drawn = part.nextElementSibling;
    const root = drawn && matches(drawn, '[class*=switch]') ? drawn : part;
    return { root, kind: 'switch', parts: [part] };
  }
  const widget = closest(part, '.layui-form-select,.select2-container,.chosen-container');
  const native = widget?.previousElementSibling;
  if (widget && native && localName(native) === 'select') {
    return { root: widget, kind: 'select', parts: [native, ...queryAll(widget, 'input')] };
  }
  return undefined;
}

/** Stands in the place of a hidden select and shows what is chosen in it. */
function isDrawnFor(select: Element, next: Element): boolean {
  // By themselves, whatever is around them is shown or not.
  const [hidden, shown] = [select, next].map((one) => getComputedStyle(one).display);
  if (hidden !== 'none' || shown === 'none' || queryOne(next, PARTS)) return false;
  const chosen = (select as HTMLSelectElement).selectedOptions[0]?.text.trim();
  return !!chosen && !!next.textContent?.trim().startsWith(chosen);
}

function wrapped(part: Element, kind: Kind): Control | undefined {
  let found: { root: Element; kind: Kind; parts: Element[] } | undefined;
  let ancestor: Element | null = localName(part).startsWith('uni-') ? part : parentOf(part);
  for (let level = 0; ancestor && level < WRAPPER_LEVELS; level++) {
    const outer = wrapperKind(ancestor);
    if (outer && suits(outer, kind)) {
      const parts = partsWithin(ancestor);
      if (!fits(outer, parts)) break;
      found = { root: ancestor, kind: narrower(outer, found?.kind), parts };
    }
    if (matches(ancestor, 'form,tr,fieldset,[role=dialog]')) break;
    ancestor = parentOf(ancestor);
  }
  return found;
}

function narrower(outer: Kind, inner: Kind | undefined): Kind {
  return inner && outer === 'select' ? inner : outer;
}

function partsWithin(root: Element): Element[] {
  const parts = innermost(queryAll(root, PARTS));
  return parts.length > 0 ? parts : [root];
}

/** A radio's ARIA wrapper and its native input are one part, not two. */
function innermost(parts: readonly Element[]): Element[] {
  return parts.filter((part, index) => {
    const next = parts[index + 1];
    return !next || !contains(part, next);
  });
}

/** Whether a part of this kind can live in a wrapper of that kind. */
function suits(wrapper: Kind, part: Kind): boolean {
  switch (wrapper) {
    case 'radio':
    case 'file':
      return part === wrapper;
    case 'checkbox':
    case 'switch':
      return part === 'checkbox' || part === 'switch';
    case 'number':
      return part === 'text' || part === 'number';
    default:
      return part !== 'radio' && part !== 'checkbox' && part !== 'file' && part !== 'rich-text';
  }
}

function fits(wrapper: Kind, parts: readonly Element[]): boolean {
  if (wrapper === 'radio' || wrapper === 'checkbox') {
    return parts.every((part) => suits(wrapper, partKind(part)));
  }
  if (parts.length > 4) return false;
  return parts.every((part) => suits(wrapper, partKind(part)));
}

/** Radios and checkboxes of one name, or side by side, are one control. */
function grouped(part: Element, kind: Kind): Control {
  if (kind !== 'radio' && kind !== 'checkbox') return { root: part, kind, parts: [part] };
  const name = attribute(part, 'name');
  // Tick boxes that share a label are one choice, whatever each is called.
  const item = kind === 'checkbox' ? (libraryItem(part)?.item ?? cellOfTicks(part)) : undefined;
  let ancestor = parentOf(part);
  let best: Control | undefined;
  for (let level = 0; ancestor && level < 6; level++) {
    const parts = innermost(queryAll(ancestor, PARTS));
    const one = item !== undefined && contains(item, ancestor);
    const mates = parts.filter(
      (other) => partKind(other) === kind && (one || sameName(other, name)),
    );
    const alone = mates.length === parts.length;
    if (mates.length > 1 && (name || alone)) {
      // Hidden boxes are shown by what holds them alone.
      const first = mates.find(isVisible) ?? best?.root ?? part;
      best = { root: alone ? ancestor : first, kind, parts: mates };
      if (!name || !alone) break;
    }
    if (!alone && !name) break;
    if (matches(ancestor, 'form,tr,td,fieldset,[class*=form-item],[class*=form__item]')) break;
    ancestor = parentOf(ancestor);
  }
  const found = best ?? { root: part, kind, parts: [part] };
  return (name ? scattered(part, kind, name, found.parts.length) : null) ?? found;
}

/**
 * Native radios of one name, and tick boxes whose names are told apart by a number (`zz$0`), are one
 * choice, though each stands in a cell of its own.
 */
function scattered(
  part: Element,
  kind: 'radio' | 'checkbox',
  name: string,
  found: number,
): Control | undefined {
  const list = /^(.+[$:])\d+$/.exec(name)?.[1];
  if (kind === 'checkbox' && !list) return undefined;
  const whole = closest(part, 'form,[role=dialog]') ?? part.ownerDocument.body;
  const named = kind === 'radio' ? `="${CSS.escape(name)}"` : `^="${CSS.escape(list ?? '')}"`;
  const parts = queryAll(whole, `input[type=${kind}][name${named}]`);
  if (parts.length <= found || parts.length > MAX_RADIOS) return undefined;
  const table = closest(part, 'table');
  const alone = table && queryAll(table, PARTS).every((other) => parts.includes(other));
  return { root: alone ? table : (parts[0] ?? part), kind, parts };
}

/** The cell of a form in which only tick boxes stand, beside the one that names them. */
function cellOfTicks(part: Element): Element | undefined {
  const cell = closest(part, 'td');
  const named = cell?.previousElementSibling;
  if (!cell || !named || queryOne(named, PARTS) || !named.textContent?.trim()) return undefined;
  const parts = queryAll(cell, PARTS);
  return parts.length > 1 && parts.every((other) => partKind(other) === 'checkbox')
    ? cell
    : undefined;
}

const MAX_RADIOS = 40;

function sameName(part: Element, name: string | null): boolean {
  const other = attribute(part, 'name');
  return name ? other === name : !other;
}

/** The control around an event's target, if it is in one. */
export function controlOf(target: Element): Control | undefined {
  // Asked at every key: a part that was read before need not be recognised anew.
  const before = known.get(target);
  const isPart = before && (before.root !== target || before.parts.includes(target));
  if (isPart && isCurrent(before)) return before;
  let element: Element | null = target;
  for (let level = 0; element && level < 8; level++) {
    if (matches(element, PARTS)) return controlOfPart(element);
    const cached = known.get(element);
    if (cached) return cached;
    if (matches(element, '.layui-form-radio,.layui-form-checkbox,.layui-form-switch')) {
      const native = element.previousElementSibling;
      return native && matches(native, PARTS) ? controlOfPart(native) : undefined;
    }
    if (wrapperKind(element)) {
      const part = queryAll(element, PARTS)[0];
      const control = part && controlOfPart(part);
      return control && contains(control.root, target) ? control : undefined;
    }
    if (matches(element, 'label')) {
      const labelled = (element as HTMLLabelElement).control;
      if (labelled && matches(labelled, PARTS)) return controlOfPart(labelled);
    }
    const around = parentOf(element);
    if (matches(element, 'form,table,body,button,a,[role=dialog]')) {
      // Vxe draws a switch as a button in a plain element.
      const drawn = around && localName(element) === 'button' && matches(around, PARTS);
      return drawn ? controlOfPart(around) : undefined;
    }
    element = around;
  }
  return undefined;
}

/**
 * The one control that a click near it means: a row whose label, arrow or 选择 button opens what is
 * chosen in.
 */
export function controlNear(target: Element): Control | undefined {
  let element: Element | null = target;
  for (let level = 0; element && level < 7; level++) {
    if (matches(element, 'form,table,tr,body,[role=dialog]')) return undefined;
    const parts = queryAll(element, PARTS);
    if (parts.length > 4) return undefined;
    if (parts.length > 0) {
      const controls = new Set(parts.map((part) => controlOf(part)?.root));
      return controls.size === 1 && parts[0] ? controlOf(parts[0]) : undefined;
    }
    const before = matches(element, 'td') && element.previousElementSibling;
    const box = before && queryAll(before, PARTS);
    if (box && box.length === 1 && box[0] && opensChoice(element)) return controlOf(box[0]);
    element = parentOf(element);
  }
  return undefined;
}

/** Every control inside, in document order, each once. One query. */
export function controlsIn(container: Element | Document): Control[] {
  const seen = new Set<Element>();
  const found: Control[] = [];
  for (const part of queryDeep(container, PARTS)) {
    const control = controlOfPart(part);
    if (!control || seen.has(control.root)) continue;
    seen.add(control.root);
    found.push(control);
  }
  return found;
}

/** The editable body of a rich-text editor's own frame. */
export function richTextBody(frame: Element): HTMLElement | undefined {
  try {
    const inner = (frame as HTMLIFrameElement).contentDocument;
    if (!inner?.body) return undefined;
    return inner.designMode === 'on' || inner.body.isContentEditable ? inner.body : undefined;
  } catch {
    return undefined; // another origin
  }
}

/** Popups of controls and other places whose inputs only help to fill the real field. */
const AUXILIARY =
  /(select|picker|cascader|combo|date|time|calendar|color|transfer)[-_]*(dropdown|panel|menus?|drop|popup|popper)|pagination|pager(?!-view)|laydate|^(ql-(toolbar|tooltip)|w-e-(toolbar|menu|bar)|tox-(toolbar|menu|dialog)|cke_top|edui-toolbar)|^layui-laypage|el-tree-node|select2-dropdown|chosen-drop|form-?(designer|making|build)|drawing-board|column-?(setting|filter)|^(vjs|video|[dx]g?player|plyr|prism)[-_]/i;

const AUXILIARY_LEVELS = 12;

function isAuxiliary(root: Element): boolean {
  // Where Quill takes in what is pasted: out of sight, and yet visible.
  if (matches(root, '.ql-clipboard')) return true;
  let element: Element | null = parentOf(root);
  for (let level = 0; element && level < AUXILIARY_LEVELS; level++) {
    for (const token of classTokens(element)) if (AUXILIARY.test(token)) return true;
    const role = attribute(element, 'role');
    if (role === 'listbox' || role === 'menu' || role === 'tree' || role === 'navigation')
      return true;
    element = parentOf(element);
  }
  return false;
}

/** The person could change it now: visible, enabled, and not merely shown. */
export function isEditable(control: Control): boolean {
  const { root, kind, parts } = control;
  if (!isShown(control)) return false;
  if (parts.every(isDisabled) || isDisabled(root)) return false;
  if (kind === 'checkbox' && isRowSelection(root)) return false;
  if (kind === 'radio' && isRowChoice(parts)) return false;
  if ((kind === 'text' || kind === 'textarea') && parts.every(isPlainReadonly)) return false;
  // The native twin of a widget, kept for the form's own sending.
  if (kind === 'text' && matches(root, '[aria-hidden=true]')) return false;
  return !isAuxiliary(root);
}

function isShown({ root, kind, parts }: Control): boolean {
  if (isVisible(root)) return true;
  if (kind === 'text') return false;
  if (parts.some(isVisible)) return true;
  // A file input is hidden beside the button that opens it, a tick box beside what is drawn for it.
  if (kind === 'file') {
    const around = parentOf(root);
    return around !== null && !matches(around, 'body,form') && isVisible(around);
  }
  const drawn = matches(root, '[type=checkbox]') ? root.nextElementSibling : null;
  if (!drawn || !matches(drawn, DRAWN) || !isVisible(drawn)) return false;
  return !matches(root, '[role=switch] *,[role=checkbox] *');
}

const DRAWN =
  'label,[class*=checkbox],[class*=switch],[class*=toggle],[class*=check-],[class*=-check]';

function isDisabled(element: Element): boolean {
  return (
    matches(element, ':disabled,[aria-disabled=true]') ||
    classTokens(element).some((token) => /(^|[-_])disabled$/.test(token))
  );
}

/**
 * Stars and sliders: they show what the pointer is over or pulls as if it were chosen, and are set when
 * they are let go.
 */
export function isScale({ root, parts }: Control): boolean {
  return (
    (matches(root, drawnStars) ||
      classTokens(root).some((token) => /^[a-z]+-(rate|slider)$/.test(token))) &&
    parts.every((part) => part === root || matches(part, '[role=radio],[role=slider]'))
  );
}

/** Readonly boxes that a click in something else has filled after they were clicked. */
const pickers = new WeakSet<Element>();

export function learnPicker({ parts }: Control): void {
  for (const part of parts) pickers.add(part);
}

/** Readonly without being a picker: its value is computed or only shown. */
function isPlainReadonly(element: Element): boolean {
  if (pickers.has(element)) return false;
  if (!matches(element, '[readonly],[aria-readonly=true],.is-readonly')) return false;
  if (matches(element, '[aria-haspopup],[aria-expanded],[onclick],[onfocus],.Wdate,[lay-key]')) {
    return false;
  }
  // uni-app draws the hint before the box.
  const drawn = element.previousElementSibling;
  const hint =
    attribute(element, 'placeholder') ||
    (drawn && matches(drawn, '[class*=placeholder]') && drawn.textContent) ||
    '';
  if (/选择|点击|请选/.test(hint)) return false;
  if (opensChoice(besideOf(element))) return false;
  const cell = closest(element, '.van-cell,.weui-cell');
  if (cell && matches(cell, '.van-cell--clickable,.weui-cell_access,[role=button]')) return false;
  return getComputedStyle(element).cursor !== 'pointer';
}

/** What stands beside a box, be it in the next cell; what is hidden between them does not count. */
function besideOf(box: Element): Element | null {
  let next = box.nextElementSibling;
  while (next && matches(next, '[type=hidden]')) next = next.nextElementSibling;
  const around = parentOf(box);
  return next ?? (around && matches(around, 'td') ? around.nextElementSibling : null);
}

/** A button, link or picture by which what belongs into the box beside it is looked up. */
function opensChoice(beside: Element | null): boolean {
  if (!beside) return false;
  const word = (beside.textContent || attribute(beside, 'value') || '').trim();
  if (word !== '') return word.length <= 8 && /选(?!填)|查找|^\.{3}$|…/.test(word);
  const pressed = matches(beside, CHOICE_ICON) ? beside : queryOne(beside, CHOICE_ICON);
  return pressed !== null && queryOne(beside, PARTS) === null;
}

const CHOICE_ICON =
  'img[onclick],:is(a,i,img,button):is([class*=search],[class*=lookup],[class*=select],[class*=choose])';

/** The tick boxes of a table's rows and of trees choose records, they are no data. */
function isRowSelection(root: Element): boolean {
  const cell = closest(root, 'td,th,[role=gridcell],[role=columnheader]');
  if (cell) {
    if (matches(cell, '[class*=selection],[class*=check]')) return true;
    const text = (cell.textContent ?? '').trim();
    if (text === '' && children(cell).length <= 1 && queryAll(cell, PARTS).length === 1) {
      return isFirstColumn(cell);
    }
  }
  return closest(root, '[role=tree],[class*=tree-node],.ztree,.tree') !== null;
}

/** Radios at the head of the rows of a list choose a record, as when a person is looked up. */
function isRowChoice(parts: readonly Element[]): boolean {
  const rows = parts.map((part) => closest(part, 'tr,[role=row]'));
  if (rows.some((row) => !row) || new Set(rows).size < parts.length) return false;
  return parts.every((part) => {
    const cell = closest(part, 'td,th,[role=gridcell]');
    const row = cell && parentOf(cell);
    return (
      cell !== null &&
      cell !== undefined &&
      row !== null &&
      children(row).length > 1 &&
      isFirstColumn(cell) &&
      (cell.textContent ?? '').trim() === ''
    );
  });
}

function isFirstColumn(cell: Element): boolean {
  return cell.previousElementSibling === null;
}
