import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { acceleratedWeeks, type SoakWeek } from './accelerated-weeks';

async function weeksOf(count: number): Promise<readonly SoakWeek[]> {
  const weeks: SoakWeek[] = [];
  for await (const week of acceleratedWeeks({
    seed: 7,
    retentionDays: 14,
    messagesPerDay: 12,
    deaths: 0.1,
  })) {
    weeks.push(week);
    if (weeks.length === count) break;
  }
  return weeks;
}

describe('the record', async () => {
  const weeks = await weeksOf(8);

  it('loses nothing over weeks in which the worker dies at any moment', () => {
    expect(weeks.at(-1)?.deaths).toBeGreaterThan(30);
    expect(weeks.flatMap(({ lost }) => lost)).toEqual([]);
    expect(weeks.flatMap(({ doubled }) => doubled)).toEqual([]);
  });

  it('keeps the database bounded', () => {
    expect(weeks.map(({ overdue }) => overdue)).toEqual(weeks.map(() => 0));
    const settled = weeks.slice(3).map(({ rows }) => rows);
    expect(Math.max(...settled)).toBeLessThan(Math.min(...settled) * 1.3);
  });
});
