/** The ten kinds of trace-leaving action (留痕操作). */
export const ACTION_KINDS = [
  'check-in',
  'receipt',
  'like',
  'share',
  'read-confirm',
  'download',
  'vote',
  'quiz',
  'location',
  'work-log',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];
