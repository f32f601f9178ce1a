/**
 * What kind of page it is, told from its structure and wording, never from its address.
 * It is the only thing about a page that is kept.
 */
export const PAGE_CLASSES = [
  'list',
  'detail',
  'form',
  'login',
  'study',
  'notice',
  'home',
  'assessment',
  'other',
] as const;
export type PageClass = (typeof PAGE_CLASSES)[number];
