import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatch } from '../../../../utils/domain/contribution/batch';
import type { Collection } from '../../../../utils/domain/contribution/collection';
import type { PlatformFigures } from '../../../../utils/domain/contribution/contribution';
import { layoutOf } from '../../../../utils/domain/contribution/layout';
import { mayRelease } from '../../../../utils/domain/contribution/ledger';
import {
  releaseHash,
  releaseOf,
  releaseTable,
} from '../../../../utils/domain/contribution/release';
import type { SumFile } from '../../../../utils/domain/contribution/sum-file';
import { bytes, COLLECTION, personWeek, plainFile, WEEK } from './fixture';

const layout = layoutOf(COLLECTION);

function sumOf(
  people: number,
  week = WEEK,
  figures: (person: number) => readonly PlatformFigures[] = personWeek,
  collection: Collection = COLLECTION,
): SumFile {
  const batch = createBatch(collection, week);
  for (let person = 1; person <= people; person += 1)
    batch.add(bytes(plainFile(person, { week, collection, figures: figures(person) })));
  return batch.close().sum;
}

function released(files: readonly SumFile[], collection = COLLECTION) {
  const made = releaseOf(collection, files);
  if (!('release' in made)) throw new Error(made.refused);
  return made.release;
}

describe('a release', () => {
  it('prints rounded sums whose parts add up to their whole', () => {
    const { rows, people } = released([sumOf(40)]);
    expect(people).toBe(40);
    const figureOf = (key: string) => rows.find((row) => row.key === key)?.sums;
    for (const measure of ['minutes', 'checkIns', 'reentered'] as const) {
      for (const parent of layout.rows) {
        const whole = figureOf(parent.key)?.[measure];
        const parts = layout.rows
          .filter((row) => row.parent === parent.key)
          .flatMap((row) => figureOf(row.key)?.[measure] ?? []);
        if (whole === undefined || parts.length === 0) continue;
        const rest = figureOf(`remainder/${parent.key}`)?.[measure] ?? 0;
        expect(parts.reduce((all, one) => all + one, rest)).toBe(whole);
      }
      expect((figureOf('all')?.[measure] ?? 1) % (measure === 'minutes' ? 30 : 5)).toBe(0);
    }
  });

  it('never leaves a row of few people to be found as a difference', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 40 }), (few, rest) => {
        const figures = (person: number) =>
          personWeek(person).filter(
            ({ code }) =>
              (code !== 'db.qingshan.gov.cn' || person <= few) &&
              (code !== undefined || person <= rest),
          );
        const { rows } = released([sumOf(40, WEEK, figures)]);
        expect(rows.some(({ key }) => key === 'platform/db.qingshan.gov.cn')).toBe(false);
        // civil_affairs holds this row and its neighbour: its neighbour alone would give it away.
        const neighbour = rows.find(({ key }) => key === 'platform/mz.qingshan.gov.cn');
        expect(neighbour?.sums.minutes).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  it('prints the parts by themselves where everyone is at the cap of the whole', () => {
    const busy = (person: number) =>
      personWeek(person).map((one) => ({ ...one, entered: 70, comparable: 70, reentered: 20 }));
    const { rows } = released([sumOf(40, WEEK, busy)]);
    const of = (key: string) => rows.find((row) => row.key === key);
    expect(of('all')?.sums.comparable).toBeUndefined();
    expect(of('all')?.duplicateShare).toBeUndefined();
    expect(of('platform/nb-01')?.sums.comparable).toBe(2_800);
    expect(of('platform/nb-01')?.duplicateShare).toBeCloseTo(2 / 7, 2);
    expect(of('platform/db.qingshan.gov.cn')?.duplicateShare).toBeCloseTo(2 / 7, 2);
    expect(of('category/civil_affairs')?.sums.comparable).toBeUndefined();
  });

  it('shows nothing of fewer than ten, a week from thirty, else four successive weeks', () => {
    const weeks = COLLECTION.weeks.map((week) => sumOf(12, week));
    expect(releaseOf(COLLECTION, [sumOf(9)])).toEqual({ refused: 'too-few' });
    expect(releaseOf(COLLECTION, [sumOf(12)])).toEqual({ refused: 'too-few-for-a-week' });
    expect(releaseOf(COLLECTION, weeks.slice(1))).toEqual({ refused: 'no-block' });
    expect(released(weeks).people).toBe(50);
    expect(releaseOf(COLLECTION, [sumOf(61)])).toEqual({ refused: 'over-headcount' });
  });

  it('is void where the totals cannot be', () => {
    const sum = sumOf(40);
    const at = layout.row.get('all')?.slots[0]?.at ?? 0;
    const forged = { ...sum, sums: sum.sums.map((one, index) => (index === at ? 1n << 63n : one)) };
    const made = releaseOf(COLLECTION, [forged]);
    expect(made).toMatchObject({ refused: 'void' });
    expect('faults' in made && made.faults?.[0]).toEqual({
      entry: 'all/minutes',
      kind: 'overflow',
    });
  });

  it('names idle platforms only where at least ten saw signs of it', () => {
    const seenBy = (count: number) => (person: number) =>
      personWeek(person).map((one) => ({
        ...one,
        zombie: one.code === 'nb-01' && person <= count,
      }));
    expect(released([sumOf(40, WEEK, seenBy(9))]).zombies).toEqual([]);
    expect(released([sumOf(40, WEEK, seenBy(10))]).zombies).toEqual(['nb-01']);
  });

  it('gives hours of a form type as fillings times minutes, with a bracket', () => {
    const form = released([sumOf(40)]).rows.find(({ key }) => key === 'form/f1');
    expect(form?.sums.fillings).toBe(240);
    const { low = 0, mid = 0, high = 0 } = form?.each ?? {};
    expect(low).toBeLessThanOrEqual(mid);
    expect(mid).toBeLessThanOrEqual(high);
    expect(form?.hours?.mid).toBe(Math.round((240 * mid) / 60));
  });

  it('is a table whose hash does not depend on anything but the sums', () => {
    const [a, b] = [released([sumOf(40)]), released([sumOf(40)])];
    expect(releaseTable(a)).toBe(releaseTable(b));
    expect(releaseHash(a)).toMatch(/^[0-9a-f]{64}$/);
    expect(releaseHash(released([sumOf(41)]))).not.toBe(releaseHash(a));
  });
});

describe('the ledger', () => {
  const marks = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => String(from + index));
  const line = { collection: 'a', weeks: [WEEK], batch: 'x', marks: marks(0, 40), release: 'r' };

  it('lets the same be released again, and others only from ten who differ', () => {
    expect(mayRelease([], line, 10)).toBe('first');
    expect(mayRelease([line], line, 10)).toBe('again');
    expect(mayRelease([line], { ...line, batch: 'y', marks: marks(0, 41) }, 10)).toBe('too-alike');
    expect(mayRelease([line], { ...line, batch: 'y', marks: marks(5, 44) }, 10)).toBe('too-alike');
    expect(mayRelease([line], { ...line, batch: 'y', marks: marks(0, 50) }, 10)).toBe('first');
    expect(mayRelease([line], { ...line, batch: 'y', marks: [] }, 10)).toBe('too-alike');
  });

  it('keeps a week from being released alone and in a block', () => {
    const block = { ...line, batch: 'z', weeks: COLLECTION.weeks };
    expect(mayRelease([line], block, 10)).toBe('other-weeks');
    expect(mayRelease([line], { ...line, weeks: ['2026-W40'] }, 10)).toBe('first');
  });
});
