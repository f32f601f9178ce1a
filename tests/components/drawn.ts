import { type ComponentChild, render } from 'preact';
import { language } from '../../utils/i18n';
import type { Language } from '../../utils/i18n/message';

/** Draws an element into a page of its own, in a language. */
export function drawn(element: ComponentChild, spoken: Language = 'zh_CN'): HTMLElement {
  language.value = spoken;
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  render(element, place);
  return place;
}

/** The text as a person reads it: runs of blanks count once. */
export function textOf(place: Element | null): string {
  return (place?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
