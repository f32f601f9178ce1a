import type { FormReading } from '../../../utils/domain/observation';
import { type Button, buttonsIn, buttonText } from './button';
import type { Control } from './control';
import { PARTS } from './control';
import {
  attribute,
  children,
  classTokens,
  closest,
  contains,
  forAWhile,
  isVisible,
  localName,
  matches,
  parentOf,
  queryAll,
  queryOne,
  textContent,
} from './dom';
import { compactText, visibleText } from './text';
import { SENDS } from './words';

/** Where a control stands: the part of the page that is filled and submitted as one. */
export interface Place {
  /** The element that holds the form's controls and, mostly, its buttons. */
  readonly container: Element;
  readonly kind: FormReading['container'];
  readonly purpose: 'form' | 'search' | 'login';
  /** Widened to hold a button that submits several parts at once. */
  readonly wide?: true;
}

export const DIALOG =
  '[role=dialog],[role=alertdialog],dialog[open],.el-dialog,.el-drawer,.el-message-box,.ant-modal,.ant-drawer-content,.layui-layer-page,.layui-layer-dialog,.layui-layer-prompt,.modal-dialog,.panel.window,.messager-window,.van-dialog,.van-popup,.ivu-modal,.ivu-drawer,.t-dialog,.t-drawer,.arco-modal,.arco-drawer,.n-dialog,.n-modal,.n-drawer,.aui_dialog,.ui-dialog,.uni-popup,.weui-dialog,.semi-modal,.vxe-modal--box,.x-window';

const DRAWER = '[class*=drawer],.van-popup--right,.van-popup--left,.van-popup--bottom';
const FORM = 'form,[role=form],.layui-form,.uni-forms,.weui-form';

/** The dialog or drawer around an element, or the whole page. */
export function boundaryOf(element: Element): Element {
  return (
    closest(element, DIALOG) ?? element.ownerDocument.body ?? element.ownerDocument.documentElement
  );
}

/**
 * What the buttons of one boundary say about the parts around them: each ancestor of a button, up to
 * the boundary, knows which kinds of button it holds. Made once per interaction.
 */
export class Surroundings {
  private readonly held = new Map<Element, Set<'submit' | 'search' | 'login'>>();
  readonly buttons: readonly Button[];

  constructor(readonly boundary: Element) {
    this.buttons = buttonsIn(boundary);
    for (const button of this.buttons) {
      const word = roleOf(button);
      if (!word) continue;
      if (word !== 'search' && closest(button.element, DIALOG) !== closest(boundary, DIALOG)) {
        continue; // a button of an inner dialog belongs to that dialog
      }
      let ancestor = parentOf(button.element);
      while (ancestor && contains(boundary, ancestor)) {
        const words = this.held.get(ancestor);
        if (words) words.add(word);
        else this.held.set(ancestor, new Set([word]));
        ancestor = parentOf(ancestor);
      }
    }
  }

  holds(element: Element, word: 'submit' | 'search' | 'login'): boolean {
    return this.held.get(element)?.has(word) ?? false;
  }

  any(element: Element): boolean {
    return this.held.has(element);
  }

  get canSubmit(): boolean {
    return this.holds(this.boundary, 'submit');
  }
}

function roleOf({ meaning }: Button): 'submit' | 'search' | 'login' | undefined {
  switch (meaning) {
    case 'submit':
    case 'draft':
    case 'step':
      return 'submit';
    case 'search':
    case 'comment':
      // What is said under an article is no form either.
      return 'search';
    case 'login':
      return 'login';
    default:
      return undefined;
  }
}

const SEARCH_TOKEN =
  /(^|[-_])(search|query|filters?|sousuo|chaxun)([-_]|$)|(Search|Query|Filter)(Form|Bar|Box|Panel|Wrap|er)?$/;
const SEARCH_HINT =
  /^(请输入|输入)?(关键字|关键词|搜索|查询|检索|筛选)|搜索|关键字|关键词|过滤|评论|说点什么|说两句|说一句/;
const SEARCH_HEADING =
  /查询|筛选|搜索|检索|导出|打印|过滤条件|(列|表头|字段)(显示)?(设置|配置)|自定义(列|表头|显示)|(布局|主题|界面|皮肤|风格|显示|个性化|偏好)(设置|配置)|^请?选择.{0,8}$|^.{2,4}选择(器|框)?$|^(通讯录|组织(机构|架构)树?)$/;
/** What heads a part of the page whose boxes are no form, in so many words. */
const NO_FORM_HEADING =
  /^(高级|组合|综合|更多|快速|条件|数据)?(查询|筛选|搜索|检索|过滤)(条件|面板|区)?$|^(发表|我要|网友|文章)?(评论|跟帖|吐槽)$/;
/** What stands around the boxes that turn pages. */
const PAGING = /每页|条\/页|共\d+(条|页|项)|\/共?\d+页|(跳转|转)(到|至)/;

/** Finds where a control stands. `undefined` where nothing could submit it. */
export function placeOf(control: Control, surroundings: Surroundings): Place {
  const { boundary } = surroundings;
  const holder = firstHolder(control.root, surroundings);
  const region = holder && isOfOthers(holder, control, surroundings) ? undefined : holder;
  if (isSearchControl(control, region, surroundings)) {
    return { container: region ?? boundary, kind: 'page', purpose: 'search' };
  }
  const dialog = closest(boundary, DIALOG);
  if (region && surroundings.holds(region, 'login') && !dialogForm(region)) {
    return { container: region, kind: 'form', purpose: 'login' };
  }
  const nearest = region ?? boundary;
  if (asksForPassword(nearest)) return { container: nearest, kind: 'form', purpose: 'login' };
  if (region && region !== boundary && NO_FORM_HEADING.test(compactText(leadingText(region)))) {
    return { container: region, kind: 'page', purpose: 'search' };
  }
  if (dialog) {
    const purpose = SEARCH_HEADING.test(headingOf(dialog) ?? '') ? 'search' : 'form';
    return { container: dialog, kind: matches(dialog, DRAWER) ? 'drawer' : 'dialog', purpose };
  }
  const form = outerForm(control.root, boundary);
  if (region) {
    if (matches(region, 'tr,[role=row]'))
      return { container: region, kind: 'grid-row', purpose: 'form' };
    const inForm = outerForm(region, boundary);
    if (inForm) return { container: inForm, kind: 'form', purpose: 'form' };
    return { container: region, kind: form === region ? 'form' : 'page', purpose: 'form' };
  }
  if (form) return { container: form, kind: 'form', purpose: 'form' };
  return { container: boundary, kind: 'page', purpose: 'form' };
}

/** Who somebody is, and nothing else: an account, a password or more, and what a picture says. */
const asksForPassword = forAWhile((part: Element): boolean => {
  const boxes = queryAll(part, PARTS);
  if (boxes.length > MOST_IN_LOGIN) return false;
  const typed = boxes.filter((box) => isVisible(box) && !matches(box, '[type=checkbox]'));
  const secret = typed.filter((box) => matches(box, '[type=password]')).length;
  return secret > 0 && (typed.length <= 3 || secret * 2 > typed.length);
});

const MOST_IN_LOGIN = 12;

/** The short text that a part of the page begins with, before its first box. */
const leadingText = forAWhile((part: Element): string => {
  for (const element of queryAll(part, '*').slice(0, 12)) {
    if (matches(element, PARTS)) return '';
    if (element.childElementCount > 0 || matches(element, 'button,a,label,option')) continue;
    const text = visibleText(element, LONGEST_HEADING);
    if (text !== '') return text;
  }
  return '';
});

function dialogForm(region: Element): boolean {
  return queryAll(region, PARTS).length > 6 && queryOne(region, '[type=password]') === null;
}

/** The nearest ancestor that holds a button with a meaning for the control. */
function firstHolder(root: Element, surroundings: Surroundings): Element | undefined {
  let ancestor = parentOf(root);
  while (ancestor) {
    if (surroundings.any(ancestor) && !isHelperSearch(ancestor, root, surroundings))
      return ancestor;
    if (ancestor === surroundings.boundary) return undefined;
    ancestor = parentOf(ancestor);
  }
  return undefined;
}

/** What stands around a whole form with a word of its own, which is sent by itself. */
function isOfOthers(holder: Element, { root }: Control, surroundings: Surroundings): boolean {
  if (surroundings.holds(holder, 'submit') || surroundings.holds(holder, 'login')) return false;
  const form = outerForm(root, surroundings.boundary);
  if (form === undefined || form === holder || !contains(holder, form)) return false;
  return (
    !surroundings.holds(form, 'search') &&
    queryAll(form, 'button,input[type=submit],input[type=button]').some((button) => {
      const text = buttonText(button);
      return SENDS.test(text) || BEGINS.test(text);
    })
  );
}

const BEGINS = /^(增加|添加|新增|录入|确定|确认)/;

/** A 查询 button beside one field of a form (to fill the others) does not make it a search. */
function isHelperSearch(holder: Element, root: Element, surroundings: Surroundings): boolean {
  if (surroundings.holds(holder, 'submit') || surroundings.holds(holder, 'login')) return false;
  if (!surroundings.canSubmit) return false;
  const controls = queryAll(holder, PARTS);
  if (controls.length > 2) {
    const searches = surroundings.buttons.filter(
      (button) => roleOf(button) === 'search' && contains(holder, button.element),
    );
    return searches.every((button) => looksUp(button, controls));
  }
  if (
    !matches(holder, 'td,[class*=form-item],[class*=form__item],[class*=form-group],.van-field') &&
    !closest(root, 'td,[class*=form-item],[class*=form__item],[class*=form-group],.van-field')
  ) {
    return false;
  }
  const form = outerForm(holder, surroundings.boundary);
  return (
    form !== undefined && (surroundings.holds(form, 'submit') || queryAll(form, PARTS).length > 3)
  );
}

/** 查询 in the cell of one box, with others to fill in after it: somebody is looked up in a form. */
function looksUp({ element }: Button, controls: readonly Element[]): boolean {
  const cell = closest(element, 'td,[class*=form-item],[class*=form__item],[class*=form-group]');
  if (!cell || !queryOne(cell, PARTS)) return false;
  const table = closest(cell, 'table');
  const after = controls.filter(
    (control) =>
      isAfter(control, element) &&
      !contains(cell, control) &&
      !matches(control, '[type=checkbox],[type=radio]') &&
      closest(control, 'table') === table,
  );
  return after.length >= FEWEST_AFTER;
}

const FEWEST_AFTER = 2;

function isAfter(one: Element, other: Element): boolean {
  const order = Node.prototype.compareDocumentPosition.call(other, one);
  return (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The outermost form-like element that is one form and not a wrapper of the whole page. */
function outerForm(element: Element, boundary: Element): Element | undefined {
  let form: Element | undefined;
  let ancestor: Element | null = element;
  while (ancestor && ancestor !== boundary) {
    if (matches(ancestor, FORM) && !wrapsPage(ancestor)) form = ancestor;
    ancestor = parentOf(ancestor);
  }
  return form;
}

/** ASP.NET and some JSP pages put everything, menus and lists too, into one `<form>`. */
const wrapsPage = forAWhile((form): boolean => {
  if (localName(form) !== 'form' && !matches(form, '.layui-form')) return false;
  if (
    queryOne(
      form,
      'nav,[role=navigation],aside,[class*=sidebar],[id*=menu],[class*=menu-],.layui-nav',
    )
  ) {
    return true;
  }
  return queryOne(form, FORM) !== null && queryAll(form, '[class*=pagination],table').length > 0;
});

function isSearchControl(
  control: Control,
  region: Element | undefined,
  surroundings: Surroundings,
): boolean {
  // The inner box of a select may be of type search too.
  for (const part of control.kind === 'text' ? control.parts : []) {
    if (attribute(part, 'type') === 'search' || attribute(part, 'role') === 'searchbox')
      return true;
    const hint = attribute(part, 'placeholder') ?? '';
    if (hint && SEARCH_HINT.test(hint)) return true;
  }
  if (isFilterOfColumn(control) || turnsPages(control)) return true;
  if (region && region !== surroundings.boundary && isTalk(region)) return true;
  if (isInSiteFrame(control, surroundings)) return true;
  if (region && surroundings.holds(region, 'search')) {
    if (!surroundings.holds(region, 'submit')) return true;
    return nearestButton(control.root, region, surroundings) === 'search';
  }
  let ancestor = parentOf(control.root);
  for (let level = 0; ancestor && level < 8; level++) {
    if (ancestor === surroundings.boundary) break;
    if (matches(ancestor, '[role=search]')) return true;
    if (
      classTokens(ancestor).some((token) => SEARCH_TOKEN.test(token) && !/research/.test(token)) &&
      !surroundings.holds(ancestor, 'submit')
    ) {
      return true;
    }
    ancestor = parentOf(ancestor);
  }
  return false;
}

/** What is said to an assistant or under an article goes with choices of its own: a model, a name. */
export const isTalk = forAWhile(
  (part: Element): boolean =>
    queryAll(part, PARTS).length <= MOST_IN_TALK &&
    queryAll(part, 'textarea').some((box) => TALK_HINT.test(`${attribute(box, 'placeholder')}`)),
);

const MOST_IN_TALK = 5;
const TALK_HINT =
  /评论|说点什么|说[两一]句|聊[点聊]|问我|(输入|发送)消息|shift\s*\+|enter.{0,3}(发送|换行)/i;

/** Boxes in a table's head filter its columns. */
function isFilterOfColumn({ root, kind }: Control): boolean {
  return kind !== 'checkbox' && closest(root, 'thead,[role=columnheader]') !== null;
}

const isPager = forAWhile(
  (part: Element): boolean =>
    textContent(part).length < LONGEST_PAGER && PAGING.test(compactText(visibleText(part))),
);

const LONGEST_PAGER = 400;

/** By the words around it: systems write their own pagers. */
function turnsPages({ root, kind }: Control): boolean {
  if (kind !== 'text' && kind !== 'number' && kind !== 'select') return false;
  let around = parentOf(root);
  for (let level = 0; around && level < 3; level++) {
    if (around.childElementCount > 16 || matches(around, 'form,td,body,[role=dialog]'))
      return false;
    if (isPager(around)) return true;
    around = parentOf(around);
  }
  return false;
}

const SITE_FRAME =
  /^(?:\w+-)*(?:layout-header|main-header|site-header|app-header|navbar|topbar|top-bar|sidebar|side-bar|sider|hdr)$|^(?:el|layui)-header$/i;

/** Boxes in the frame of the whole site belong to no form in it, unless they are sent from there. */
function isInSiteFrame(control: Control, surroundings: Surroundings): boolean {
  const { boundary } = surroundings;
  let ancestor = parentOf(control.root);
  while (ancestor && ancestor !== boundary) {
    if (
      (matches(ancestor, 'header,nav,aside,[role=banner],[role=navigation]') ||
        classTokens(ancestor).some((token) => SITE_FRAME.test(token))) &&
      !surroundings.holds(ancestor, 'submit')
    ) {
      return true;
    }
    if (matches(ancestor, 'main,form,article,[role=dialog]')) return false;
    ancestor = parentOf(ancestor);
  }
  return false;
}

/** In a bar with both kinds of button, the first one after the control is its own. */
function nearestButton(
  root: Element,
  region: Element,
  surroundings: Surroundings,
): 'submit' | 'search' | 'login' | undefined {
  for (const button of surroundings.buttons) {
    const role = roleOf(button);
    if (!role || !contains(region, button.element) || !isAfter(button.element, root)) continue;
    if (role === 'search' && looksUp(button, queryAll(region, PARTS))) continue;
    return role;
  }
  return undefined;
}

const TITLE =
  '.el-dialog__title,.el-drawer__header,.layui-layer-title,.panel-title,.van-dialog__header,.van-nav-bar__title,.ivu-modal-header-inner,.t-dialog__header-content,.n-dialog__title,.n-card-header__main,[class*=dialog-title],[class*=modal-title],[class*=drawer-title]';

/** The heading of a dialog or of the section that a form stands in. */
export function headingOf(container: Element): string | undefined {
  const layer = closest(container, '.layui-layer,.panel.window') ?? container;
  for (const selector of [
    TITLE,
    'h1,h2,h3,h4,legend,caption,.layui-card-header,[class*=card__header],[class*=card-head-title]',
  ]) {
    for (const title of queryAll(layer, selector).slice(0, 5)) {
      if (!isVisible(title)) continue;
      const text = visibleText(title);
      if (isHeading(text)) return text;
    }
  }
  const leading = matches(container, DIALOG) ? leadingText(container) : '';
  if (leading !== '' && isHeading(leading)) return leading;
  let ancestor: Element | null = layer;
  for (let level = 0; ancestor && level < 4; level++) {
    for (const sibling of ancestor.parentElement
      ? Array.from(children(ancestor.parentElement))
      : []) {
      if (sibling === ancestor) break;
      if (
        matches(sibling, 'h1,h2,h3,h4,[class*=title],[class*=header],caption') &&
        isVisible(sibling)
      ) {
        const text = visibleText(sibling);
        if (isHeading(text)) return text;
      }
    }
    ancestor = parentOf(ancestor);
  }
  return undefined;
}

const LONGEST_HEADING = 40;

function isHeading(text: string): boolean {
  return text !== '' && text.length <= LONGEST_HEADING && !/^(当前位置|首页)/.test(text);
}
