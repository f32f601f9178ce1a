/**
 * Entered field: typed, pasted or chosen by the person; not prefilled, hidden, script-set, search,
 * filter or login. What an import from a file put into a form was not entered either: it is counted
 * with the upload that it came from.
 */

import type { SubmittedField } from './records';

export function isEntered({ how }: Pick<SubmittedField, 'how'>): boolean {
  return how === 'typed' || how === 'pasted' || how === 'chosen';
}
