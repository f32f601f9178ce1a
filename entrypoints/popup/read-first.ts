import { readStored } from '../../utils/browser/settings';
import { activePage } from '../../utils/browser/tabs';
import { NO_POLICY } from '../../utils/domain/policy';
import type { PopupSources } from './popup-state';

/** What is there at once: the first frame has its final layout, the figures come into it. */
export async function readFirst(now: number): Promise<PopupSources> {
  const [stored, page] = await Promise.all([readStored(), activePage().catch(() => undefined)]);
  const nothing = { now, stored, granted: false, policy: NO_POLICY } as const;
  if (stored.consent === undefined) return { ...nothing, site: 'none', week: 'none' };
  const isSite = page !== undefined && /^https?:/.test(page.url);
  return {
    ...nothing,
    ...(page === undefined ? {} : { page }),
    site: isSite ? 'reading' : 'none',
    week: 'reading',
  };
}
