// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { OpenFigure } from '../../../components/figure';
import { NamesContext } from '../../../components/names';
import { SAMPLE_NAMES, sampleSummary } from '../../../components/sample';
import { FindingsPart, findingMeasure } from '../../../components/summary/findings-part';
import type { FindingView } from '../../../utils/domain/summary';
import { drawn, textOf } from '../drawn';

const [checkIn, duplicate, reentered, columns, unused] = sampleSummary().findings as [
  FindingView,
  FindingView,
  FindingView,
  FindingView,
  FindingView,
];

function list(findings: readonly FindingView[], onJudge = vi.fn(), open = vi.fn()) {
  const names = {
    platform: (id: string) => SAMPLE_NAMES.get(id)?.zh_CN ?? id,
    concept: () => undefined,
  };
  const place = drawn(
    <NamesContext.Provider value={names}>
      <OpenFigure.Provider value={open}>
        <FindingsPart findings={findings} zone="Asia/Shanghai" onJudge={onJudge} detailed />
      </OpenFigure.Provider>
    </NamesContext.Provider>,
  );
  return { place, onJudge, open };
}

describe('a finding', () => {
  it('says how sure, what, how much, since when and by which norm', () => {
    const text = textOf(list([checkIn]).place);
    expect(text).toContain('有记录 智慧党建平台：要求打卡签到，5 次');
    expect(text).toContain('11 月 16 日起，最近一次 11 月 20 日');
    expect(text).toContain('A 级');
  });

  it('cites a norm for mobile apps as 参照 and never says 违反', () => {
    expect(textOf(list([checkIn]).place)).toContain(
      '参照《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）',
    );
    expect(textOf(list([duplicate]).place)).toContain('依据《整治形式主义为基层减负若干规定》');
    expect(textOf(list([checkIn, duplicate, reentered, columns, unused]).place)).not.toContain(
      '违反',
    );
  });

  it('says where a threshold is this tool’s own', () => {
    expect(textOf(list([unused]).place)).toContain('界限为本工具自定');
    expect(textOf(list([checkIn]).place)).not.toContain('自定');
  });

  it('is measured in its own unit', () => {
    list([]);
    expect(findingMeasure(checkIn)).toBe('5 次');
    expect(findingMeasure(reentered)).toBe('53 个数据项');
    expect(findingMeasure(columns)).toBe('12 个栏目');
    expect(findingMeasure(unused)).toBe('41 天');
    expect(
      findingMeasure({ ...reentered, unit: 'share', measure: { low: 0.5, mid: 0.52, high: 0.6 } }),
    ).toBe('占 52%（50%—60%）');
  });

  it('is confirmed or rejected by the person', () => {
    const { place, onJudge } = list([checkIn]);
    place.querySelector<HTMLElement>('[data-action="confirm-finding"]')?.click();
    place.querySelector<HTMLElement>('[data-action="reject-finding"]')?.click();
    expect(onJudge.mock.calls).toEqual([
      [checkIn, 'confirmed'],
      [checkIn, 'rejected'],
    ]);
  });

  it('opens to its evidence: how many, when, on which class of page', () => {
    const evidence = { ids: ['one', 'two'], firstAt: checkIn.firstAt, lastAt: checkIn.lastAt };
    const { place, open } = list([{ ...checkIn, n: 2, evidence, pageClasses: ['home', 'notice'] }]);
    expect(textOf(place)).toContain('依据 2 条记录');
    expect(textOf(place)).toContain('见于首页、通知公告页');
    place.querySelector<HTMLElement>('[data-action="finding-evidence"]')?.click();
    expect(open.mock.calls).toEqual([
      [{ figure: 'findings.list', shown: '智慧党建平台：要求打卡签到', evidence }],
    ]);
  });

  it('of a platform that was not opened has no record to open', () => {
    const evidence = { ids: [unused.platform] };
    const { place } = list([{ ...unused, evidence }]);
    expect(place.querySelector('[data-action="finding-evidence"]')).toBeNull();
    expect(textOf(place)).toContain('截至 ');
    expect(textOf(place)).not.toContain('见到');
  });

  it('once confirmed can only be taken back', () => {
    const { place } = list([{ ...checkIn, status: 'confirmed' }]);
    expect(place.querySelector('[data-action="confirm-finding"]')).toBeNull();
    expect(textOf(place)).toContain('已确认');
  });
});

it('says plainly that nothing was found', () => {
  expect(textOf(list([]).place)).toBe('本周没有发现疑似问题。');
});
