// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { TrendsView } from '../../components/trends/trends-view';
import type { WeekSum } from '../../utils/domain/records';
import { HOUR_MS, MINUTE_MS } from '../../utils/domain/time-constants';
import type { TrendSource } from '../../utils/domain/trend';
import { drawn, textOf } from './drawn';

const ZONE = 'Asia/Shanghai';
const sum = (week: number, more: Partial<WeekSum>): WeekSum => ({
  week: `2026-W${week}`,
  platform: 'a',
  workingMs: 10 * HOUR_MS,
  playingMs: 0,
  inputMs: 0,
  frontMs: 0,
  submissions: 4,
  attempts: 0,
  enteredFields: 0,
  comparableFields: 0,
  reenteredFields: 0,
  reentryMs: 3 * HOUR_MS,
  reentryLowMs: 0,
  reentryHighMs: 0,
  uploads: 0,
  actions: {},
  ...more,
});
/** Four weeks before and four after the week of 1 October 2026 (W40). */
const source: TrendSource = {
  sums: [36, 37, 38, 39, 40, 41, 42, 43, 44].map((week) =>
    sum(week, week > 40 ? { reentryMs: HOUR_MS + 20 * MINUTE_MS } : {}),
  ),
  coverageOf: () => 0.95,
};

async function compare(place: HTMLElement, day: string): Promise<void> {
  await act(() => {
    const input = place.querySelector<HTMLInputElement>('[name="compare-date"]');
    if (input === null) throw new Error('no date');
    input.value = day;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

describe('trends', () => {
  it('say the same in the chart and in the table', async () => {
    const place = drawn(<TrendsView source={source} zone={ZONE} />);
    const bars = [...place.querySelectorAll('[data-period]')].map((bar) => textOf(bar));
    expect(bars).toHaveLength(2);
    expect(bars[0]).toContain('2026 年 9 月');
    expect(bars[0]).toContain('3 小时');
    await act(() => place.querySelector<HTMLElement>('[data-action="as-table"]')?.click());
    const rows = [...place.querySelectorAll('tbody tr')].map((row) => textOf(row));
    expect(rows[0]).toContain('2026 年 9 月');
    expect(rows[0]).toContain('3 小时');
  });

  it('draw a period without a complete week as uncertain', () => {
    const place = drawn(
      <TrendsView source={{ ...source, coverageOf: () => undefined }} zone={ZONE} />,
    );
    expect(place.querySelectorAll('.clock-playing')).toHaveLength(2);
    expect(place.querySelectorAll('.clock-working')).toHaveLength(0);
  });

  it('compare four weeks on either side of a day', async () => {
    const place = drawn(<TrendsView source={source} zone={ZONE} />);
    await compare(place, '2026-10-01');
    expect(textOf(place.querySelector('[data-compare="yes"]'))).toContain('减少 1 小时 40 分');
    expect(textOf(place)).toContain('不等于就是这件事造成的');
  });

  it('compare nothing where too few weeks are complete', async () => {
    const place = drawn(<TrendsView source={source} zone={ZONE} />);
    await compare(place, '2026-09-01');
    expect(place.querySelector('[data-compare="not"]')).not.toBeNull();
    expect(place.querySelector('[data-compare="yes"]')).toBeNull();
  });

  it('say what will be here where no week is over', () => {
    const place = drawn(<TrendsView source={{ ...source, sums: [] }} zone={ZONE} />, 'en');
    expect(textOf(place)).toContain('No whole week is recorded yet');
  });
});
