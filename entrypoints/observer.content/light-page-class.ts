import type { PageClass } from '../../utils/domain/page-class';

/** Where a login without a password asks for the code that was sent. */
export const CODE_FIELDS = 'input[placeholder*="验证码"],input[autocomplete="one-time-code"]';

/**
 * What the observer alone can say of a page's class: that it is a login, or that media play on it. Any
 * class that the reader found, which knows forms, tables and words, stays.
 */
export function lightPageClass(known: PageClass, mediaAdvancing: boolean): PageClass {
  if (known !== 'other' && known !== 'login') return known;
  if (mediaAdvancing) return 'study';
  if (document.visibilityState !== 'visible' || document.readyState === 'loading') return known;
  const shown = (fields: string) =>
    [...document.querySelectorAll(fields)].filter((field) => field.getClientRects().length > 0)
      .length;
  if (shown('input[type=password]') === 1) return 'login';
  // By a code sent to the phone, as the page signs found; gone with its field.
  return known === 'login' && shown(CODE_FIELDS) > 0 ? 'login' : 'other';
}
