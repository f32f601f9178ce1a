import { describe, expect, it } from 'vitest';
import { summariseWeek } from '../../../utils/domain/summarise';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../utils/domain/time-constants';
import { weekOfKey } from '../../../utils/domain/week';
import type { WeekRecords } from '../../../utils/domain/week-records';
import { weekSoFar } from '../../../utils/domain/week-so-far';
import { action, interval, MONDAY, platform, submission, typed, upload } from './fixtures';
import { seeded } from './fortnight';
import { weekRecords } from './week-input';

const IDS = ['a', 'b', 'c', 'd', 'e'];

function randomWeek(seed: number): WeekRecords {
  const random = seeded(seed);
  const pick = (until = IDS.length) => IDS[Math.floor(random() * until)] as string;
  const many = <Row>(count: number, make: (n: number) => Row) =>
    Array.from({ length: count }, (_, n) => make(n));
  const at = () => MONDAY + Math.floor(random() * 7 * DAY_MS);
  return weekRecords({
    platforms: IDS.map((id) =>
      platform(id, {
        ...(random() < 0.2 ? { ignored: true } : {}),
        ...(random() < 0.2 ? { mergedInto: 'a' } : {}),
      }),
    ),
    intervals: many(20, (n) =>
      interval(pick(3), MONDAY + n * 5 * HOUR_MS, MONDAY + n * 5 * HOUR_MS + 20 * MINUTE_MS),
    ),
    submissions: many(30, (n) =>
      submission(
        pick(4),
        n < 15 ? at() : MONDAY - Math.floor(random() * 50 * DAY_MS),
        [typed('person.phone', String(n % 4)), typed('person.name', '张建国')],
        {
          judgement: {
            ruleVersion: 1,
            reentered:
              random() < 0.6 ? [{ field: 0, platforms: [pick()], submissions: ['x'] }] : [],
            comparable: [0, 1],
            fixed: [],
            rho: 0.5,
          },
        },
      ),
    ),
    uploads: many(4, () =>
      upload(pick(), at(), { digest: 'x', outcome: random() < 0.5 ? 'cancelled' : 'sent' }),
    ),
    actions: many(3, () => action(pick(), at())),
    fixedInformation: new Set(random() < 0.5 ? ['person.phone:1'] : []),
  });
}

describe('the running week of the popup', () => {
  it('is what the summary says, whatever is in it', () => {
    let reentered = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const input = randomWeek(seed);
      const whole = summariseWeek(input);
      const inWeek = ({ at }: { readonly at: number }) => at >= MONDAY && at < MONDAY + 7 * DAY_MS;
      const told = weekSoFar(weekOfKey(input.week, input.settings.zone), {
        ...input,
        sums: [],
        thetaMs: input.settings.thetaMs,
        actions: input.actions.filter(inWeek),
        uploads: input.uploads.filter(inWeek),
      });
      expect(told.platformCount, `seed ${seed}`).toBe(whole.proliferation.platforms);
      expect(told.reentryMs, `seed ${seed}`).toBe(whole.reentry.ms.mid);
      expect(told.clocks).toEqual(whole.clocks);
      reentered += told.reentryMs;
    }
    expect(reentered).toBeGreaterThan(0);
  });
});
