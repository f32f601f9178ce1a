import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetJudgement, judgeFinding } from '../../../entrypoints/report/judge-finding';
import type { FindingFact } from '../../../utils/domain/finding-evidence';
import { evaluateFindings } from '../../../utils/domain/findings';
import type { LedgerEntry } from '../../../utils/domain/records';
import type { FindingView } from '../../../utils/domain/summary';
import { DAY_MS } from '../../../utils/domain/time-constants';
import { openDatabase } from '../../../utils/storage/open-database';

const END = Date.UTC(2026, 10, 22, 16);

const checkIn = (daysAgo: number): FindingFact => ({
  kind: 'check-in',
  platform: 'a',
  id: `${daysAgo}`,
  at: END - daysAgo * DAY_MS,
  weight: 1,
  exempt: false,
});

const SHEET: LedgerEntry = {
  id: 's',
  platform: 'a',
  findings: ['check-in:a'],
  at: END - 50 * DAY_MS,
  status: 'reported',
};

/** What stands after everything the person said so far. */
async function findings(
  facts: readonly FindingFact[],
  { ledger = [] as readonly LedgerEntry[], days = 0 } = {},
): Promise<readonly FindingView[]> {
  const database = await openDatabase();
  return evaluateFindings({
    at: END + days * DAY_MS,
    zone: 'Asia/Shanghai',
    since: 0,
    facts,
    known: await database.findings.toArray(),
    ledger,
    isExempt: () => false,
  }).findings;
}

async function only(...given: Parameters<typeof findings>): Promise<FindingView> {
  const [finding] = await findings(...given);
  if (finding === undefined) throw new Error('Nothing was found.');
  return finding;
}

beforeEach(async () => (await openDatabase()).findings.clear());

describe('what the person says of a finding', () => {
  it('keeps a rejected one away for the same evidence, not for newer', async () => {
    await judgeFinding(await only([checkIn(3)]), 'rejected');
    expect(await findings([checkIn(3)])).toEqual([]);
    expect(await findings([checkIn(3)], { days: 7 })).toEqual([]);
    expect(await only([checkIn(3), checkIn(-1)], { days: 7 })).toMatchObject({ n: 1 });
  });

  it('stands until it is taken back', async () => {
    const finding = await only([checkIn(3)]);
    await judgeFinding(finding, 'confirmed');
    expect(await only([checkIn(3)])).toMatchObject({ status: 'confirmed' });
    await forgetJudgement(finding.id);
    expect(await only([checkIn(3)])).toMatchObject({ status: 'observed' });
  });

  it('leaves the mark of a burden that came back, also when the sheet is gone', async () => {
    const returned = await only([checkIn(3)], { ledger: [SHEET] });
    expect(returned.recurred).toBe(true);
    await judgeFinding(returned, 'confirmed');
    expect(await only([checkIn(3)])).toMatchObject({ recurred: true, status: 'confirmed' });
    await judgeFinding(returned, 'rejected');
    expect(await only([checkIn(-1)], { days: 7 })).toMatchObject({ recurred: true });
  });
});
