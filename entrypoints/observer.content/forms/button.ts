import {
  attribute,
  classTokens,
  closest,
  isVisible,
  localName,
  matches,
  parentOf,
  queryDeep,
  queryOne,
} from './dom';
import { compactText, oneLine, visibleText } from './text';
import { type ControlMeaning, controlMeaning } from './words';

/** Elements that act when they are pressed. */
const BUTTONS =
  'button,input[type=submit],input[type=button],input[type=image],input[type=reset],[role=button],a,uni-button,[onclick],[class*=btn],[class*=button]';

export interface Button {
  readonly element: Element;
  readonly text: string;
  readonly meaning: ControlMeaning;
}

/** The words on a button: its own text, its value, or what it is called. */
export function buttonText(element: Element): string {
  if (localName(element) === 'input') {
    return oneLine(
      (element as HTMLInputElement).value ||
        attribute(element, 'alt') ||
        attribute(element, 'title') ||
        '',
    );
  }
  const text =
    localName(element) === 'button'
      ? oneLine(Array.from(element.childNodes, (node) => visibleText(node, 40)).join(' '))
      : visibleText(element, 40);
  const picture = queryOne(element, 'img') ?? element;
  return (
    text ||
    oneLine(
      attribute(element, 'aria-label') ??
        attribute(element, 'title') ??
        attribute(picture, 'alt') ??
        '',
    )
  );
}

function meaningOf(element: Element, text: string): ControlMeaning {
  const meaning = controlMeaning(text);
  if (meaning !== 'unknown') return meaning;
  // An unnamed submit button of a native form submits it.
  return text === '' && matches(element, 'form [type=submit],form button:not([type])')
    ? 'submit'
    : meaning;
}

/**
 * The button that an event's target is part of: the nearest ancestor within six levels that acts, or
 * a short text that says a submit-like word (systems press `<span>` and `<div>`).
 */
export function buttonOf(target: Element): Button | undefined {
  let element: Element | null = target;
  for (let level = 0; element && level < 6; level++) {
    if (matches(element, 'body,form,table,tr,[role=dialog]')) break;
    if (
      matches(
        element,
        'select,option,textarea,input:not([type=submit],[type=button],[type=image],[type=reset])',
      )
    ) {
      return undefined;
    }
    if (matches(element, BUTTONS)) {
      if (isMenu(element)) return undefined;
      const button = describe(element);
      if (button.meaning !== 'unknown' || matches(element, 'button,input,[role=button],a')) {
        return button;
      }
    }
    element = parentOf(element);
  }
  // 是 and 好 are choices more often than buttons; what can be chosen is none.
  if (closest(target, CHOICE)) return undefined;
  const own = describe(target);
  if (own.text.length < 2 || own.meaning === 'unknown' || isMenu(target)) return undefined;
  // 提交单位 in a table names a field, unless it can be pressed.
  return closest(target, 'tr,label,legend') && !isPressable(target) ? undefined : own;
}

const CHOICE =
  'dd,[role=option],[role=listbox],[role=radio],[role=checkbox],[class*=radio],[class*=checkbox],[class*=option],[class*=select],[class*=dropdown],[class*=picker],[class*=cascader]';

function isPressable(element: Element): boolean {
  return matches(element, '[onclick]') || getComputedStyle(element).cursor === 'pointer';
}

function describe(element: Element): Button {
  const text = buttonText(element);
  return { element, text, meaning: meaningOf(element, text) };
}

/** Another button beside it hands the same thing in. */
export function standsBesideSend({ element }: Button): boolean {
  const around = parentOf(element);
  return (
    around !== null &&
    buttonsIn(around).some((one) => one.element !== element && SENDS_ON.test(compactText(one.text)))
  );
}

const SENDS_ON = /^(提交|上报|报送|呈报|送审|送签)|[并后](提交|上报|送审)$/;

const MAX_BUTTONS = 2000;

/** The visible buttons inside whose meaning matters for a form. */
export function buttonsIn(root: Element | Document): Button[] {
  const found: Button[] = [];
  let looked = 0;
  for (const element of queryDeep(root, BUTTONS)) {
    if (++looked > MAX_BUTTONS) break;
    if (isMenu(element)) continue;
    const button = describe(element);
    if (!RELEVANT.has(button.meaning)) continue;
    if (isVisible(element)) found.push(button);
  }
  return found;
}

const RELEVANT = new Set<ControlMeaning>([
  'submit',
  'draft',
  'step',
  'search',
  'comment',
  'login',
  'add',
  'edit',
]);

/** Links of menus, breadcrumbs, tabs and pagination are ways to elsewhere. */
function isMenu(element: Element): boolean {
  if (closest(element, '[class*=dropdown],[class*=popper],[class*=popup]')) return false;
  if (matches(element, '[role=menuitem],[role=tab]')) return true;
  if (localName(element) !== 'a' && localName(element) !== 'li') return false;
  if (matches(element, '[class*=btn],[class*=button],[id*=btn],[id*=Btn]')) return false;
  const around = closest(
    element,
    'nav,[role=navigation],[role=menu],[role=tablist],[class*=menu],[class*=breadcrumb],[class*=pagination],[class*=sidebar]',
  );
  return (
    around !== null &&
    !classTokens(around).some((token) => /form|dialog|crud|action|btn|button/i.test(token))
  );
}
