import { describe, expect, it } from 'vitest';
import { createBatch } from '../../../../utils/domain/contribution/batch';
import { type Collection, collectionId } from '../../../../utils/domain/contribution/collection';
import { compareReleases } from '../../../../utils/domain/contribution/compare-releases';
import { contributionVector } from '../../../../utils/domain/contribution/contribution';
import {
  openBatch,
  parseSealedBatch,
  sealedBatchText,
} from '../../../../utils/domain/contribution/key-holder';
import { layoutOf } from '../../../../utils/domain/contribution/layout';
import {
  type Release,
  releaseHash,
  releaseOf,
} from '../../../../utils/domain/contribution/release';
import { newKeyPair, privateKeyOf, sealFor } from '../../../../utils/domain/contribution/seal';
import type { SumFile } from '../../../../utils/domain/contribution/sum-file';
import { contributionToken } from '../../../../utils/domain/contribution/token';
import { wholeSums } from '../../../../utils/domain/contribution/whole-sums';
import { bytes, COLLECTION, personWeek, secretOf } from './fixture';

const PEOPLE = 40;
const WEEKS = ['2026-W43', '2026-W44', '2026-W45', '2026-W46', '2026-W47', '2026-W48'];
/** How much of the usual time the grid system took in each week: dropped, and came back. */
const SHARES = [1, 1, 0.6, 0.6, 1, 1];

describe('a township of forty over six weeks, sealed', () => {
  it('gives each week the result of its exact sums, and shows what came back', async () => {
    const pair = await newKeyPair();
    const collection: Collection = {
      ...COLLECTION,
      weeks: WEEKS,
      mode: 'sealed',
      keyHolder: { name: '青山学院', publicKey: pair.publicKey },
    };
    const key = await privateKeyOf(pair.privateKey);
    const layout = layoutOf(collection);
    const releases: Release[] = [];
    for (const [index, week] of WEEKS.entries()) {
      const batch = createBatch(collection, week);
      const totals = new BigUint64Array(layout.entries.length);
      for (let person = 1; person <= PEOPLE; person += 1) {
        const figures = personWeek(person * 100 + index)
          .filter(({ code }) => code !== undefined)
          .map((one) => ({
            ...one,
            workingMs: 150 * 60_000 * (one.code === 'nb-01' ? (SHARES[index] ?? 1) : 1),
          }));
        const vector = contributionVector(figures, layout);
        for (const [at, value] of vector.entries()) totals[at] = (totals[at] ?? 0n) + BigInt(value);
        const secret = secretOf(person);
        const token = contributionToken(secret, collectionId(collection), week);
        batch.add(bytes(await sealFor(collection, { week, token, rev: 1 }, vector, secret)));
      }
      const { sum, seals } = batch.close();
      const parsed = parseSealedBatch(sealedBatchText(sum, seals), collection);
      if (!('value' in parsed)) throw new Error(parsed.refused);
      const opened = await openBatch(collection, parsed.value, key);
      if (!('sum' in opened)) throw new Error(opened.refused);
      const whole = wholeSums([sum, opened.sum]);
      if (!('value' in whole)) throw new Error(whole.mismatch);
      expect(whole.value[0]?.sums).toEqual([...totals]);
      const made = releaseOf(collection, whole.value);
      const exact: SumFile = { ...sum, half: 'whole', sums: [...totals] };
      const expected = releaseOf(collection, [exact]);
      if (!('release' in made) || !('release' in expected)) throw new Error('no result');
      expect(releaseHash(made.release)).toBe(releaseHash(expected.release));
      releases.push(made.release);
    }
    const compared = compareReleases(releases, ['minutes']);
    if (!('changes' in compared)) throw new Error(compared.refused);
    const change = (row: string) => compared.changes.find((one) => one.row === row);
    expect(change('category/study')?.relapse).toBe(false);
    expect(change('category/grid')?.relapse).toBe(true);
  }, 60_000);
});
