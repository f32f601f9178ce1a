import { GRAVE_FAULTS } from '../../components/grave-faults';
import { readStoredFaults } from '../../utils/browser/faults';
import { readStored } from '../../utils/browser/settings';
import { activePage } from '../../utils/browser/tabs';
import { NO_POLICY } from '../../utils/domain/policy';
import { DAY_MS } from '../../utils/domain/time-constants';
import type { PopupSources } from './popup-state';

/** What is there at once: the first frame has its final layout, the figures come into it. */
export async function readFirst(now: number): Promise<PopupSources> {
  const [stored, page, faults] = await Promise.all([
    readStored(),
    activePage().catch(() => undefined),
    readStoredFaults().catch(() => []),
  ]);
  const trouble = faults.some(({ at, code }) => now - at < DAY_MS && GRAVE_FAULTS.has(code));
  const nothing = { now, stored, granted: false, policy: NO_POLICY, trouble } as const;
  if (stored.consent === undefined) return { ...nothing, site: 'none', week: 'none' };
  const isSite = page !== undefined && /^https?:/.test(page.url);
  return {
    ...nothing,
    ...(page === undefined ? {} : { page }),
    site: isSite ? 'reading' : 'none',
    week: 'reading',
  };
}
