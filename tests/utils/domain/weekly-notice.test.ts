import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../utils/domain/time-constants';
import { noticePlan } from '../../../utils/domain/weekly-notice';
import { MONDAY } from './fixtures';

const ZONE = 'Asia/Shanghai';
/** Monday of 2026-W47, 9:00. */
const NINE = MONDAY + 9 * HOUR_MS;
const WEEK = 7 * 24 * HOUR_MS;

describe('the weekly notice', () => {
  it('comes once, on Monday at nine, for the week before', () => {
    expect(noticePlan(NINE - 1, ZONE, '2026-W45')).toEqual({ noticed: '2026-W45', nextAt: NINE });
    expect(noticePlan(NINE, ZONE, '2026-W45')).toEqual({
      due: '2026-W46',
      noticed: '2026-W46',
      nextAt: NINE + WEEK,
    });
    expect(noticePlan(NINE + HOUR_MS, ZONE, '2026-W46').due).toBeUndefined();
  });

  it('is made up for where the browser was closed, for the last week only', () => {
    const friday = NINE + 4 * 24 * HOUR_MS;
    expect(noticePlan(friday, ZONE, '2026-W43').due).toBe('2026-W46');
  });

  it('says nothing of weeks before it was switched on', () => {
    const on = noticePlan(NINE + HOUR_MS, ZONE, undefined);
    expect(on.due).toBeUndefined();
    expect(noticePlan(NINE + WEEK, ZONE, on.noticed).due).toBe('2026-W47');
    const early = noticePlan(NINE - HOUR_MS, ZONE, undefined);
    expect(noticePlan(NINE, ZONE, early.noticed).due).toBe('2026-W46');
  });

  it('does not come back where the clock was set back', () => {
    expect(noticePlan(NINE, ZONE, '2026-W47')).toEqual({
      noticed: '2026-W47',
      nextAt: NINE + WEEK,
    });
  });
});
