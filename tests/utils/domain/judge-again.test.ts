import { describe, expect, it } from 'vitest';
import { joinedJudgement } from '../../../utils/domain/judge-again';
import type { SubmissionJudgement } from '../../../utils/domain/records';

const judgement = (more: Partial<SubmissionJudgement>): SubmissionJudgement => ({
  ruleVersion: 1,
  reentered: [],
  comparable: [0, 1, 2],
  fixed: [],
  rho: 0,
  ...more,
});
const again = (field: number, platform: string) => ({
  field,
  platforms: [platform],
  submissions: [],
});

describe('joinedJudgement', () => {
  it('is the first one where there was none before', () => {
    const only = judgement({ reentered: [again(1, 'a')], rho: 0.4 });
    expect(joinedJudgement(undefined, only)).toEqual(only);
  });

  it('keeps what was found under a key that is gone', () => {
    const first = judgement({ reentered: [again(0, 'a'), again(1, 'a')], rho: 0.7 });
    const second = judgement({ reentered: [again(1, 'b'), again(2, 'b')], rho: 0.5 });
    expect(joinedJudgement(first, second)).toMatchObject({
      reentered: [again(1, 'b'), again(2, 'b'), again(0, 'a')],
      rho: 0.7,
    });
  });

  it('takes out what has turned out to be fixed information', () => {
    const first = judgement({ reentered: [again(0, 'a'), again(1, 'a')] });
    const second = judgement({ fixed: [0], comparable: [1, 2] });
    expect(joinedJudgement(first, second).reentered).toEqual([again(1, 'a')]);
  });
});
