/**
 * Files that were changed on purpose or by accident, thrown at the readers in great number. A changed
 * contribution must be refused with a reason of the closed list, or hold the very figures that it held;
 * a message must hold nothing of the file; and what is beside it must be counted as if it were not there.
 */

import { createBatch } from '../../utils/domain/contribution/batch';
import { collectionText, parseCollection } from '../../utils/domain/contribution/collection';
import { layoutOf } from '../../utils/domain/contribution/layout';
import {
  type ContributionReader,
  contributionReader,
  REFUSALS,
} from '../../utils/domain/contribution/read-contribution';
import { parseSum, type SumFile, sumText } from '../../utils/domain/contribution/sum-file';
import { type Chance, chance } from '../bench/forms/corpus/random';
import {
  bytes as bytesOf,
  COLLECTION,
  plainFile,
  WEEK,
} from '../utils/domain/contribution/fixture';

export interface Mutated {
  readonly files: number;
  readonly refused: number;
  /** Refused contributions, by reason. */
  readonly reasons: ReadonlyMap<string, number>;
  /** How files were changed that were taken with other figures than they were made with. */
  readonly taken: readonly string[];
  /** Reasons that are none, or that hold something of the file. */
  readonly leaks: readonly string[];
  /** Whether the files beside them add up to what they add up to by themselves. */
  readonly unharmed: boolean;
}

type Mutation = (text: string, random: Chance) => string;

const at = (text: string, random: Chance) => random.below(text.length);
const put = (text: string, from: number, to: number, what: string) =>
  text.slice(0, from) + what + text.slice(to);
/** Puts something in place of one of the values. */
const value =
  (what: (old: string, random: Chance) => string): Mutation =>
  (text, random) => {
    const found = [...text.matchAll(/(?<=[[,])\d+(?=[,\]])/g)];
    const one = found[random.below(Math.max(1, found.length))];
    if (one === undefined) return `${text}${text}`;
    return put(text, one.index, one.index + one[0].length, what(one[0], random));
  };

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'another byte': (text, random) => {
    const place = at(text, random);
    return put(text, place, place + 1, String.fromCharCode(random.below(256)));
  },
  'bytes taken out': (text, random) => {
    const place = at(text, random);
    return put(text, place, place + 1 + random.below(20), '');
  },
  'bytes put in': (text, random) => {
    const place = at(text, random);
    return put(text, place, place, String.fromCharCode(...[1, 2, 3].map(() => random.below(256))));
  },
  'a stretch twice': (text, random) => {
    const place = at(text, random);
    return put(text, place, place, text.slice(place, place + 1 + random.below(40)));
  },
  truncated: (text, random) => text.slice(0, at(text, random)),
  'two ends': (text, random) => text.slice(at(text, random)) + text.slice(0, at(text, random)),
  'twice over': (text) => `${text.trim()}${text}`,
  huge: (text, random) => text + ' {"a":1}'.repeat(1 + random.below(3_000)),
  deep: (text, random) =>
    put(text, at(text, random), text.length, '['.repeat(1 + random.below(5_000))),
  'a prototype': (text, random) =>
    put(text, 1, 1, random.pick(['"__proto__":{"n":1},', '"constructor":{"prototype":{"n":1}},'])),
  'another key': (text) => put(text, 1, 1, '"姓名":"张建国",'),
  'a key twice': (text, random) =>
    put(text, text.trimEnd().length - 1, text.length, random.pick([',"rev":1}', ',"values":[1]}'])),
  'another version': (text, random) =>
    text.replace(/\/1"/, `/${random.pick(['0', '2', '11', '1.0', 'one', ''])}"`),
  'another week': (text, random) =>
    text.replace(/W47/, random.pick(['W46', 'W48', 'W00', 'W99', 'w47'])),
  'another collection': (text, random) =>
    text.replace(/"collection":"[^"]*/, `"collection":"QS-${random.below(1e9)}.0123456789abcdef`),
  'white space inside': (text, random) =>
    text.replaceAll(random.pick([',', ':', '{']), (mark) => `${mark} `),
  'another value': value((old, random) => `${Number(old) + 1 + random.below(300)}`),
  'a large value': value((_, random) => `${'9'.repeat(2 + random.below(400))}`),
  'a negative value': value((old) => `-${old}`),
  'a fraction': value((old) => `${old}.5`),
  'an exponent': value((old, random) => `${old}e${random.below(400)}`),
  'a leading nought': value((old) => `0${old}`),
  'no value': value((_, random) =>
    random.pick(['', 'null', 'NaN', 'true', '"1"', '[]', '{}', '१२', '1 2', '0x10']),
  ),
  'a value less': value(() => ''),
  'values changed over': (text, random) => {
    const list = /\[(.*)\]/.exec(text)?.[1]?.split(',') ?? [];
    const [one, other] = [random.below(list.length || 1), random.below(list.length || 1)];
    [list[one], list[other]] = [list[other] ?? '', list[one] ?? ''];
    return text.replace(/\[.*\]/, `[${list.join()}]`);
  },
  'a mark in front': (text) => `\ufeff${text}`,
  'white space around': (text, random) => text + random.pick([' ', '\r\n', '\n\n', '\t']),
  'a nought byte': (text, random) => put(text, at(text, random), at(text, random), '\0'),
};

/** Reads a file as the batch would; what a test puts in its place stands for a broken reader. */
export type ReadFile = (
  reader: ContributionReader,
  bytes: Uint8Array,
) => ReturnType<ContributionReader['read']>;

/** @param read stands in for the reader, to show what a careless one would let through */
export function mutateFiles(
  count: number,
  seed: number,
  read: ReadFile = (reader, bytes) => reader.read(bytes),
): Mutated {
  const random = chance(seed);
  const people = Array.from({ length: 30 }, (_, person) => person);
  const files = people.map((person) => plainFile(person));
  const reader = contributionReader(COLLECTION, WEEK);
  const figures = files.map((file) => {
    const found = reader.read(bytesOf(file));
    if (typeof found === 'string') throw new Error(`A clean file is refused: ${found}.`);
    return found.vector.join();
  });
  const alone = createBatch(COLLECTION, WEEK);
  const beside = createBatch(COLLECTION, WEEK);
  for (const file of files) alone.add(bytesOf(file));
  const names = Object.keys(MUTATIONS);
  const reasons = new Map<string, number>();
  const taken: string[] = [];
  const leaks: string[] = [];
  let refused = 0;
  for (let number = 0; number < count; number += 1) {
    const person = random.below(files.length);
    if (number < files.length) beside.add(bytesOf(files[number] as string));
    let text = files[person] as string;
    const used: string[] = [];
    do {
      const name = names[
        number % names.length === 0 ? random.below(names.length) : number % names.length
      ] as string;
      text = (MUTATIONS[name] as Mutation)(text, random);
      used.push(name);
    } while (random.odds(0.1));
    const bytes = bytesOf(text);
    const found = read(reader, bytes);
    if (typeof found === 'string') {
      refused += 1;
      reasons.set(found, (reasons.get(found) ?? 0) + 1);
      if (!(REFUSALS as readonly string[]).includes(found)) leaks.push(found);
      beside.add(bytes);
    } else if (found.vector.join() !== figures[person]) taken.push(used.join(', '));
    mutateOthers(number, random, leaks, names);
  }
  for (const file of files.slice(Math.min(count, files.length))) beside.add(bytesOf(file));
  const [one, other] = [alone.close().sum, beside.close().sum];
  return {
    files: count,
    refused,
    reasons,
    taken,
    leaks,
    unharmed: sumText(one) === sumText(other),
  };
}

const layout = layoutOf(COLLECTION);
const sum: SumFile = {
  collection: 'QS-2026-4.0123456789abcdef',
  week: WEEK,
  half: 'whole',
  n: 30,
  batches: [{ hash: 'ab'.repeat(32), n: 30 }],
  sums: layout.entries.map((_, index) => BigInt(index)),
};

/** Every tenth time the other kinds of files are changed as well: what is told of them is a place. */
function mutateOthers(
  number: number,
  random: Chance,
  leaks: string[],
  names: readonly string[],
): void {
  if (number % 10 !== 0) return;
  const mutation = MUTATIONS[random.pick(names)] as Mutation;
  const changedSum = mutation(sumText(sum), random);
  const changedCollection = mutation(collectionText(COLLECTION), random);
  for (const read of [
    parseSum(changedSum, layout.entries.length),
    parseCollection(changedCollection),
  ])
    if ('fault' in read && !/^[A-Za-z]*(\.[A-Za-z]+|\.\d{1,6})*$/.test(read.fault.at))
      leaks.push(`${read.fault.reason} ${read.fault.at}`);
}
