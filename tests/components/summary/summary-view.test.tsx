// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { SAMPLE_DIARY, sampleSummary } from '../../../components/sample';
import { SummaryView } from '../../../components/summary/summary-view';
import type { WeekSummary } from '../../../utils/domain/summary';
import { definitions } from '../../../utils/i18n/definitions';
import { drawn, textOf } from '../drawn';

const sample = sampleSummary();
const view = (more: Partial<WeekSummary> = {}, compared = true) =>
  drawn(<SummaryView summary={{ ...sample, ...more }} compared={compared} diary={SAMPLE_DIARY} />);

describe('the summary', () => {
  it('numbers its parts as official papers do', () => {
    const titles = [...view().querySelectorAll('.summary-part > h2')].map(textOf);
    expect(titles.map((title) => title.slice(0, 2))).toEqual(
      [...'一二三四五六七八九'].map((numeral) => `${numeral}、`),
    );
  });

  it('gives every figure a definition and its plain number', () => {
    const figures = [...view().querySelectorAll<HTMLElement>('button.figure')];
    expect(figures.length).toBeGreaterThan(30);
    for (const figure of figures) {
      expect(definitions).toHaveProperty([figure.dataset.figure ?? '']);
      expect(figure.querySelector('data')?.getAttribute('value')).toMatch(/^\d+(\.\d+)?$/);
    }
  });

  it.each([
    ['running', { state: 'running' }, '本周尚未结束'],
    ['incomplete', { state: 'incomplete', coverage: 0.6 }, '本浏览器记录率 60%，低于 80%'],
    ['of the build-up period', { buildUp: true }, '前四周为积累期'],
    ['known from its sums only', { fromSums: true }, '明细已过保存期限'],
  ] as const)('says plainly that a week is %s', (_name, more, words) => {
    expect(textOf(view(more).querySelector('.notice'))).toContain(words);
  });

  it('needs no notice for a complete week', () => {
    expect(view().querySelector('.notice')).toBeNull();
  });

  it('keeps the added lines apart from what was measured', () => {
    const place = view();
    expect(textOf(place.querySelector('.diary'))).toContain('补记（1 条，共约 40 分）');
    const before = textOf(place.querySelector('.headline'));
    expect(textOf(view({}, true).querySelector('.headline'))).toBe(before);
    expect(before).toContain('11 小时 20 分');
  });

  it('does not judge out-of-hours in a year whose calendar is unknown', () => {
    const { ms: _ms, ...unknown } = sample.outOfHours;
    expect(textOf(view({ outOfHours: unknown }))).toContain('放假安排未收录');
  });

  it('survives a week of one platform and nothing else', () => {
    const [first] = sample.platforms;
    const bare = view({
      platforms: first === undefined ? [] : [first],
      overlaps: [],
      forms: [],
      findings: [],
      zombies: [],
      goodPractices: [],
      bands: {},
      heat: Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0)),
      comparison: { series: [] },
    });
    expect(textOf(bare)).toContain('本周没有提交过表单');
  });
});
