import { beforeAll, describe, expect, it } from 'vitest';
import { createBatch } from '../../../../utils/domain/contribution/batch';
import { type Collection, collectionId } from '../../../../utils/domain/contribution/collection';
import { contributionVector } from '../../../../utils/domain/contribution/contribution';
import {
  openBatch,
  parseSealedBatch,
  sealedBatchText,
} from '../../../../utils/domain/contribution/key-holder';
import { layoutOf } from '../../../../utils/domain/contribution/layout';
import { newKeyPair, privateKeyOf, sealFor } from '../../../../utils/domain/contribution/seal';
import {
  combineHalves,
  mergeSums,
  parseSum,
  sumFaults,
  sumText,
} from '../../../../utils/domain/contribution/sum-file';
import { contributionToken } from '../../../../utils/domain/contribution/token';
import { bytes, COLLECTION, personWeek, secretOf, WEEK } from './fixture';

const layout = layoutOf(COLLECTION);
let collection: Collection;
let key: CryptoKey;

beforeAll(async () => {
  const pair = await newKeyPair();
  collection = {
    ...COLLECTION,
    mode: 'sealed',
    keyHolder: { name: '青山学院', publicKey: pair.publicKey },
  };
  key = await privateKeyOf(pair.privateKey);
});

function sealedFile(person: number, hidden: readonly string[] = [], rev = 1): Promise<string> {
  const token = contributionToken(secretOf(person), collectionId(collection), WEEK);
  const vector = contributionVector(personWeek(person), layout, new Set(hidden));
  return sealFor(collection, { week: WEEK, token, rev }, vector, secretOf(person));
}

async function through(files: readonly string[], leftOut?: ReadonlySet<string>) {
  const batch = createBatch(collection, WEEK, leftOut);
  for (const file of files) batch.add(bytes(file));
  const closed = batch.close();
  const parsed = parseSealedBatch(sealedBatchText(closed.sum, closed.seals), collection);
  const opened = 'value' in parsed ? await openBatch(collection, parsed.value, key) : parsed;
  return {
    ...closed,
    holder: 'sum' in opened ? opened.sum : undefined,
    refusedBatch: 'refused' in opened ? opened.refused : undefined,
  };
}

const people = Array.from({ length: 12 }, (_, person) => person + 1);

describe('sealed contributions', () => {
  it('add up through office and key-holder to the exact totals, blank ones included', async () => {
    const files = await Promise.all(
      people.map((person) => sealedFile(person, person > 10 ? ['all'] : [])),
    );
    const { sum, holder } = await through(files);
    if (holder === undefined) throw new Error('not opened');
    const whole = combineHalves(sum, holder);
    if (!('value' in whole)) throw new Error(whole.mismatch);
    expect(whole.value.n).toBe(12);
    const vectors = people
      .slice(0, 10)
      .map((person) => contributionVector(personWeek(person), layout));
    expect(whole.value.sums).toEqual(
      layout.entries.map((_, at) =>
        vectors.reduce((all, vector) => all + BigInt(vector[at] as number), 0n),
      ),
    );
    expect(sumFaults(whole.value, layout)).toEqual([]);
    expect(sumFaults(sum, layout).length).toBeGreaterThan(0);
  });

  it('have one length and the same bytes whenever they are made', async () => {
    const files = await Promise.all([sealedFile(1), sealedFile(1), sealedFile(2, ['all'])]);
    expect(files[0]).toBe(files[1]);
    expect(new Set(files.map(({ length }) => length)).size).toBe(1);
  });

  it('are masked anew where a single figure differs', async () => {
    const open = (file: string) => /"open":"([^"]*)"/.exec(file)?.[1] ?? '';
    const [a, b] = [open(await sealedFile(1)), open(await sealedFile(1, ['platform/nb-01']))];
    const same = [...a].filter((character, index) => character === b[index]).length;
    expect(same / a.length).toBeLessThan(0.05);
  });

  it('open under no other token or revision, and are left out of both halves', async () => {
    const files = await Promise.all(people.map((person) => sealedFile(person)));
    const seal = (file: string) => /"seal":"[^"]*"/.exec(file)?.[0] ?? '';
    files[3] = (files[3] as string).replace(/"seal":"[^"]*"/, seal(files[4] as string));
    const first = await through(files);
    if (first.holder === undefined) throw new Error('not opened');
    const { leftOut = [] } = first.holder;
    expect(leftOut).toHaveLength(1);
    expect(combineHalves(first.sum, first.holder)).toEqual({ mismatch: 'batches' });
    const again = await through(files, new Set(leftOut));
    expect(Object.fromEntries(again.refused)).toEqual({ 'cannot-open': 1 });
    const whole = combineHalves(again.sum, first.holder);
    expect('value' in whole && sumFaults(whole.value, layout)).toEqual([]);
  });

  it('are not opened for fewer than ten, for another collection, or with a token twice', async () => {
    const files = await Promise.all(people.map((person) => sealedFile(person)));
    const nine = await through(files.slice(0, 9));
    expect(parseSealedBatch(sealedBatchText(nine.sum, nine.seals), collection)).toEqual({
      refused: 'too-few',
    });
    const { sum, seals } = await through(files);
    const text = sealedBatchText(sum, seals);
    expect(parseSealedBatch(text.replace('QS', 'QT'), collection)).toEqual({ refused: 'foreign' });
    expect(
      parseSealedBatch(sealedBatchText(sum, [seals[0] as string, ...seals]), collection),
    ).toEqual({ refused: 'malformed' });
  });

  it('are not added up where fewer than ten of those handed in can be opened', async () => {
    const files = await Promise.all(people.slice(0, 10).map((person) => sealedFile(person)));
    const seal = (file: string) => /"seal":"[^"]*"/.exec(file)?.[0] ?? '';
    files[3] = (files[3] as string).replace(/"seal":"[^"]*"/, seal(files[4] as string));
    expect((await through(files)).refusedBatch).toBe('too-few');
  });

  it('merge upward as unopened halves', async () => {
    const files = await Promise.all(
      [...people, 13, 14, 15, 16, 17, 18, 19, 20].map((one) => sealedFile(one)),
    );
    const [a, b] = [await through(files.slice(0, 10)), await through(files.slice(10))];
    const both = await through(files);
    if (!a.holder || !b.holder || !both.holder) throw new Error('not opened');
    const office = mergeSums([a.sum, b.sum]);
    const holder = mergeSums([a.holder, b.holder]);
    if (!('value' in office) || !('value' in holder)) throw new Error('not merged');
    const [merged, direct] = [
      combineHalves(office.value, holder.value),
      combineHalves(both.sum, both.holder),
    ];
    if (!('value' in merged) || !('value' in direct)) throw new Error('not combined');
    expect(merged.value.sums).toEqual(direct.value.sums);
    expect(mergeSums([a.sum, a.sum])).toEqual({ mismatch: 'batches' });
    expect(combineHalves(a.sum, b.holder)).toEqual({ mismatch: 'batches' });
  });

  it('in sum files read back, and are refused where they were tampered with', async () => {
    const { sum } = await through(await Promise.all(people.map((person) => sealedFile(person))));
    expect(parseSum(sumText(sum), layout.entries.length)).toEqual({ value: sum });
    expect(parseSum(sumText({ ...sum, n: 99 }), layout.entries.length)).toEqual({
      fault: { reason: 'value', at: 'n' },
    });
    expect(parseSum(sumText(sum), 7)).toEqual({ fault: { reason: 'too-many', at: 'sums' } });
  });
});
