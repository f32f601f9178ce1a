import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { SAMPLE_NAMES, sampleSummary } from '../../../components/sample';
import { sheetBlocks, sheetDraft } from '../../../components/sheets/sheet-draft';
import { NO_PLATFORM_FORM_WORK } from '../../../utils/domain/form-work';
import { DAY_MS } from '../../../utils/domain/time-constants';
import { document } from '../../../utils/format/document';
import { language } from '../../../utils/i18n';
import { officialCategories } from '../../../utils/i18n/findings';

const summary = sampleSummary();
const weeks = {
  from: summary.to - 28 * DAY_MS,
  to: summary.to,
  zone: summary.zone,
  platforms: new Map(
    summary.platforms.map((row) => [row.platform, { ...NO_PLATFORM_FORM_WORK, ...row }]),
  ),
  overlaps: summary.overlaps,
  inconsistent: summary.inconsistent,
};
const names = {
  platform: (id: string) => SAMPLE_NAMES.get(id)?.zh_CN ?? id,
  concept: (key: string) => (key === 'person.phone' ? '联系电话' : undefined),
};
const to = summary.overlaps[0]?.to ?? '';
const found = summary.findings[0]?.platform ?? '';
const draft = (kind: Parameters<typeof sheetDraft>[0], id: string) => {
  language.value = 'zh_CN';
  return sheetDraft(kind, { summary, weeks, names, platform: { id, category: 'civil' } });
};
const whole = (kind: Parameters<typeof sheetDraft>[0], id: string) =>
  sheetBlocks(draft(kind, id), '')
    .map((block) => (block.kind === 'table' ? '' : block.text))
    .join('\n');

describe('a sheet on a platform', () => {
  it.each(['report', 'check-up'] as const)('has the official categories (%s)', (kind) => {
    const headings = draft(kind, found).sections.map(({ heading }) => heading);
    for (const { zh_CN } of Object.values(officialCategories)) expect(headings).toContain(zh_CN);
    expect(headings[0]).toBe('平台情况');
    expect(headings.slice(-2)).toEqual(['建议', '说明']);
  });

  it('says what was found, how often, and by which norm', () => {
    const text = whole('report', found);
    expect(text).toContain(names.platform(found));
    expect(text).toMatch(/(疑似|有记录|已确认)，(参照|依据|尚无)/);
    expect(text).toContain('不得用于考核、排名、通报');
  });

  it('tells its reader what other platforms have already', () => {
    expect(whole('report', to)).toContain(
      `与“${names.platform(summary.overlaps[0]?.from ?? '')}”重复的数据项`,
    );
    expect(whole('already', to)).toMatch(/下列数据项此前 90 天内已在“.+”填报过/);
  });

  it.each(['report', 'check-up', 'already'] as const)(
    'holds no clock and no hour of the person (%s)',
    (kind) => {
      for (const { platform } of summary.platforms) {
        expect(whole(kind, platform)).not.toMatch(
          /小时(?!外)|\d 分|操作用时|视频播放|八小时外|夜间/,
        );
      }
    },
  );

  it('numbers its headings and ends with what the person typed', () => {
    const blocks = sheetBlocks(draft('report', found), '某某乡 经办人');
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? block.text : []));
    expect(headings[0]).toBe('一、平台情况');
    expect(headings[1]).toBe('二、强制使用');
    expect(blocks.at(-1)).toEqual({ kind: 'paragraph', text: '\n某某乡 经办人' });
  });

  it('is a Word document that another program reads', async () => {
    const bytes = document(sheetBlocks(draft('report', found), ''));
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value).toContain('一、平台情况');
    expect(value).toContain(names.platform(found));
  });
});
