import { describe, expect, it } from 'vitest';
import { collectionId } from '../../utils/domain/contribution/collection';
import { contributionVector } from '../../utils/domain/contribution/contribution';
import { layoutOf } from '../../utils/domain/contribution/layout';
import type { SumFile } from '../../utils/domain/contribution/sum-file';
import { unit as words } from '../../utils/i18n/unit';
import { chance } from '../bench/forms/corpus/random';
import { carelessCells, type Publish, releaseCells, slotOf } from './published';
import {
  type SyntheticPerson,
  syntheticCollection,
  syntheticPeople,
  syntheticWeek,
} from './synthetic-people';

const PEOPLE = 40;
const WEEKS = 52;
const collection = syntheticCollection({ platforms: 8, forms: 0, weeks: WEEKS, headcount: 100 });
const layout = layoutOf(collection);
/** Weeks of leave that the reader knows: two in summer, the long holidays, some days of the family. */
const LEAVE = new Set([5, 6, 18, 30, 31, 39, 40]);
const enough = (figure: number) => Math.max(120, 0.2 * figure);

function sumFile(week: string, vectors: readonly Uint32Array[]): SumFile {
  const sums = layout.entries.map(() => 0n);
  for (const vector of vectors)
    for (const [at, value] of vector.entries()) sums[at] = (sums[at] as bigint) + BigInt(value);
  const n = vectors.length;
  return {
    collection: collectionId(collection),
    week,
    half: 'whole',
    n,
    batches: [{ hash: '', n }],
    sums,
  };
}

/** A year of a township in which the first person is on leave in known weeks. */
function year(persons: readonly SyntheticPerson[], seed: number) {
  const random = chance(seed);
  return collection.weeks.map((week, number) => {
    const vectors = persons.map((person, index) =>
      contributionVector(
        syntheticWeek(collection, person, random, index === 0 ? LEAVE.has(number) : undefined),
        layout,
      ),
    );
    return { own: vectors[0] ?? new Uint32Array(0), file: sumFile(week, vectors) };
  });
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const variance = (numbers: readonly number[]) => {
  const middle = mean(numbers);
  return numbers.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (numbers.length - 1);
};

/**
 * The reader takes the mean of each printed row over the weeks of leave from that over the others: what
 * is missing is the person, give or take what the others' weeks differ. Width of the 95 % interval.
 */
function calendarAttack(publish: Publish, weeks: ReturnType<typeof year>) {
  const printed = new Map<string, { away: number[]; here: number[]; own: number[] }>();
  for (const [number, { own, file }] of weeks.entries()) {
    for (const { rows, value } of publish(collection, [file], 'minutes') ?? []) {
      const [row = ''] = rows;
      if (rows.length > 1) continue;
      const seen = printed.get(row) ?? { away: [], here: [], own: [] };
      (LEAVE.has(number) ? seen.away : seen.here).push(value);
      if (!LEAVE.has(number)) seen.own.push(own[slotOf(layout, row, 'minutes')?.at ?? 0] ?? 0);
      printed.set(row, seen);
    }
  }
  return [...printed].flatMap(([row, { away, here, own }]) => {
    if (away.length < 3 || here.length < 3) return [];
    const error = Math.sqrt(variance(away) / away.length + variance(here) / here.length);
    return [{ row, width: 2 * 1.96 * error, figure: mean(own) }];
  });
}

describe('a year of weekly tables, to a reader who knows when somebody was on leave', () => {
  it('leaves that person a range of two hours and a fifth in every row', () => {
    let rows = 0;
    for (let seed = 1; seed <= 6; seed += 1) {
      const persons = syntheticPeople(collection, seed % 2 ? PEOPLE : 2 * PEOPLE, 300 + seed);
      for (const { row, width, figure } of calendarAttack(releaseCells, year(persons, seed))) {
        rows += 1;
        expect(width, `${row}, seed ${seed}`).toBeGreaterThanOrEqual(enough(figure));
      }
    }
    expect(rows).toBeGreaterThan(15);
  });

  it('would not, where a system of few is printed', () => {
    // Only the person and one other have the last system; the other hardly ever opens it.
    const last = collection.platforms.length - 1;
    const persons = syntheticPeople(collection, PEOPLE, 301).map((person, index) => ({
      ...person,
      use: person.use.map((use, at) => (at === last ? ([1, 0.05][index] ?? 0) : use)),
      pace: person.pace.map((pace, at) => (at === last ? 0.5 : pace)),
    }));
    const weeks = year(persons, 1);
    const key = `platform/${collection.platforms[last]?.code}`;
    const found = (publish: Publish) =>
      calendarAttack(publish, weeks).filter(
        ({ row, width, figure }) => row === key && width < enough(figure),
      );
    expect(found(carelessCells({ floor: 1, unit: 5 }))).toHaveLength(1);
    expect(found(releaseCells)).toHaveLength(0);
    expect(calendarAttack(releaseCells, weeks).length).toBeGreaterThan(0);
  });
});

describe('forged files', () => {
  it('isolate a person in plain mode: this is lost, and only said', () => {
    const random = chance(9);
    const [person] = syntheticPeople(collection, 1, 9);
    if (person === undefined) throw new Error('There is nobody.');
    const own = contributionVector(syntheticWeek(collection, person, random, false), layout);
    const forged = syntheticPeople(collection, 49, 10).map((one) =>
      contributionVector(syntheticWeek(collection, one, random), layout),
    );
    const file = sumFile(collection.weeks[0] ?? '', [own, ...forged]);
    const cells = releaseCells(collection, [file], 'minutes') ?? [];
    expect(cells.length).toBeGreaterThan(0);
    for (const { rows, value, unit } of cells) {
      const slots = rows.flatMap((row) => slotOf(layout, row, 'minutes') ?? []);
      const sum = (vector: Uint32Array) =>
        slots.reduce((all, { at }) => all + (vector[at] ?? 0), 0);
      const rest = value - forged.reduce((all, vector) => all + sum(vector), 0);
      // What the forger finds holds the truth, to within one rounding unit and no less.
      expect(Math.abs(rest - sum(own))).toBeLessThanOrEqual(unit / 2);
      expect(unit).toBeGreaterThanOrEqual(120);
    }
  });

  it('are named to the person before anything is saved', () => {
    for (const said of [words.plainWho3, words.sealedWho3]) {
      expect(said.zh_CN).toContain('伪造');
      expect(said.en).toContain('forged files');
    }
    expect(words.sealedWho3.zh_CN).toContain('串通');
  });
});
