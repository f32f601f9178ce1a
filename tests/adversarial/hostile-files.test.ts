import { describe, expect, it } from 'vitest';
import { createBatch } from '../../utils/domain/contribution/batch';
import { parseCollection } from '../../utils/domain/contribution/collection';
import type { ContributionReader } from '../../utils/domain/contribution/read-contribution';
import { parseSum } from '../../utils/domain/contribution/sum-file';
import { bytes, COLLECTION, plainFile, WEEK } from '../utils/domain/contribution/fixture';
import { mutateFiles, type ReadFile } from './mutate-files';

/** A reader as it is often written: whatever JSON gives numbers is taken. */
const careless: ReadFile = (reader, file) => {
  try {
    const { token, rev, values } = JSON.parse(new TextDecoder().decode(file));
    if (values.length !== reader.layout.entries.length) return 'wrong-length';
    return { token, rev, vector: new Uint32Array(values), check: 0 };
  } catch {
    return 'malformed';
  }
};

/** A reader that says what it did not like. */
const talkative: ReadFile = (reader, file) => {
  const found = reader.read(file);
  if (found !== 'malformed') return found;
  return `malformed: ${new TextDecoder().decode(file)}` as ReturnType<ContributionReader['read']>;
};

describe('hostile files', () => {
  it('are refused with a reason, or are the file that they were; the others do not notice', () => {
    const done = mutateFiles(10_000, 3);
    expect(done.taken).toEqual([]);
    expect(done.leaks).toEqual([]);
    expect(done.unharmed).toBe(true);
    expect(done.refused).toBeGreaterThan(8_000);
    for (const reason of [
      'malformed',
      'version',
      'foreign-week',
      'foreign-collection',
      'too-large',
    ])
      expect(done.reasons.get(reason), reason).toBeGreaterThan(50);
    for (const reason of ['wrong-length', 'over-cap', 'inconsistent'])
      expect(done.reasons.get(reason), reason).toBeGreaterThan(50);
  });

  it('are caught out where a reader is careless, or tells what it read', () => {
    expect(mutateFiles(2_000, 3, careless).taken.length).toBeGreaterThan(100);
    expect(mutateFiles(2_000, 3, talkative).leaks.length).toBeGreaterThan(100);
  });

  it('cannot weigh a person twice or push another out unseen', () => {
    const batch = createBatch(COLLECTION, WEEK);
    for (let person = 0; person < 30; person += 1) batch.add(bytes(plainFile(person)));
    const first = plainFile(0);
    expect(batch.add(bytes(first))).toBe('replayed');
    // The same token with other figures: neither counts, and it is told.
    expect(batch.add(bytes(plainFile(0, { figures: [] })))).toBe('conflict');
    batch.addAgain(bytes(first));
    expect(batch.counted).toBe(29);
  });

  it('of megabytes, of a hundred thousand levels and of no JSON at all are refused', () => {
    const deep = '['.repeat(100_000);
    const long = `${plainFile(0).slice(0, -3)}${',1'.repeat(5_000_000)}]}`;
    const batch = createBatch(COLLECTION, WEEK);
    expect(batch.add(bytes(long))).toBe('too-large');
    expect(batch.add(bytes(deep))).toMatch(/malformed|too-large/);
    expect(parseCollection(`{"schema":${deep}`)).toHaveProperty('fault');
    expect(parseSum(`{"schema":${deep}`, 10)).toHaveProperty('fault');
    expect(Object.hasOwn(Object.prototype, 'n')).toBe(false);
  });
});
