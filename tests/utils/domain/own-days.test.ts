import { expect, it } from 'vitest';
import { withOwnDays } from '../../../utils/domain/own-days';
import { dayKindLookup } from '../../../utils/knowledge/work-calendar';

it('own days stand over the calendar, also in a year that it does not know', () => {
  const lookup = withOwnDays(dayKindLookup, [
    { day: '2026-10-01', kind: 'workday' },
    { day: '2031-03-03', kind: 'restday' },
  ]);
  expect(lookup('2026-10-01')).toBe('workday');
  expect(lookup('2026-10-02')).toBe('holiday');
  expect(lookup('2031-03-03')).toBe('restday');
  expect(lookup('2031-03-04')).toBeUndefined();
});
