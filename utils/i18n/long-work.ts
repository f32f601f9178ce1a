import type { Catalogue } from './message';

/** Work that takes long. */
export const longWork = {
  running: { zh_CN: '{label}……{percent}%', en: '{label}… {percent}%' },
  stopped: { zh_CN: '已取消，什么都没有改动。', en: 'Cancelled; nothing was changed.' },
} as const satisfies Catalogue;
