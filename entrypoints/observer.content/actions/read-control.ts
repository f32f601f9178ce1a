import type { ControlReading } from '../../../utils/knowledge/action-of-control';
import { DIALOG } from '../forms/container';
import {
  attribute,
  children,
  classTokens,
  closest,
  contains,
  isElement,
  isVisible,
  localName,
  matches,
  parentOf,
  queryAll,
  textContent,
} from '../forms/dom';
import { oneLine, visibleText } from '../forms/text';

/** Elements that act when they are pressed, by their kind. */
const BUTTON =
  'button, input[type="button"], input[type="submit"], input[type="image"], input[type="reset"], [role="button"], uni-button, [class~="btn" i], [class*="-btn" i], [class*="btn-" i], [class*="_btn" i], [class*="button" i]:not([class*="button-group" i]):not([class*="buttons" i])';
const ITEM =
  '[role="menuitem"], [class*="dropdown-menu"] li, [class*="dropdown-item"], [class*="dropdown__item"], [class*="menu-item"], [class*="action-sheet__item"], [class*="popover"] [class*="item"], [class*="grid-item"], [class*="fab"], [class*="float"]';

/** Levels from what was hit up to the control around it. */
const LEVELS = 6;
const LONGEST_TEXT = 60;

const DROPDOWN =
  '[class*="dropdown" i], [class*="popover" i], [class*="popper" i], [class*="action-sheet" i], [class*="context-menu" i], [class*="contextmenu" i], [class*="speed-dial" i]';
const MENU =
  'nav, [role="navigation"], [role="menubar"], [role="menuitem"], [class~="n-menu"], [class~="t-menu"], [class~="arco-menu"], [class*="left-menu" i], [class*="top-menu" i], [class*="nav-menu" i], [class*="el-menu"], [class*="ant-menu"], [class*="layui-nav"], [class*="ivu-menu"], [class*="sidebar" i], [class*="side-bar" i], [class*="side-menu" i], [class*="navbar" i], [class~="nav"], [class*="main-menu" i], [class*="tabbar" i], [class*="tab-bar" i], #menu, .easyui-tree, [class*="accordion" i] ul';
const TAB =
  '[role="tab"], [role="tablist"] > *, [class*="tabs__item"], [class*="tabs-tab"]:not([class*="tabs-tabpane"]), .van-tab, [class*="layui-tab-title"] li, [class*="tab-item" i], [class*="tab_item" i], [class*="tabs-nav" i] *, ul.tabs > li, .nav-tabs *, [role="radio"], .el-radio-button, .ant-radio-button-wrapper, .ant-segmented-item, .el-segmented';
const BREADCRUMB = '[class*="breadcrumb" i], [class*="crumb" i]';
/** Hand-made breadcrumbs are only known by their words. */
const PLACE_LINE =
  '[class*="position" i], [class*="location" i], [class*="dqwz" i], [class*="wz" i], [class*="path" i]';
const OPTION =
  '[role="option"], option, select, [role="tree"], [role="treeitem"], [class*="pagination" i], [class*="select-dropdown"], [class*="select__popper"], .el-cascader-node';
/** What is no button by itself in such a part is a choice, a state or a step. */
const CHOICE =
  /(^|[-_])(options?|tags?|badges?|status|state|steps?|pager|radio|tree|filters?)([-_]|$)|^el-checkbox-group/i;

const HEADINGS =
  'h1, h2, h3, h4, [class*="dialog__title"], [class*="modal-title"], [class*="layer-title"], [class*="card__header"], [class*="card-head"], [class*="panel-title"], [class*="panel-heading"], [class*="dialog__header"], [class*="message-box__title"], [class*="messager-title"], .van-dialog__header, [class*="nav-bar__title"], [class*="page-header__title"], [class*="box-title" i], legend, [role="heading"]';
const GROUND =
  '[role="dialog"], .el-dialog, .el-drawer, .el-message-box, .ant-modal, .ant-drawer, .layui-layer, .modal-content, .van-popup, .van-dialog, .ivu-modal, .card, [class$="-card"], [class*="-card "], .panel, .box, section, article, main, form, body';

/** The control that was pressed, with all that tells what it means. */
export interface PressedControl {
  readonly element: Element;
  readonly reading: ControlReading;
}

/** The control around the element that was hit, or undefined where nothing acts there. */
export function pressedControl(target: Element): PressedControl | undefined {
  const element = controlAround(target);
  if (element === undefined) return undefined;
  return { element, reading: readControl(element) };
}

const pressed = new WeakMap<Event, PressedControl>();

/** The control that a click was on; read once for each click. */
export function controlOfClick(event: Event): PressedControl | undefined {
  const known = pressed.get(event);
  if (known !== undefined) return known;
  const [target] = event.composedPath();
  const control = isElement(target) ? pressedControl(target) : undefined;
  if (control !== undefined) pressed.set(event, control);
  return control;
}

const NATIVE = 'button, input, a, label, [role="button"], [role="menuitem"], uni-button';
const WHOLE = 'button, [role="button"], [role="menuitem"], uni-button';
/** No control reaches beyond these. */
const OUTSIDE = 'body, html, form, table, tbody, main, ul, ol, [role="dialog"]';

function controlAround(target: Element): Element | undefined {
  let plain: Element | undefined;
  let current: Element | null = target;
  for (let level = 0; current && level < LEVELS; level += 1) {
    if (matches(current, OUTSIDE)) break;
    if (matches(current, `${BUTTON}, a, ${ITEM}`)) {
      // A group of buttons is called like a button: the part that acts by itself is the control.
      const group = plain !== undefined && !matches(current, NATIVE);
      if (group && ownText(current) !== ownText(plain as Element)) return plain;
      return matches(current, NATIVE) ? current : wholeControl(current);
    }
    if (matches(current, 'label, input[type="checkbox"]')) return current;
    if (matches(current, 'input, textarea, select, [contenteditable="true"]')) return undefined;
    if (plain === undefined && actsByItself(current)) plain = current;
    current = parentOf(current);
  }
  return plain;
}

/**
 * The control that a part of it, called like a control too (`btn-icon`, `floating-button__icon`), belongs
 * to: the button around it with the same words, and for a picture what around it has a name.
 */
function wholeControl(part: Element): Element {
  const words = ownText(part);
  let around = parentOf(part);
  for (let level = 0; around && level < LEVELS; level += 1) {
    if (matches(around, OUTSIDE) || ownText(around) !== words) break;
    if (matches(around, WHOLE)) return around;
    const named = words === '' && matches(around, `${BUTTON}, a, ${ITEM}`);
    if (named && namesOf(around).length > 0) return around;
    around = parentOf(around);
  }
  return part;
}

/** Not a button by name, but pressed as one: it says so, or shows the hand and is short. */
function actsByItself(element: Element): boolean {
  if (
    matches(element, '[onclick], [ng-click], [tabindex="0"], [lay-event], [lay-on], [data-event]')
  )
    return true;
  if (oneLine(textContent(element), LONGEST_TEXT).length > 20) return false;
  return getComputedStyle(element).cursor === 'pointer' || localName(element) === 'svg';
}

/**
 * Everything that tells what pressing an element means. What costs more than its own words is read
 * only where these leave the question open, and then as the page stands at that moment.
 */
export function readControl(element: Element): ControlReading {
  const text = ownText(element);
  return {
    text,
    kind: kindOf(element),
    get names() {
      return namesOf(element);
    },
    get icons() {
      const wordless = text === '' || /^[\d.\s]*[万w+]?$/.test(text) || text.length <= 2;
      return wordless ? iconsOf(element) : [];
    },
    get place() {
      return placeOf(element);
    },
    get leads() {
      return leadsAway(element);
    },
    get file() {
      return isFileLink(element);
    },
    get disabled() {
      return isDisabled(element);
    },
    get lit() {
      return isLit(element);
    },
    get headings() {
      return headingsOver(element);
    },
    get siblings() {
      return siblingsOf(element);
    },
    get login() {
      return hasPassword();
    },
  };
}

function ownText(element: Element): string {
  if (localName(element) === 'input') {
    if (matches(element, '[type="checkbox"], [type="radio"]')) return labelText(element);
    return oneLine(
      (element as HTMLInputElement).value || attribute(element, 'alt') || '',
      LONGEST_TEXT,
    );
  }
  return oneLine(textWithoutAids(element), LONGEST_TEXT);
}

function labelText(input: Element): string {
  const label = closest(input, 'label') ?? (input as HTMLInputElement).labels?.[0];
  return label ? oneLine(textContent(label), LONGEST_TEXT) : '';
}

/** The words that are shown: no badges, no texts for screen readers beside visible ones. */
function textWithoutAids(element: Element): string {
  const inner = queryAll(
    element,
    'sup, style, script, [class*="badge__content"], [class*="sr-only"], [class*="visually-hidden"], title, desc',
  );
  let text = textContent(element);
  for (const aid of inner.slice(0, 6)) text = text.replace(textContent(aid), '');
  return text;
}

function namesOf(element: Element): readonly string[] {
  const names: string[] = [];
  const push = (name: string | null | undefined): void => {
    if (name && name.trim() !== '' && names.length < 8) names.push(oneLine(name, LONGEST_TEXT));
  };
  for (const part of [
    element,
    ...queryAll(element, '[aria-label], [title], [alt], img, svg, i').slice(0, 6),
  ]) {
    for (const name of [
      'aria-label',
      'title',
      'alt',
      'data-original-title',
      'data-title',
      'data-tip',
      'data-tooltip',
      'lay-tips',
      'tooltip',
    ]) {
      push(attribute(part, name));
    }
  }
  const described = attribute(element, 'aria-labelledby') ?? attribute(element, 'aria-describedby');
  if (described) {
    for (const id of described.split(/\s+/).slice(0, 3))
      push(document.getElementById(id)?.textContent);
  }
  for (const title of queryAll(element, 'svg > title').slice(0, 2)) push(textContent(title));
  return names;
}

function iconsOf(element: Element): readonly string[] {
  const icons: string[] = [];
  const parts = [element, ...queryAll(element, 'i, svg, use, em, span, img').slice(0, 8)];
  for (const part of parts) {
    for (const token of classTokens(part)) icons.push(token);
    for (const name of ['href', 'xlink:href', 'data-icon', 'icon', 'name']) {
      const value = localName(part) === 'a' ? null : attribute(part, name);
      if (value) icons.push(value.replace(/^#/, ''));
    }
    const source = localName(part) === 'img' ? attribute(part, 'src') : null;
    const file = source
      ? /([\w-]+)\.(?:png|svg|gif|jpe?g|webp)(?:\?|$)/i.exec(source)?.[1]
      : undefined;
    if (file) icons.push(file);
  }
  return icons.slice(0, 24);
}

function kindOf(element: Element): ControlReading['kind'] {
  if (matches(element, 'input[type="checkbox"], input[type="radio"], label')) return 'check';
  if (matches(element, BUTTON)) return 'button';
  if (localName(element) === 'a') return 'link';
  return matches(element, ITEM) ? 'item' : 'plain';
}

function placeOf(element: Element): ControlReading['place'] {
  const button = matches(element, BUTTON);
  if (closest(element, 'th, thead')) return 'head';
  if (closest(element, TAB)) return 'tab';
  if (closest(element, OPTION)) return 'option';
  if (closest(element, DROPDOWN) !== null) return 'free';
  if (!button && isChoice(element)) return 'option';
  if (!button && (closest(element, BREADCRUMB) !== null || isPlaceLine(element))) {
    return 'breadcrumb';
  }
  const menu = closest(element, MENU);
  if (menu !== null && !isFloating(menu)) return 'menu';
  return isContent(element) ? 'content' : 'free';
}

function isChoice(element: Element): boolean {
  let part: Element | null = element;
  for (let level = 0; part && level < 4; level += 1) {
    if (matches(part, 'td, tr, form, [role="dialog"]')) return false;
    if (classTokens(part).some((token) => CHOICE.test(token))) return true;
    part = parentOf(part);
  }
  return false;
}

function isPlaceLine(element: Element): boolean {
  const line = closest(element, PLACE_LINE);
  if (line === null) return false;
  const text = oneLine(textContent(line), 100);
  return text.length <= 80 && /位置|首页|[>›»]/.test(text);
}

/** A few buttons that float over the page are called a side bar too, but are no menu. */
function isFloating(menu: Element): boolean {
  if (matches(menu, 'nav, [role], [class*="el-menu"], [class*="ant-menu"], [class*="layui-nav"]')) {
    return false;
  }
  return queryAll(menu, 'a, li, button').length <= 8 && getComputedStyle(menu).position === 'fixed';
}

/** A link within running text, the title of a list row, or one of a list of links. */
function isContent(element: Element): boolean {
  if (localName(element) !== 'a' || matches(element, BUTTON)) return false;
  const text = oneLine(textContent(element), 80);
  if (text.length > 16) return true;
  if (leadsAway(element) && isOneOfLinks(element)) return true;
  const paragraph = closest(element, 'p, blockquote');
  return paragraph !== null && oneLine(textContent(paragraph), 200).length > text.length + 24;
}

/** The row holds nothing but the link, and so do the rows beside it. */
function isOneOfLinks(link: Element): boolean {
  const row = parentOf(link);
  const list = row && matches(row, 'li, dd, td, p') ? parentOf(row) : null;
  if (row === null || list === null || textContent(row).trim() !== textContent(link).trim()) {
    return false;
  }
  return (
    Array.from(children(list)).filter((other) => queryAll(other, 'a').length === 1).length >= 3
  );
}

function leadsAway(element: Element): boolean {
  const link = localName(element) === 'a' ? element : closest(element, 'a[href]');
  const href = link && attribute(link, 'href')?.trim();
  if (!href || /^(#|javascript:|void)/i.test(href)) return false;
  if (/^#?\/?$/.test(href) || isFileLink(element)) return false;
  try {
    const { pathname, search, hash, origin } = new URL(href, document.baseURI);
    if (origin !== location.origin) return true;
    return pathname !== location.pathname || search !== location.search || /^#!?\//.test(hash);
  } catch {
    return false;
  }
}

const FILE_PATH =
  /\.(docx?|xlsx?|pptx?|pdf|ofd|wps|et|dps|zip|rar|7z|csv|txt|rtf|jpe?g|png|mp4|mp3|apk|exe|ceb)$/i;

function isFileLink(element: Element): boolean {
  const link = localName(element) === 'a' ? element : closest(element, 'a[href]');
  const href = link && attribute(link, 'href');
  if (!link || !href || /^javascript:/i.test(href)) return false;
  if (link.hasAttribute('download')) return true;
  try {
    return FILE_PATH.test(new URL(href, document.baseURI).pathname);
  } catch {
    return false;
  }
}

export function isDisabled(element: Element): boolean {
  return (
    matches(element, ':disabled, [aria-disabled="true"], [disabled]') ||
    classTokens(element).some((token) => /(^|[-_])(is-)?disabled$/.test(token))
  );
}

/** Shown as done: pressed, or lit by its class. */
export function isLit(element: Element): boolean {
  if (matches(element, '[aria-pressed="true"], [aria-checked="true"]')) return true;
  const parts = [element, ...Array.from(children(element)).slice(0, 3)];
  return parts.some((part) =>
    classTokens(part).some((token) =>
      /^(is-)?(active|on|liked|praised|zaned|voted|signed|checked|selected|lit|done)$|(^|[-_])(liked|praised|signed|voted|filled|fill)$/i.test(
        token,
      ),
    ),
  );
}

/** Headings around an element, nearest first, at most four. */
export function headingsOver(element: Element): readonly string[] {
  const found: string[] = [];
  let current: Element | null = element;
  for (let level = 0; current && found.length < 4 && level < 24; level += 1) {
    if (matches(current, GROUND)) {
      const ground = current;
      const heading = queryAll(current, HEADINGS)
        .slice(0, 40)
        .find((one) => belongsTo(one, ground, element) && isVisible(one));
      const text = heading ? visibleText(heading, 40) : '';
      // A dialog without a title is not called like the page behind it.
      const nameless = text === '' && found.length === 0 && matches(ground, DIALOG);
      if (nameless || (text !== '' && !found.includes(text))) found.push(text);
    }
    current = parentOf(current);
  }
  const title = oneLine(document.title, 40);
  if (title !== '' && found.length < 4) found.push(title);
  return found;
}

/** A heading of this ground, not of a dialog or card in it that the control is not part of. */
function belongsTo(heading: Element, ground: Element, control: Element): boolean {
  const own = closest(heading, GROUND);
  return own === null || own === ground || contains(own, control);
}

function siblingsOf(element: Element): readonly string[] {
  let group = parentOf(element);
  if (group && group.childElementCount === 1) group = parentOf(group);
  if (group === null) return [];
  const others: string[] = [];
  for (const sibling of Array.from(children(group)).slice(0, 12)) {
    if (sibling === element || sibling.contains(element)) continue;
    const text = oneLine(textContent(sibling), 24);
    if (text !== '' && text.length <= 12) others.push(text);
  }
  return others;
}

function hasPassword(): boolean {
  const fields = queryAll(document, 'input[type="password"]');
  return (
    fields.length > 0 &&
    fields.some((field) => isVisible(field)) &&
    queryAll(document, 'input, select, textarea').length <= 10
  );
}
