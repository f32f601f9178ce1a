import type { PageClass } from '../../utils/domain/page-class';

/**
 * What the observer alone can say of a page's class: that it is a login, or that media play on it. Any
 * class that the reader found, which knows forms, tables and words, stays.
 */
export function lightPageClass(known: PageClass, mediaAdvancing: boolean): PageClass {
  if (known !== 'other' && known !== 'login') return known;
  if (mediaAdvancing) return 'study';
  if (document.visibilityState !== 'visible') return known;
  const passwords = document.querySelectorAll('input[type=password]');
  const shown = [...passwords].filter((field) => (field as HTMLElement).offsetParent !== null);
  return shown.length === 1 ? 'login' : 'other';
}
