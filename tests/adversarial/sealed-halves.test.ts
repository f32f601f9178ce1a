import { describe, expect, it } from 'vitest';
import { type Collection, collectionId } from '../../utils/domain/contribution/collection';
import { contributionVector, headText } from '../../utils/domain/contribution/contribution';
import { layoutOf } from '../../utils/domain/contribution/layout';
import { sealFor } from '../../utils/domain/contribution/seal';
import { otherShare } from '../../utils/domain/contribution/shares';
import { contributionToken } from '../../utils/domain/contribution/token';
import { chance } from '../bench/forms/corpus/random';
import {
  areaUnderCurve,
  byteChiSquare,
  linkedShare,
  logisticScore,
  trainLogistic,
} from './statistics';
import { syntheticCollection, syntheticPeople, syntheticWeek } from './synthetic-people';

/** A key that nobody holds: what is sealed for it is the same in each run. */
const PUBLIC_KEY =
  'BO5754K3m8Xzy8qG+KRtQZ1ZCvczA7rjrPIB5lpQPyXhOwR/SdBk6UkZawfSop/SjGomARYpha910LWOrlMdRA4=';

const collection: Collection = {
  ...syntheticCollection({ platforms: 1, forms: 0, weeks: 2, headcount: 5_000 }),
  mode: 'sealed',
  keyHolder: { name: '青山学院', publicKey: PUBLIC_KEY },
};
const layout = layoutOf(collection);
const id = collectionId(collection);
const [FIRST = '', SECOND = ''] = collection.weeks;
const BLANK = new Uint32Array(layout.entries.length);
const secretOf = (person: number) => person.toString(16).padStart(64, '0');

/** Weeks of people, each with something in it. */
function weeksOf(people: number, seed: number): readonly Uint32Array[] {
  const random = chance(seed);
  return syntheticPeople(collection, people, 77).map((person) => {
    for (;;) {
      const vector = contributionVector(syntheticWeek(collection, person, random, false), layout);
      if (vector.some((value) => value > 0)) return vector;
    }
  });
}

/** How a file is made of a vector; a careless one shows that the tests find it out. */
type Seal = (person: number, week: string, vector: Uint32Array) => Promise<string>;

const seal: Seal = (person, week, vector) => {
  const token = contributionToken(secretOf(person), id, week);
  return sealFor(collection, { week, token, rev: 1 }, vector, secretOf(person));
};

/** Shares that are masked by numbers too small: what is above them shows. */
const weakSeal: Seal = async (person, week, vector) => {
  const random = chance(person + (week === FIRST ? 1e6 : 2e6));
  const share = BigUint64Array.from(vector, () => BigInt(random.below(256)));
  const open = Buffer.from(otherShare(vector, share).buffer).toString('base64');
  const token = contributionToken(secretOf(person), id, week);
  return `${headText({ collection: id, week })}${token}","rev":1,"open":"${open}","seal":""}\n`;
};

/** Leaves out what is nought: shorter files for those who did less. */
const shortSeal: Seal = async (person, week, vector) => {
  const text = await seal(person, week, vector);
  return vector.some((value) => value > 0) ? text : text.replace(/"open":"[^"]*/, '"open":"');
};

const part = (text: string, key: 'open' | 'seal'): Uint8Array =>
  Buffer.from(new RegExp(`"${key}":"([^"]*)"`).exec(text)?.[1] ?? '', 'base64');

/** Numbers that a classifier may look at: bytes of the open share and of the sealed half. */
function features(text: string): readonly number[] {
  const open = part(text, 'open');
  // The first byte of a point is always the same.
  const closed = part(text, 'seal').subarray(1);
  const from = (bytes: Uint8Array, count: number) =>
    Array.from({ length: count }, (_, at) => ((bytes[at] ?? 0) - 127.5) / 127.5);
  const mean = (bytes: Uint8Array) =>
    bytes.reduce((sum, byte) => sum + byte - 127.5, 0) / (bytes.length || 1);
  const high = Uint8Array.from({ length: open.length / 8 }, (_, at) => open[at * 8 + 7] ?? 0);
  return [
    ...from(open, 64),
    ...from(high, 40),
    ...from(closed, 64),
    mean(open),
    mean(closed),
    mean(high),
  ];
}

/** What can be told of real and of blank files from their bytes alone. */
async function telling(make: Seal, people: number, trained: number) {
  const vectors = weeksOf(people, 5);
  const real: string[] = [];
  const blank: string[] = [];
  for (const [person, vector] of vectors.entries()) {
    real.push(await make(2 * person + 1, FIRST, vector));
    blank.push(await make(2 * person + 2, FIRST, BLANK));
  }
  const rows = [...real, ...blank].map(features);
  const [yes, no] = [rows.slice(0, people), rows.slice(people)];
  const weights = trainLogistic(
    [...yes.slice(0, trained), ...no.slice(0, trained)],
    [...yes.slice(0, trained).map(() => true), ...no.slice(0, trained).map(() => false)],
    60,
  );
  const score = (row: readonly number[]) => logisticScore(weights, row);
  const bytes = (files: readonly string[], key: 'open' | 'seal') =>
    Uint8Array.from(files.flatMap((file) => [...part(file, key).subarray(key === 'seal' ? 1 : 0)]));
  return {
    lengths: new Set([...real, ...blank].map((file) => file.length)).size,
    area: areaUnderCurve(yes.slice(trained).map(score), no.slice(trained).map(score)),
    open: byteChiSquare(bytes(real, 'open')),
    sealed: byteChiSquare(bytes([...real, ...blank], 'seal')),
  };
}

/** χ² with 255 degrees of freedom lies between these but for one time in a million. */
const LEAST = 155;
const MOST = 380;

describe('a sealed file', () => {
  it('tells by no byte, and not by its length, whether there is anything in it', async () => {
    const told = await telling(seal, 700, 150);
    expect(told.lengths).toBe(1);
    expect(Math.abs(told.area - 0.5)).toBeLessThanOrEqual(0.03);
    for (const chi of [told.open, told.sealed]) {
      expect(chi).toBeGreaterThan(LEAST);
      expect(chi).toBeLessThan(MOST);
    }
  }, 120_000);

  it('would tell it with too small a mask, or without what is nought', async () => {
    const weak = await telling(weakSeal, 300, 150);
    expect(weak.area).toBeGreaterThan(0.6);
    expect(weak.open).toBeGreaterThan(MOST);
    expect((await telling(shortSeal, 20, 10)).lengths).toBe(2);
  });

  it('links to no other week of the same person, while plain ones do', async () => {
    const people = 30;
    const wide: Collection = {
      ...syntheticCollection({ platforms: 12, forms: 0, weeks: 2, headcount: 60 }),
      mode: 'sealed',
      keyHolder: { name: '青山学院', publicKey: PUBLIC_KEY },
    };
    const rows = layoutOf(wide);
    const persons = syntheticPeople(wide, people, 41);
    const week = (seed: number) => {
      const random = chance(seed);
      return persons.map((person) =>
        contributionVector(syntheticWeek(wide, person, random, false), rows),
      );
    };
    const [first, second] = [week(42), week(43)];
    // What an attacker would compare: the minutes of each platform, by order of size.
    const plainRows = (vectors: readonly Uint32Array[]) =>
      vectors.map((vector) =>
        rows.rows
          .filter(({ kind }) => kind === 'platform')
          .map(({ slots }) => Math.log1p(vector[slots[0]?.at ?? 0] ?? 0)),
      );
    const sealedRows = (key: string, vectors: readonly Uint32Array[]) =>
      Promise.all(
        vectors.map(async (vector, person) => {
          const secret = secretOf(person + 1);
          const token = contributionToken(secret, collectionId(wide), key);
          return features(await sealFor(wide, { week: key, token, rev: 1 }, vector, secret));
        }),
      );
    const plain = linkedShare(plainRows(first), plainRows(second));
    const sealed = linkedShare(await sealedRows(FIRST, first), await sealedRows(SECOND, second));
    console.info(
      `linkage of two weeks by nearest neighbour, ${people} people: plain ${(100 * plain).toFixed(0)} %, ` +
        `sealed ${(100 * sealed).toFixed(0)} %, chance ${(100 / people).toFixed(0)} %`,
    );
    expect(plain).toBeGreaterThan(5 / people);
    // Five or more of thirty by chance alone: less than one time in two hundred.
    expect(sealed).toBeLessThan(5 / people);
  });
});
