import { expect, it } from 'vitest';
import { fourWeeks } from '../../../utils/domain/four-weeks';
import type { Platform, Submission } from '../../../utils/domain/records';
import { DEFAULT_SETTINGS } from '../../../utils/domain/settings';
import { DAY_MS } from '../../../utils/domain/time-constants';
import type { WeekRecords } from '../../../utils/domain/week-records';

/** Wednesday 18 November 2026, 10:00 in Shanghai. */
const NOW = Date.UTC(2026, 10, 18, 2);

const submission = (id: string, platform: string, daysAgo: number, before?: string) =>
  ({
    id,
    platform,
    form: 'f',
    at: NOW - daysAgo * DAY_MS,
    startedAt: NOW - daysAgo * DAY_MS,
    outcome: 'accepted',
    intent: 'final',
    evidence: [],
    fields: [
      {
        field: 0,
        concept: 'person.phone',
        labelDigest: 'l',
        how: 'typed',
        entropy: 'high',
        focusMs: 1,
        workingMs: 1,
        inputMs: 1,
      },
    ],
    judgement: {
      ruleVersion: 1,
      reentered:
        before === undefined
          ? []
          : [{ field: 0, platforms: [before], lastAts: [NOW - 30 * DAY_MS], submissions: [] }],
      comparable: [0],
      fixed: [],
      rho: 0,
    },
  }) as unknown as Submission;

it('28 days up to now hold what each platform asked for again, and when the other had it', () => {
  const found = fourWeeks({
    week: '2026-W47',
    now: NOW,
    settings: DEFAULT_SETTINGS,
    platforms: [{ id: 'a' } as Platform, { id: 'b' } as Platform],
    submissions: [
      submission('1', 'b', 20, 'a'),
      submission('2', 'b', 2, 'a'),
      submission('3', 'b', 29, 'a'),
    ],
    forms: [],
    concepts: () => undefined,
    dayKind: () => undefined,
  } as unknown as WeekRecords);
  expect(found.to - found.from).toBe(28 * DAY_MS);
  expect(found.platforms.get('b')?.submissions).toBe(2);
  expect(found.overlaps).toMatchObject([
    {
      from: 'a',
      to: 'b',
      fields: 2,
      concepts: [{ concept: 'person.phone', count: 2, reportedAt: NOW - 30 * DAY_MS }],
    },
  ]);
});
