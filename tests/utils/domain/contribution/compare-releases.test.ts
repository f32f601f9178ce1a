import { describe, expect, it } from 'vitest';
import { compareReleases } from '../../../../utils/domain/contribution/compare-releases';
import type { Release } from '../../../../utils/domain/contribution/release';
import { parseRelease, releaseText } from '../../../../utils/domain/contribution/release-file';

function release(week: string, minutes: number | undefined, people = 40): Release {
  return {
    collection: 'QS-2026-4.0123456789abcdef',
    weeks: [week],
    mode: 'sealed',
    k: 10,
    people,
    rows: [
      {
        key: 'all',
        kind: 'all',
        name: 'all',
        people,
        sums: minutes === undefined ? {} : { minutes },
      },
    ],
    zombies: [],
    source: '0'.repeat(64),
  };
}

function changeOf(...releases: readonly Release[]) {
  const compared = compareReleases(releases, ['minutes']);
  return 'changes' in compared ? compared.changes[0] : compared;
}

describe('releases before and after', () => {
  it('are told apart only by more than their rounding', () => {
    expect(changeOf(release('2026-W41', 9600), release('2026-W40', 9660))).toMatchObject({
      change: 'level',
    });
    expect(changeOf(release('2026-W40', 9600), release('2026-W41', 4800))).toMatchObject({
      change: 'fell',
      means: [240, 120],
      relapse: false,
    });
  });

  it('are not told apart by what the rounding of people could make of it', () => {
    const one = (weeks: readonly string[], minutes: number, people: number): Release => ({
      ...release(weeks[0] ?? '', undefined),
      weeks,
      rows: [{ key: 'platform/a', kind: 'platform', name: 'a', people, sums: { minutes } }],
    });
    const block = ['2026-W41', '2026-W42', '2026-W43', '2026-W44'];
    expect(changeOf(one(['2026-W40'], 3900, 25), one(block, 14_640, 100))).toMatchObject({
      change: 'level',
    });
    expect(changeOf(one(['2026-W40'], 3900, 25), one(block, 9_600, 100))).toMatchObject({
      change: 'fell',
    });
  });

  it('mark a burden that had fallen and is back', () => {
    const weeks = [release('2026-W40', 9600), release('2026-W44', 6000), release('2026-W48', 9300)];
    expect(changeOf(...weeks)).toMatchObject({ relapse: true });
    expect(changeOf(...weeks.slice(0, 2))).toMatchObject({ relapse: false });
    expect(
      changeOf(release('2026-W40', 9600), release('2026-W44', 9000), release('2026-W48', 9600)),
    ).toMatchObject({ relapse: false });
  });

  it('are not compared over the same week, alone, or where one did not print the figure', () => {
    expect(changeOf(release('2026-W40', 9600), release('2026-W40', 1))).toEqual({
      refused: 'same-weeks',
    });
    expect(changeOf(release('2026-W40', 9600))).toEqual({ refused: 'one' });
    expect(changeOf(release('2026-W40', 9600), release('2026-W41', undefined))).toBeUndefined();
  });
});

describe('a release file', () => {
  it('reads back, and is refused where it holds anything else', () => {
    const one = release('2026-W40', 9600);
    expect(parseRelease(releaseText(one))).toEqual({ value: one });
    expect(parseRelease(releaseText(one).replace('"minutes"', '"张建国"'))).toMatchObject({
      fault: { reason: 'unknown-key' },
    });
  });
});
