import { describe, expect, it } from 'vitest';
import { type DoneSubmission, type DoneUpload, expectedOf } from '../portals/expected';
import { HOSTS } from '../portals/hosts';

let clock = 0;

function submitted(host: string, values: Readonly<Record<string, string>>): DoneSubmission {
  const fields = Object.entries(values).map(
    ([label, value]) => ({ label, value, how: 'typed' }) as const,
  );
  clock += 1000;
  return { host, form: 'form', at: clock, fields };
}

const reentered = (...submissions: DoneSubmission[]): string[] =>
  expectedOf(submissions, []).reentered.map(({ host, label, from }) => `${host} ${label} ${from}`);

describe('what the script expects of a record', () => {
  const first = submitted(HOSTS.civilAffairs, {
    户主姓名: '张建国',
    身份证号: '1',
    联系电话: '2',
    家庭人口: '4',
    经办人电话: '9',
  });

  it('counts an ID number by itself and a name beside it', () => {
    const second = submitted(HOSTS.relapse, { 户主: '张建国', 公民身份号码: '1', 手机号码: '7' });
    expect(reentered(first, second)).toEqual([
      `${HOSTS.relapse} 户主 ${HOSTS.civilAffairs}`,
      `${HOSTS.relapse} 公民身份号码 ${HOSTS.civilAffairs}`,
    ]);
  });

  it('does not count a name alone, nor a small number alone', () => {
    const namesake = submitted(HOSTS.relapse, { 户主: '张建国', 公民身份号码: '8' });
    expect(reentered(first, namesake)).toEqual([]);
    const sameSize = submitted(HOSTS.office, { 家庭人口数: '4', 身份证号: '8' });
    expect(reentered(first, sameSize)).toEqual([]);
  });

  it('counts a small number inside a linked record', () => {
    const second = submitted(HOSTS.office, { 家庭人口数: '4', 身份证号: '1' });
    expect(reentered(first, second)).toHaveLength(2);
  });

  it('takes another household on the same form for volume', () => {
    const next = submitted(HOSTS.civilAffairs, { 户主姓名: '李秀英', 身份证号: '1' });
    expect(reentered(first, next)).toEqual([]);
  });

  it("keeps the cadre's own telephone apart", () => {
    const second = submitted(HOSTS.relapse, { 帮扶责任人电话: '9', 手机号码: '9' });
    const { reentered: again, fixed } = expectedOf([first, second], []);
    expect(again).toEqual([]);
    expect(fixed.map(({ label }) => label)).toEqual(['经办人电话', '帮扶责任人电话']);
  });

  it('looks back only at what was submitted before', () => {
    const later = submitted(HOSTS.relapse, { 公民身份号码: '1' });
    expect(reentered({ ...later, at: 0 }, first)).toEqual([
      `${HOSTS.civilAffairs} 身份证号 ${HOSTS.relapse}`,
    ]);
  });

  it('counts pairs of systems', () => {
    const second = submitted(HOSTS.relapse, { 公民身份号码: '1', 手机号码: '2' });
    const third = submitted(HOSTS.grid, { 证件号码: '1' });
    expect(expectedOf([first, second, third], []).reenteredByPair).toEqual([
      { host: HOSTS.relapse, earlierHost: HOSTS.civilAffairs, fields: 2 },
      { host: HOSTS.grid, earlierHost: HOSTS.civilAffairs, fields: 1 },
      { host: HOSTS.grid, earlierHost: HOSTS.relapse, fields: 1 },
    ]);
  });

  it('tells a content on several hosts from one sent to a host twice', () => {
    const upload = (host: string, sha256: string): DoneUpload => ({
      host,
      sha256,
      at: 0,
      name: 'a.jpg',
      bytes: 1,
    });
    const { repeatedAcross, repeatedOn } = expectedOf(
      [],
      [upload('a', 'x'), upload('b', 'x'), upload('b', 'y'), upload('b', 'y'), upload('c', 'z')],
    );
    expect(repeatedAcross).toEqual([{ sha256: 'x', hosts: ['a', 'b'] }]);
    expect(repeatedOn).toEqual([{ sha256: 'y', host: 'b', times: 2 }]);
  });
});
