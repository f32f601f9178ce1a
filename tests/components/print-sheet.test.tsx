// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { PrintSheet } from '../../components/print-sheet';
import { sampleSummary } from '../../components/sample';
import type { Clocks, WeekSummary } from '../../utils/domain/summary';
import { HOUR_MS, MINUTE_MS } from '../../utils/domain/time-constants';
import { drawn, textOf } from './drawn';

/** Times that stand nowhere else, so that any of them on the sheet is a leak. */
const TELLING: Clocks = {
  workingMs: 41 * HOUR_MS + 17 * MINUTE_MS,
  playingMs: 42 * HOUR_MS + 18 * MINUTE_MS,
  idleMs: 43 * HOUR_MS + 19 * MINUTE_MS,
  besideMs: 44 * HOUR_MS + 21 * MINUTE_MS,
  inputMs: 45 * HOUR_MS + 22 * MINUTE_MS,
  frontMs: 46 * HOUR_MS + 23 * MINUTE_MS,
  waitingMs: 47 * HOUR_MS + 24 * MINUTE_MS,
};

function telling(): WeekSummary {
  const sample = sampleSummary();
  return {
    ...sample,
    clocks: TELLING,
    days: sample.days.map(() => TELLING),
    platforms: sample.platforms.map((platform) => ({
      ...platform,
      clocks: TELLING,
      days: platform.days.map(() => TELLING),
    })),
    heat: sample.heat.map((row) => row.map(() => 48 * HOUR_MS + 26 * MINUTE_MS)),
    outOfHours: { ms: 49 * HOUR_MS + 27 * MINUTE_MS, nightMs: 51 * HOUR_MS + 28 * MINUTE_MS },
    coverage: 0.53,
  };
}

const sheet = (version: 'systems' | 'personal', summary = telling()) =>
  drawn(<PrintSheet summary={summary} compared version={version} sample={false} />);

describe('the printed sheet', () => {
  it('holds no time of the person in the systems version', () => {
    const text = textOf(sheet('systems'));
    expect(text).toContain('仅系统版');
    expect(text).not.toMatch(/\d+ 小时|\d+ 分/);
    expect(text).toContain('214 个数据项');
    expect(text).not.toMatch(/操作用时|视频播放|页面打开未操作|旁屏|八小时外|夜间|记录率|53%/);
  });

  it('holds the person’s times in the personal version and says for whom it is', () => {
    const text = textOf(sheet('personal'));
    expect(text).toContain('本小结仅供本人使用');
    expect(text).toContain('41 小时 17 分');
  });

  it('says that it is a sample where it is one', () => {
    const place = drawn(<PrintSheet summary={telling()} compared version="systems" sample />);
    expect(textOf(place.querySelector('h1'))).toContain('示例');
  });

  it('keeps to what one page holds and sums the rest, so that the total is whole', () => {
    const summary = telling();
    const [first] = summary.platforms;
    if (first === undefined) throw new Error('the sample has no platform');
    const many = {
      ...summary,
      platforms: Array.from({ length: 40 }, (_, index) => ({
        ...first,
        platform: `p${index}`,
        submissions: 1,
      })),
    };
    const tables = sheet('systems', many).querySelectorAll('.sheet-table');
    const rows = [...(tables[tables.length - 1]?.querySelectorAll('tbody tr') ?? [])];
    expect(rows.length).toBeLessThanOrEqual(12);
    expect(textOf(rows.at(-2) ?? null)).toMatch(/^其余 32 个平台/);
    expect(textOf(rows.at(-1)?.querySelector('td') ?? null)).toBe('40');
  });

  it('carries its definitions as footnotes', () => {
    const notes = textOf(sheet('systems').querySelector('.sheet-notes'));
    expect(notes).toContain('重复录入数据项');
    expect(notes).toContain('5. 疑似僵尸平台');
  });
});
