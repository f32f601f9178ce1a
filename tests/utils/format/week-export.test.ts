import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { SAMPLE_DIARY, sampleSummary } from '../../../components/sample';
import type { WeekSummary } from '../../../utils/domain/summary';
import {
  type ExportVersion,
  exportFileName,
  weekAsCsv,
  weekAsJson,
} from '../../../utils/format/week-export';

const summary: WeekSummary = sampleSummary();
const contents = (version: ExportVersion) => ({
  summary,
  diary: SAMPLE_DIARY,
  version,
  language: 'zh_CN' as const,
  platformName: (id: string) => `名称 ${id}`,
});

/** Every property name in a value, at any depth. */
function namesIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const one of value) namesIn(one, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) {
      found.add(name);
      namesIn(one, found);
    }
  }
  return found;
}

/** What the systems version must not hold: the clocks, the hours, what tells of the person. */
const PERSONAL = [
  'clocks',
  'workingMs',
  'playingMs',
  'idleMs',
  'besideMs',
  'inputMs',
  'frontMs',
  'waitingMs',
  'heat',
  'outOfHours',
  'nightMs',
  'holidayMs',
  'coverage',
  'comparison',
  'overhead',
  'switchesPerHour',
  'diary',
  'evidence',
  'visits',
  'fillingMs',
  'confirmedMs',
  'lastAt',
  'firstAt',
  'lastOpenedAt',
  'bands',
  'ms',
  'reentryMs',
  'assessment',
];

describe('the exported week', () => {
  it('holds nothing of the person in the systems version', () => {
    const names = namesIn(JSON.parse(weekAsJson(contents('systems'))));
    expect(PERSONAL.filter((name) => names.has(name))).toEqual([]);
    expect(names.has('reentry')).toBe(true);
    expect(JSON.parse(weekAsJson(contents('systems'))).platforms[0]).not.toHaveProperty('days');
  });

  it('holds everything but the heat map in the personal version', () => {
    const names = namesIn(JSON.parse(weekAsJson(contents('personal'))));
    expect(PERSONAL.filter((name) => !names.has(name))).toEqual(['heat']);
  });

  it('says its version and week, and names the platforms as the person does', () => {
    const read = JSON.parse(weekAsJson(contents('systems')));
    expect(read).toMatchObject({ format: 'qingzhuang-week', version: 'systems', week: '2026-W47' });
    expect(read.platformNames[0].name).toMatch(/^名称 /);
  });

  it('is the same text for the same week', () => {
    expect(weekAsJson(contents('personal'))).toBe(weekAsJson(contents('personal')));
  });

  it('gives one line per platform as CSV, clocks only in the personal version', () => {
    const table = (version: ExportVersion) =>
      Papa.parse<string[]>(weekAsCsv(contents(version)).slice(1).trimEnd()).data;
    const systems = table('systems');
    expect(systems).toHaveLength(summary.platforms.length + 1);
    expect(systems[0]?.join()).not.toMatch(/操作|播放|等待|（分）/);
    const [header = [], first = []] = table('personal');
    expect(first[header.indexOf('操作（分）')]).toBe('200');
    expect(first[header.indexOf('重复录入数据项')]).toBe('41');
  });

  it('is named by its week', () => {
    expect(exportFileName('2026-W47', 'systems', 'zh_CN')).toBe('本周小结-2026-W47-仅系统版');
    expect(exportFileName('2026-W47', 'personal', 'en')).toBe('summary-2026-W47-personal');
  });
});
