import { type Control, controlOf } from './control';
import { attribute, classTokens, closest, contains, eventTarget, isElement, parentOf } from './dom';
import type { FieldState } from './session';

/**
 * What counts as entered: a trusted event of the person on the field itself, or on the popup that
 * belongs to it. What scripts set, the page prefills or other fields bring about does not.
 */

const FREE_TEXT = new Set<Control['kind']>(['text', 'textarea', 'rich-text', 'number', 'date']);

/** Trusted `input` in a field. Typing into a select's search box is not yet a choice. */
export function noteInput(state: FieldState, event: Event, at: number): void {
  const { control } = state;
  if (!FREE_TEXT.has(control.kind) && control.kind !== 'password') {
    noteAct(state, at);
    return;
  }
  const type = (event as InputEvent).inputType ?? '';
  if (type === 'insertFromPaste' || type === 'insertFromDrop' || type === 'insertFromYank') {
    state.how = state.how === 'typed' ? 'typed' : 'pasted';
  } else if (type === 'historyUndo' || type === 'historyRedo') {
    state.how ??= 'typed';
  } else if (type === '' || type === 'insertReplacementText') {
    // The browser's own list of earlier entries, a stepper or a picker.
    state.how ??= 'chosen';
  } else {
    state.how = state.how === 'pasted' && type.startsWith('delete') ? 'pasted' : 'typed';
  }
}

/** Trusted click, key or change on a control that is chosen in: counts once its value differs. */
export function noteAct(state: FieldState, at: number): void {
  state.actedAt = at;
  state.actedOn ??= state.last;
}

/** Plain text boxes are not chosen in by clicking them, unless they cannot be typed in. */
export function isChosenIn(control: Control): boolean {
  if (control.kind === 'textarea' || control.kind === 'rich-text' || control.kind === 'password') {
    return false;
  }
  if (control.kind !== 'text') return true;
  return control.parts.some((part) => attribute(part, 'readonly') !== null);
}

const POPUP_TOKEN =
  /(popper|popup|popover|picker|panel|menu|overlay|suggest|laydate|option|listbox|drop|chosen|cascader|calendar|select|modal|dialog|layer|mask|window)/i;

/** A click in a popup that a control opened: something that floats, outside the form or inside it. */
export function isInPopup(target: Element, form: Element): boolean {
  let element: Element | null = target;
  for (let level = 0; element && element !== form && level < 14; level++) {
    if (contains(element, form)) return false;
    const role = attribute(element, 'role');
    if (role && POPUP_ROLES.has(role)) return true;
    for (const token of classTokens(element)) if (POPUP_TOKEN.test(token)) return true;
    const { position } = getComputedStyle(element);
    if (position === 'fixed' || (position === 'absolute' && !contains(form, element))) return true;
    element = parentOf(element);
  }
  return false;
}

const POPUP_ROLES = new Set([
  'option',
  'listbox',
  'menu',
  'treeitem',
  'tree',
  'gridcell',
  'dialog',
]);

/** The control that an event comes from, seen through open shadow roots. */
export function controlOfEvent(event: Event): Control | undefined {
  const target = eventTarget(event);
  return isElement(target) ? controlOf(target) : undefined;
}

export function nearestRowText(element: Element): string {
  const row = closest(element, 'tr,[role=row],li,[class*=list-item],[class*=card]');
  return (row?.textContent ?? '').slice(0, 300);
}
