import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatch } from '../../../../utils/domain/contribution/batch';
import { contributionVector } from '../../../../utils/domain/contribution/contribution';
import { layoutOf } from '../../../../utils/domain/contribution/layout';
import { bytes, COLLECTION, personWeek, plainFile, WEEK } from './fixture';

const layout = layoutOf(COLLECTION);

function close(files: readonly string[]) {
  const batch = createBatch(COLLECTION, WEEK);
  for (const file of files) batch.add(bytes(file));
  if (batch.needsSecondReading) for (const file of files) batch.addAgain(bytes(file));
  return batch.close();
}

function sumOver(people: readonly number[]): readonly bigint[] {
  const vectors = people.map((person) => contributionVector(personWeek(person), layout));
  return layout.entries.map((_, at) =>
    vectors.reduce((all, vector) => all + BigInt(vector[at] as number), 0n),
  );
}

describe('a batch', () => {
  it('is the exact sum of its contributions', () => {
    const people = Array.from({ length: 40 }, (_, person) => person);
    const { sum, refused } = close(people.map((person) => plainFile(person)));
    expect(sum.n).toBe(40);
    expect(sum.sums).toEqual(sumOver(people));
    expect(refused.size).toBe(0);
  });

  it('refuses each bad file with its reason and leaves the others as they are', () => {
    const good = [1, 2, 3].map((person) => plainFile(person));
    const bad = ['junk', plainFile(4).replace('W47', 'W46'), plainFile(5).slice(0, 90)];
    const { sum, refused } = close([bad[0] ?? '', ...good, ...bad.slice(1)]);
    expect(sum.sums).toEqual(sumOver([1, 2, 3]));
    expect(Object.fromEntries(refused)).toEqual({ malformed: 2, 'foreign-week': 1 });
  });

  it('counts the highest revision, a replayed file once, and neither side of a conflict', () => {
    const first = plainFile(1, { figures: [] });
    const second = plainFile(1, { rev: 2 });
    const other = plainFile(3, { figures: [] });
    const files = [first, second, second, plainFile(2), plainFile(3), other];
    const { sum, refused } = close(files);
    expect(sum.n).toBe(2);
    expect(sum.sums).toEqual(sumOver([1, 2]));
    expect(Object.fromEntries(refused)).toEqual({ superseded: 1, replayed: 1, conflict: 2 });
  });

  it('is the same whatever the order of its files', () => {
    const files = [
      plainFile(1, { figures: [] }),
      plainFile(1, { rev: 2 }),
      plainFile(1, { rev: 3, figures: personWeek(9) }),
      plainFile(2),
      plainFile(2, { figures: personWeek(8) }),
      plainFile(3),
      plainFile(3),
      plainFile(4),
      plainFile(4, { figures: personWeek(7) }),
      plainFile(4, { rev: 2 }),
    ];
    const expected = close(files).sum;
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (order) => {
        expect(close(order).sum).toEqual(expected);
      }),
    );
  });
});
