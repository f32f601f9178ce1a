// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { NamesContext } from '../../../components/names';
import { sampleSummary } from '../../../components/sample';
import { OtherPart } from '../../../components/summary/other-part';
import type { WeekSummary } from '../../../utils/domain/summary';
import { drawn, textOf } from '../drawn';

const sample = sampleSummary();

function text(actions: Partial<WeekSummary['actions']>, external = sample.external): string {
  const names = { platform: (id: string) => id, concept: (id: string) => `«${id}»` };
  const summary = { ...sample, actions: { ...sample.actions, ...actions }, external };
  return textOf(
    drawn(
      <NamesContext.Provider value={names}>
        <OtherPart summary={summary} />
      </NamesContext.Provider>,
    ),
  );
}

it('tells the person’s own labels, and nothing where there are none', () => {
  expect(text({ ownLabels: { voluntary: 3, required: 12, unclear: 1 } })).toContain(
    '本人标注：自愿 3 次，被要求 12 次，说不清 1 次。',
  );
  expect(text({ ownLabels: { voluntary: 0, required: 0, unclear: 0 } })).not.toContain('本人标注');
});

it('tells what came together with a ranking, but not what hardly did', () => {
  const cue = { cue: 'ranking', cuedVisits: 8, cuedActions: 6, otherVisits: 20, otherActions: 5 };
  const cued = (lift: number) => text({ cued: [{ ...cue, cue: 'ranking', lift }] });
  expect(cued(3)).toContain(
    '见到排名的 8 次使用中，6 次做了留痕操作；没有见到的 20 次中，5 次做了',
  );
  expect(cued(1.1)).not.toContain('见到排名');
});

it('tells which sensitive items external collectors ask for', () => {
  const sensitive = [{ concept: 'person.idcard', count: 3 }];
  expect(text({}, { ...sample.external, sensitive })).toContain('敏感信息：«person.idcard» 3 次。');
});

it('names the platforms that one thing is spread over, and how many want a login each', () => {
  const said = text({});
  expect(said).toContain('打卡签到要用 2 个平台：dj.qingshan.gov.cn、wg.qingshan.gov.cn。');
  expect(said).toContain('分别登录 6 个平台');
});
