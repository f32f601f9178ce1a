import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { SAMPLE_DIARY, sampleSummary } from '../../../components/sample';
import { weekAsWorkbook } from '../../../utils/format/week-workbook';

const summary = sampleSummary();
const read = (version: 'systems' | 'personal') =>
  readWorkbook(
    Buffer.from(
      weekAsWorkbook({
        summary,
        diary: SAMPLE_DIARY,
        version,
        language: 'zh_CN',
        platformName: (id) => `平台 ${id}`,
        conceptName: (key) => (key === 'person.phone' ? '联系电话' : undefined),
      }),
    ),
  );

describe('the week as a workbook', () => {
  it('has Chinese headers, numbers as numbers, and a sheet that says what they mean', async () => {
    const sheets = await read('personal');
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      '各平台',
      '重复内容',
      '表单',
      '疑似问题',
      '补记',
      '指标说明',
    ]);
    const [header = [], row = []] = sheets[0]?.data ?? [];
    expect(header.slice(0, 4)).toEqual(['周', '平台', '类别', '提交次数']);
    expect(row[1]).toMatch(/^平台 /);
    expect(row[3]).toBeTypeOf('number');
    expect(sheets[1]?.data.some((cells) => String(cells[3]).includes('联系电话'))).toBe(true);
    expect(sheets.at(-1)?.data.map(([figure]) => figure)).toContain('操作用时');
  });

  it('keeps clocks, hours and the added lines out of the systems version', async () => {
    const sheets = await read('systems');
    const text = JSON.stringify(sheets);
    expect(sheets.map(({ sheet }) => sheet)).not.toContain('补记');
    for (const word of [
      '（分）',
      '重复录入用时',
      '操作（分）',
      '视频播放',
      '页面打开未操作',
      '八小时外',
      '旁屏',
      '切换',
    ]) {
      expect(text.includes(word), word).toBe(false);
    }
    expect(text).toContain('重复录入');
  });
});
