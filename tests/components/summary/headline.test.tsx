// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { sampleSummary } from '../../../components/sample';
import { ComparisonLine, Headline, SystemsHeadline } from '../../../components/summary/headline';
import type { WeekSummary } from '../../../utils/domain/summary';
import { MINUTE_MS } from '../../../utils/domain/time-constants';
import { drawn, textOf } from '../drawn';

const sample = sampleSummary();
const with_ = (more: Partial<WeekSummary>): WeekSummary => ({ ...sample, ...more });

describe('the headline', () => {
  it('says the week in one sentence with its range', () => {
    expect(textOf(drawn(<Headline summary={sample} compared />))).toBe(
      '本周使用 7 个平台，操作用时 11 小时 20 分，其中重复录入约 3 小时 12 分（2 小时 50 分—3 小时 31 分）。',
    );
    expect(textOf(drawn(<Headline summary={sample} compared />, 'en'))).toBe(
      '7 platforms this week, 11 h 20 min of work on them, of which about 3 h 12 min was re-entry (2 h 50 min – 3 h 31 min).',
    );
  });

  it('counts the platforms that were used, not those that were only glanced at', () => {
    const glanced = with_({ proliferation: { ...sample.proliferation, platforms: 5 } });
    expect(textOf(drawn(<Headline summary={glanced} compared />))).toContain('本周使用 5 个平台');
  });

  it('makes every number a button that names its figure', () => {
    const place = drawn(<Headline summary={sample} compared />);
    const figures = [...place.querySelectorAll('button')].map(({ dataset }) => dataset.figure);
    expect(figures).toEqual(['platforms.count', 'time.working', 'reentry.ms']);
    expect(place.querySelector('[data-figure="time.working"] data')?.getAttribute('value')).toBe(
      String(680 * MINUTE_MS),
    );
  });

  it('does not claim that nothing was re-entered where nothing was compared', () => {
    const text = textOf(drawn(<Headline summary={sample} compared={false} />));
    expect(text).toContain('未比对录入内容');
    expect(text).not.toContain('未发现');
  });

  it('says plainly that no re-entry was found', () => {
    const none = with_({ reentry: { ...sample.reentry, fields: 0 } });
    expect(textOf(drawn(<Headline summary={none} compared />))).toContain('未发现重复录入');
  });
});

describe('the comparison', () => {
  it('names the week before and the mean of four', () => {
    expect(textOf(drawn(<ComparisonLine summary={sample} compared />))).toBe(
      '操作用时较上周增加 40 分；重复录入增加 21 分；前四周操作用时周均 10 小时 05 分。本浏览器记录率 96%。',
    );
  });

  it('says how many weeks the mean stands on where they are fewer than four', () => {
    const { mean } = sample.comparison;
    const some = with_({
      comparison: { ...sample.comparison, ...(mean && { mean: { ...mean, weeks: 2 } }) },
    });
    expect(textOf(drawn(<ComparisonLine summary={some} compared />))).toContain(
      '前四周中可比的 2 周',
    );
  });

  it.each([
    ['a running week', { state: 'running' }],
    ['an incomplete week', { state: 'incomplete' }],
    ['the build-up period', { buildUp: true }],
  ] as const)('compares nothing in %s, whatever the figures are', (_name, more) => {
    expect(textOf(drawn(<ComparisonLine summary={with_(more)} compared />))).not.toContain(
      '较上周',
    );
  });

  it('compares over the platforms that both weeks have', () => {
    const { previous, ...rest } = sample.comparison;
    const current = { workingMs: 600 * 60_000, reentryMs: 170 * 60_000, actions: 1 };
    const newcomer: WeekSummary = {
      ...sample,
      comparison: { ...rest, current, ...(previous === undefined ? {} : { previous }) },
    };
    const line = textOf(drawn(<ComparisonLine summary={newcomer} compared />));
    expect(line).toContain('操作用时较上周减少 40 分；重复录入减少 1 分');
  });

  it('says nothing of re-entry where nothing is compared', () => {
    const line = textOf(drawn(<ComparisonLine summary={sample} compared={false} />));
    expect(line).not.toContain('重复录入');
  });

  it('says less, more or the same', () => {
    const previous = (workingMs: number) =>
      with_({ comparison: { series: [], previous: { workingMs, reentryMs: 0, actions: 0 } } });
    const line = (summary: WeekSummary) =>
      textOf(drawn(<ComparisonLine summary={summary} compared />));
    expect(line(previous(700 * MINUTE_MS))).toContain('较上周减少 20 分');
    expect(line(previous(680 * MINUTE_MS + 20_000))).toContain('与上周持平');
  });

  it('does not invent a coverage', () => {
    const { coverage: _coverage, ...unknown } = sample;
    expect(textOf(drawn(<ComparisonLine summary={unknown} compared />))).toContain('暂无数据');
  });
});

describe('the headline of the systems version', () => {
  it('speaks of platforms, forms and repeats and of no working time', () => {
    const text = textOf(drawn(<SystemsHeadline summary={sample} compared />));
    expect(text).toContain('提交表单 46 次');
    expect(text).toContain('有 214 个此前 90 天内已在其他平台提交过，占 38%');
    expect(text).not.toMatch(/小时|操作用时|记录率/);
  });
});
