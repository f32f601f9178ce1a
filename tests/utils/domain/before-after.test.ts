import { describe, expect, it } from 'vitest';
import { beforeAfter } from '../../../utils/domain/before-after';
import type { Action, Submission, Upload } from '../../../utils/domain/records';
import { DAY_MS } from '../../../utils/domain/time-constants';

const AT = Date.UTC(2026, 8, 1);
const submission = (day: number, change: Partial<Submission> = {}) =>
  ({ at: AT + day * DAY_MS, outcome: 'accepted', intent: 'final', ...change }) as Submission;
const action = (day: number, count: number) =>
  ({ at: AT + day * DAY_MS, outcome: 'done', count }) as Action;
const upload = (day: number, change: Partial<Upload> = {}) =>
  ({ at: AT + day * DAY_MS, platform: 'p', outcome: 'sent', ...change }) as Upload;
const sources = {
  at: AT,
  now: AT + 40 * DAY_MS,
  since: AT - 60 * DAY_MS,
  submissions: [
    submission(-29),
    submission(-28, {
      judgement: {
        ruleVersion: 1,
        reentered: [{ field: 0, platforms: ['p'], submissions: [] }],
        comparable: [],
        fixed: [],
        rho: 0,
      },
    }),
    submission(-1),
    submission(-1, { outcome: 'unproven' }),
    submission(-1, { intent: 'draft' }),
    submission(0),
    submission(28),
  ],
  uploads: [
    upload(-29),
    upload(-5, { digest: 'a' }),
    // The same file chosen again at once.
    upload(-5, { digest: 'a', at: AT - 5 * DAY_MS + 10_000 }),
    upload(-2, { outcome: 'cancelled' }),
    upload(-1),
    upload(2, { outcome: 'failed' }),
    upload(3),
  ],
  actions: [action(-3, 4), action(3, 1)],
};

describe('four weeks before and after a sheet', () => {
  it('count what was proven in each', () => {
    expect(beforeAfter(sources)).toEqual({
      state: 'compared',
      before: { submissions: 2, reentered: 1, uploads: 2, actions: 4 },
      after: { submissions: 1, reentered: 0, uploads: 1, actions: 1 },
    });
  });

  it('are not compared before the four weeks are over', () => {
    const now = AT + 28 * DAY_MS - 1;
    expect(beforeAfter({ ...sources, now })).toEqual({ state: 'running', at: AT + 28 * DAY_MS });
  });

  it('are not compared where recording had only just begun', () => {
    expect(beforeAfter({ ...sources, since: AT - 27 * DAY_MS }).state).toBe('short');
  });
});
