import browser from 'webextension-polyfill';
import type { Fault } from '../domain/records';

/**
 * Faults that could not be written to the database because the database itself failed. They stand in
 * `storage.local`, so that a page can say what happened.
 */
export async function readStoredFaults(): Promise<readonly Fault[]> {
  const { faults } = (await browser.storage.local.get('faults')) as { faults?: readonly Fault[] };
  return faults ?? [];
}

/** Forgets the faults that the person has read. */
export async function clearStoredFaults(): Promise<void> {
  await browser.storage.local.remove('faults');
}

/** Keeps a fault outside the database; the same code within a day is counted up, at most 20 stay. */
export async function storeFault(code: Fault['code'], at: number): Promise<void> {
  const faults = await readStoredFaults();
  const same = faults.find((fault) => fault.code === code && at - fault.at < 86_400_000);
  const next =
    same === undefined
      ? [...faults, { id: `${code}-${at}`, at, code, count: 1 }]
      : faults.map((fault) => (fault === same ? { ...fault, count: fault.count + 1 } : fault));
  await browser.storage.local.set({ faults: next.slice(-20) });
}
