import { describe, expect, it } from 'vitest';
import { SAMPLED_RECORDS, sampleRecords } from '../../utils/domain/research/sample-records';
import { SECRET, STUDY } from './fixtures';
import { accepted, action, upload } from './sample-fixtures';

const MANY = {
  week: '2026-W47',
  submissions: Array.from({ length: 60 }, (_, index) => accepted(index)),
  actions: [action(100), action(101)],
  uploads: [upload(200)],
};

describe('the sampled records of a week', () => {
  it('are twenty at most, all of the rare kinds among them', () => {
    const sample = sampleRecords(MANY, STUDY, SECRET);
    expect(sample).toHaveLength(SAMPLED_RECORDS);
    expect(sample.filter(({ kind }) => kind === 'action')).toHaveLength(2);
    expect(sample.filter(({ kind }) => kind === 'upload')).toHaveLength(1);
    expect(new Set(sample.map(({ id }) => id)).size).toBe(SAMPLED_RECORDS);
  });

  it('are the same whenever and in whatever order they are asked for', () => {
    const ids = sampleRecords(MANY, STUDY, SECRET).map(({ id }) => id);
    const reversed = { ...MANY, submissions: [...MANY.submissions].reverse() };
    expect(sampleRecords(reversed, STUDY, SECRET).map(({ id }) => id)).toEqual(ids);
  });

  it('are others in another study, another week, or of another person', () => {
    const ids = sampleRecords(MANY, STUDY, SECRET).map(({ id }) => id);
    for (const other of [
      sampleRecords(MANY, { ...STUDY, code: 'another' }, SECRET),
      sampleRecords({ ...MANY, week: '2026-W48' }, STUDY, SECRET),
      sampleRecords(MANY, STUDY, 'f'.repeat(64)),
    ]) {
      expect(other.map(({ id }) => id)).not.toEqual(ids);
    }
  });

  it('call what was not proven an attempt, and leave out what is still open', () => {
    const week = {
      ...MANY,
      submissions: [accepted(1, 'unproven'), accepted(2, 'pending')],
      actions: [],
      uploads: [],
    };
    expect(sampleRecords(week, STUDY, SECRET).map(({ kind }) => kind)).toEqual(['attempt']);
  });
});
