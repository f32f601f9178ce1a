// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../entrypoints/observer.content/in-slices';
import { cuesIn } from '../../../../entrypoints/observer.content/signs/cues';

const cues = (...texts: string[]) =>
  atOnce(cuesIn(texts.map((text) => ({ text, element: {} as Element, before: '' }))));

describe('cue words of a page', () => {
  it('are found whatever number stands at their end', () => {
    expect(cues('当前积分：128')).toContain('points');
    expect(cues('当前积分：7')).toContain('points');
    expect(cues('姓名1', '姓名2', '本月排名：第3')).toContain('ranking');
  });

  it('are found where the number within them is what is demanded', () => {
    expect(cues('请于1小时内上报')).toContain('deadline');
  });

  it('are not sought in figures alone', () => {
    expect(cues('2026-11-03', '98.5%', '1,204')).toEqual([]);
  });
});
