import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionId } from '../../utils/domain/contribution/collection';
import { contributionVector } from '../../utils/domain/contribution/contribution';
import { layoutOf } from '../../utils/domain/contribution/layout';
import { type LedgerLine, mayRelease } from '../../utils/domain/contribution/ledger';
import { releaseOf } from '../../utils/domain/contribution/release';
import type { SumFile } from '../../utils/domain/contribution/sum-file';
import { chance } from '../bench/forms/corpus/random';
import { type Cell, carelessCells, type Publish, releaseCells, rowSums, slotOf } from './published';
import { type Known, solveInterval, type Unknown } from './solve-interval';
import { syntheticCollection, syntheticPeople, syntheticWeek } from './synthetic-people';

const collection = syntheticCollection({ platforms: 6, forms: 0, weeks: 4, headcount: 400 });
const layout = layoutOf(collection);
const [WEEK = ''] = collection.weeks;

/** The least width, minutes, that a range for `figure` must keep. */
const enough = (figure: number) => Math.max(120, 0.2 * figure);

type Vector = Uint32Array;

function sumFile(week: string, batches: readonly (readonly Vector[])[]): SumFile {
  const sums = layout.entries.map(() => 0n);
  for (const vector of batches.flat())
    for (const [at, value] of vector.entries()) sums[at] = (sums[at] as bigint) + BigInt(value);
  return {
    collection: collectionId(collection),
    week,
    half: 'whole',
    n: batches.flat().length,
    batches: batches.map((batch, index) => ({
      hash: String(index).padStart(64, '0'),
      n: batch.length,
    })),
    sums,
  };
}

/** Weeks of people of a township. */
function vectorsOf(seed: number, people: number): readonly Vector[] {
  const random = chance(seed);
  return syntheticPeople(collection, people, seed).map((person) =>
    contributionVector(syntheticWeek(collection, person, random), layout),
  );
}

/** Nothing but time on one platform. */
function workedOn(
  platform: { readonly code: string; readonly category: string } | undefined,
  minutes: number,
) {
  const none = { entered: 0, prefilled: 0, comparable: 0, reentered: 0, fillings: 0, repeats: 0 };
  return {
    ...none,
    ...{ reentryMs: 0, checkIns: 0, traces: 0, zombie: false, forms: [], days: 1 },
    code: platform?.code,
    category: platform?.category ?? '',
    workingMs: minutes * 60_000,
  };
}

/** The week of one person, who works this long on each of the first platforms. */
function personVector(minutes: readonly number[]): Vector {
  return contributionVector(
    minutes.map((each, index) => workedOn(collection.platforms[index], each)),
    layout,
  );
}

describe('residual rows', () => {
  /**
   * The rows that are not printed, though somebody is in them, which a reader of the printed cells can
   * place within less than two hours or a fifth. He knows the headcount, the caps, and that each row is
   * the sum of those below it, but for the rounding and the caps of each person's own file. For counts,
   * which have no hours, the range is five and a fifth.
   */
  async function foundRows(publish: Publish, file: SumFile, measure: 'minutes' | 'fillings') {
    const found: string[] = [];
    let tried = 0;
    const cells = publish(collection, [file], measure);
    if (cells === undefined) return { found, tried };
    const rows = rowSums(layout, [file], measure);
    const unknowns: Unknown[] = [...rows.keys()].map((name) => ({
      name,
      least: 0,
      most: (slotOf(layout, name, measure)?.cap ?? 0) * file.n,
    }));
    const known: Known[] = cells.map(({ rows: own, value, unit }) => ({
      terms: new Map(own.map((name) => [name, 1])),
      least: value - unit / 2,
      most: value + unit / 2,
    }));
    for (const parent of layout.rows) {
      const below = layout.rows.filter((row) => row.parent === parent.key);
      if (below.length === 0) continue;
      // A category is to the quarter of an hour what its platforms are to five minutes; caps make less.
      const slack = measure === 'minutes' ? 7.5 * (rows.get(parent.key)?.people ?? 0) : 0;
      const sum = below.reduce((all, { key }) => all + (rows.get(key)?.sum ?? 0), 0);
      known.push({
        terms: new Map([[parent.key, 1], ...below.map(({ key }) => [key, -1] as const)]),
        least: Math.min(-slack, (rows.get(parent.key)?.sum ?? 0) - sum),
        most: slack,
      });
    }
    const shown = new Set(cells.flatMap((cell) => (cell.rows.length === 1 ? cell.rows : [])));
    for (const [name, { sum, people }] of rows) {
      if (people === 0 || people >= 10 || shown.has(name)) continue;
      tried += 1;
      const { width } = await solveInterval(new Map([[name, 1]]), unknowns, known);
      if (width < (measure === 'minutes' ? enough(sum) : Math.max(5, 0.2 * sum))) found.push(name);
    }
    return { found, tried };
  }

  /** A township in which one system has few users, who do much or little there. */
  const township = (seed: number, few: number) => {
    const random = chance(seed);
    const people = syntheticPeople(collection, 60, seed).map((person, index) => {
      const figures = syntheticWeek(collection, person, random);
      const rare = collection.platforms[seed % 6]?.code;
      return contributionVector(
        figures.filter(({ code }) => code !== rare || index < few),
        layout,
      );
    });
    return sumFile(WEEK, [people]);
  };

  it('keep what is not printed from being found by subtraction', async () => {
    let hidden = 0;
    for (let seed = 1; seed <= 18; seed += 1) {
      for (const measure of ['minutes', 'fillings'] as const) {
        const { found, tried } = await foundRows(releaseCells, township(seed, seed % 9), measure);
        expect(found, `${measure}, seed ${seed}`).toEqual([]);
        hidden += tried;
      }
    }
    expect(hidden).toBeGreaterThan(20);
  });

  it('are of two rows and of ten people at least, or the whole stands alone', () => {
    const wide = syntheticCollection({ platforms: 9, forms: 0, weeks: 1, headcount: 100 });
    const shape = layoutOf(wide);
    const category = `category/${wide.platforms[0]?.category}`;
    /** Keys below the category of three systems, of which each has so many users. */
    const printedFor = (...users: readonly number[]) => {
      const sums = shape.entries.map(() => 0n);
      for (let person = 0; person < 40; person += 1) {
        const figures = [0, 4, 8].flatMap((index, at) => {
          const platform = wide.platforms[index];
          if (platform === undefined || person >= (users[at] ?? 0)) return [];
          return [workedOn(platform, 200)];
        });
        for (const [at, value] of contributionVector(figures, shape).entries())
          sums[at] = (sums[at] ?? 0n) + BigInt(value);
      }
      const file: SumFile = {
        collection: collectionId(wide),
        week: wide.weeks[0] ?? '',
        half: 'whole',
        n: 40,
        batches: [{ hash: '', n: 40 }],
        sums,
      };
      const made = releaseOf(wide, [file]);
      if (!('release' in made)) throw new Error(made.refused);
      const keys = made.release.rows.map(({ key }) => key);
      expect(keys).toContain(category);
      return keys.filter((key) => /^(platform|remainder\/category)\//.test(key));
    };
    // One alone would be what is left; and two that together have few people.
    expect(printedFor(40, 9, 0)).toEqual([]);
    expect(printedFor(40, 7, 6)).toEqual([]);
    expect(printedFor(40, 12, 9)).toEqual(['platform/sys00.gov.cn', `remainder/${category}`]);
  });

  it('are missed at once where they are not there', async () => {
    const holes = carelessCells({ floor: 10, unit: 1 });
    let found = 0;
    for (let seed = 1; seed <= 18; seed += 1) {
      found += (await foundRows(holes, township(seed, 1 + (seed % 8)), 'fillings')).found.length;
    }
    expect(found).toBeGreaterThan(3);
  });
});

describe('two tables that differ by one person', () => {
  /** How wide the range is in which the tables without and with the person place each row's figure. */
  async function ranges(publish: Publish, without: readonly Vector[], person: Vector) {
    const files = [sumFile(WEEK, [without]), sumFile(WEEK, [[...without, person]])] as const;
    const [one, other] = files.map((file) => publish(collection, [file], 'minutes'));
    const found: { readonly row: string; readonly width: number; readonly figure: number }[] = [];
    const cellsOf = (cells: readonly Cell[] | undefined, row: string) =>
      cells?.find(({ rows }) => rows.length === 1 && rows[0] === row);
    for (const { key } of layout.rows) {
      const [before, after] = [cellsOf(one, key), cellsOf(other, key)];
      const slot = slotOf(layout, key, 'minutes');
      if (before === undefined || after === undefined || slot === undefined) continue;
      const { width } = await solveInterval(
        new Map([['person', 1]]),
        [
          { name: 'others', least: 0, most: slot.cap * without.length },
          { name: 'person', least: 0, most: slot.cap },
        ],
        [
          { terms: new Map([['others', 1]]), ...between(before) },
          {
            terms: new Map([
              ['others', 1],
              ['person', 1],
            ]),
            ...between(after),
          },
        ],
      );
      found.push({ row: key, width, figure: person[slot.at] ?? 0 });
    }
    return found;
  }

  const between = ({ value, unit }: Cell) => ({ least: value - unit / 2, most: value + unit / 2 });
  const persons = [[0], [5], [60], [120, 120], [295], [300], [300, 300, 300, 300, 300, 300]];

  it('leave the person two hours and a fifth, though no ledger had kept them apart', async () => {
    let cells = 0;
    for (const [index, minutes] of persons.entries()) {
      for (let seed = 0; seed < 4; seed += 1) {
        const found = await ranges(
          releaseCells,
          vectorsOf(20 + 7 * index + seed, 60),
          personVector(minutes),
        );
        cells += found.length;
        for (const { row, width, figure } of found)
          expect(width, `${row} of ${figure}`).toBeGreaterThanOrEqual(enough(figure) - 1e-6);
      }
    }
    expect(cells).toBeGreaterThan(40);
  });

  it('are found out where sums are printed to the five minutes', async () => {
    const fine = carelessCells({ floor: 10, unit: 5 });
    const found = await ranges(fine, vectorsOf(20, 60), personVector([120, 120]));
    expect(found.some(({ width, figure }) => width < enough(figure))).toBe(true);
  });
});

describe('every sequence of releases that is allowed', () => {
  /** Blocks of thirty people, a handful, and the person that the reader is after. */
  const BLOCKS = [30, 30, 30, 12, 5];
  type MayRelease = typeof mayRelease;

  interface Case {
    readonly publish: Publish;
    readonly ledger: MayRelease;
  }

  /** One wish: weeks, and which blocks (by bit), with or without the person. */
  interface Wish {
    readonly block: boolean;
    readonly blocks: number;
    readonly person: boolean;
  }

  const weekly = collection.weeks.map((_, week) =>
    BLOCKS.map((people, block) => vectorsOf(100 + 10 * week + block, people)),
  );

  /**
   * Rows in which the person's figure of the first week is placed too narrowly after all wishes. The
   * reader does not know the others' figures, but knows who was in each table.
   */
  async function exposed({ publish, ledger }: Case, wishes: readonly Wish[], own: Vector) {
    const lines: LedgerLine[] = [];
    const known = new Map<string, Known[]>();
    for (const { block, blocks, person } of wishes) {
      const weeks = block ? collection.weeks : [WEEK];
      const chosen = BLOCKS.map((_, index) => index).filter((index) => (blocks >> index) & 1);
      const files = weeks.map((week, at) =>
        sumFile(week, [
          [...chosen.flatMap((index) => weekly[at]?.[index] ?? []), ...(person ? [own] : [])],
        ]),
      );
      const marks = [
        ...chosen.flatMap((index) => (weekly[0]?.[index] ?? []).map((_, at) => `${index}.${at}`)),
        ...(person ? ['person'] : []),
      ].sort();
      const line = {
        ...{ collection: collectionId(collection), weeks, marks, release: '' },
        batch: `${blocks} ${person}`,
      };
      if (!['first', 'again'].includes(ledger(lines, line, collection.rules.k))) continue;
      const cells = publish(collection, files, 'minutes');
      if (cells === undefined) continue;
      lines.push(line);
      for (const { rows, value, unit } of cells) {
        if (rows.length > 1) continue;
        const terms = new Map<string, number>();
        for (const week of weeks) for (const index of chosen) terms.set(`${week} ${index}`, 1);
        if (person) for (const week of weeks) terms.set(`${week} person`, 1);
        const [row = ''] = rows;
        const cell = { terms, least: value - unit / 2, most: value + unit / 2 };
        known.set(row, [...(known.get(row) ?? []), cell]);
      }
    }
    const narrow: string[] = [];
    for (const [row, cells] of known) {
      const slot = slotOf(layout, row, 'minutes');
      if (slot === undefined) continue;
      const unknowns = [...new Set(cells.flatMap(({ terms }) => [...terms.keys()]))].map((name) => {
        const people = BLOCKS[Number(name.split(' ')[1])] ?? 1;
        return { name, least: 0, most: slot.cap * people };
      });
      const target = `${WEEK} person`;
      if (!unknowns.some(({ name }) => name === target)) continue;
      const { width } = await solveInterval(new Map([[target, 1]]), unknowns, cells);
      if (width < enough(own[slot.at] ?? 0) - 1e-6) narrow.push(row);
    }
    return narrow;
  }

  const wishes = fc.array(
    fc.record({
      block: fc.boolean(),
      blocks: fc.integer({ min: 1, max: 2 ** BLOCKS.length - 1 }),
      person: fc.boolean(),
    }),
    { minLength: 2, maxLength: 8 },
  );
  const own = fc
    .array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 })
    .map((steps) => personVector(steps.map((step) => step * 5)));

  it('leaves the person two hours and a fifth', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, own, async (asked, vector) => {
        expect(await exposed({ publish: releaseCells, ledger: mayRelease }, asked, vector)).toEqual(
          [],
        );
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  const three: readonly Wish[] = [
    { block: false, blocks: 0b00001, person: false },
    { block: false, blocks: 0b00010, person: false },
    { block: false, blocks: 0b00011, person: true },
  ];
  const twice: readonly Wish[] = [
    { block: false, blocks: 0b00111, person: false },
    { block: false, blocks: 0b00111, person: true },
  ];
  const fine = carelessCells({ floor: 10, unit: 30 });
  const vector = personVector([120, 200, 90]);

  it('would not, with finer figures and a ledger that lets all through, or only pairs apart', async () => {
    const pairs: MayRelease = (lines, wanted, k) =>
      lines.some((line) => mayRelease([line], wanted, k) === 'too-alike') ? 'too-alike' : 'first';
    expect(await exposed({ publish: fine, ledger: () => 'first' }, twice, vector)).not.toEqual([]);
    expect(await exposed({ publish: fine, ledger: pairs }, twice, vector)).toEqual([]);
    expect(await exposed({ publish: fine, ledger: pairs }, three, vector)).not.toEqual([]);
    expect(await exposed({ publish: fine, ledger: mayRelease }, three, vector)).toEqual([]);
  });
});

describe('a table of several units', () => {
  it('is not made where the tables of the others would leave a unit too small for its own', () => {
    const [a, b] = [vectorsOf(1, 30), vectorsOf(2, 30)];
    const refused = (...units: readonly (readonly Vector[])[]) => {
      const made = releaseOf(collection, [sumFile(WEEK, units)]);
      return 'refused' in made ? made.refused : undefined;
    };
    expect(refused(a, b)).toBeUndefined();
    expect(refused(a, b, vectorsOf(3, 1))).toBe('small-batch');
    expect(refused(a, b, vectorsOf(3, 12))).toBe('small-batch');
    expect(refused(a, b, vectorsOf(3, 12), vectorsOf(4, 5))).toBe('small-batch');
    expect(refused(a, vectorsOf(3, 12), vectorsOf(4, 18))).toBeUndefined();
  });

  it('has no column for units, and no count, least or most of anyone', () => {
    const made = releaseOf(collection, [sumFile(WEEK, [vectorsOf(1, 40)])]);
    if (!('release' in made)) throw new Error(made.refused);
    const keys = new Set(
      made.release.rows.flatMap((row) => [...Object.keys(row), ...Object.keys(row.sums)]),
    );
    for (const key of ['min', 'max', 'median', 'token', 'marks', 'unit', 'least', 'most'])
      expect(keys.has(key)).toBe(false);
    for (const { people } of made.release.rows) expect((people ?? 0) % 5).toBe(0);
    expect(made.release.people % 5).toBe(0);
  });

  it('shows nothing where everyone is at the cap, or nobody does anything', () => {
    const all = Array.from({ length: 40 }, () => personVector([300, 300, 300, 300, 300, 300]));
    const none = Array.from({ length: 40 }, () => personVector([5]));
    for (const vectors of [all, none]) {
      const cells = releaseCells(collection, [sumFile(WEEK, [vectors])], 'minutes') ?? [];
      expect(cells.filter(({ rows }) => rows[0]?.startsWith('platform/'))).toEqual([]);
    }
  });
});
