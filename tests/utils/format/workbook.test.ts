import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { type Sheet, workbook } from '../../../utils/format/workbook';

async function read(sheets: readonly Sheet[]) {
  return readWorkbook(Buffer.from(workbook(sheets)));
}

const xmlOf = (sheets: readonly Sheet[], path: string) =>
  strFromU8(unzipSync(workbook(sheets))[path] ?? new Uint8Array());

describe('a workbook', () => {
  it('gives back its sheets, texts and numbers', async () => {
    const sheets = await read([
      {
        name: '各平台',
        header: ['平台', '提交'],
        rows: [
          ['民政综合平台', 12],
          ['a & <b>', -1.5],
        ],
      },
      { name: '指标说明', header: ['指标', '含义'], rows: [['提交', '第一行\n第二行']] },
    ]);
    expect(sheets).toEqual([
      {
        sheet: '各平台',
        data: [
          ['平台', '提交'],
          ['民政综合平台', 12],
          ['a & <b>', -1.5],
        ],
      },
      {
        sheet: '指标说明',
        data: [
          ['指标', '含义'],
          ['提交', '第一行\n第二行'],
        ],
      },
    ]);
  });

  it('is the same file at any time and in any zone', () => {
    const sheets = [{ name: 'a', header: ['x'], rows: [['y', 1]] }];
    const before = process.env.TZ;
    const files = ['Asia/Shanghai', 'America/New_York'].map((zone) => {
      process.env.TZ = zone;
      return workbook(sheets);
    });
    process.env.TZ = before;
    expect(files[0]).toEqual(files[1]);
  });

  it('holds no formula, and marks what begins like one as a text', () => {
    const texts = ['=1+1', '+8613', '-2+3', '@SUM(A1)', '\t=1'];
    const xml = xmlOf(
      [{ name: 'a', header: ['x'], rows: texts.map((text) => [text]) }],
      'xl/worksheets/sheet1.xml',
    );
    expect(xml).not.toContain('<f');
    expect(xml.match(/ s="2" t="inlineStr"/g)).toHaveLength(texts.length);
    expect(xmlOf([{ name: 'a', header: ['x'], rows: [] }], 'xl/styles.xml')).toContain(
      '<xf quotePrefix="1"',
    );
  });

  it('prints as wide as the page with its header on each, and shows all lines of a text', () => {
    const sheets: Sheet[] = [
      {
        name: "领导's 表",
        header: ['表名', '重复数据项'],
        rows: [
          ['甲', '户主姓名、'.repeat(20)],
          ['乙', '一'],
        ],
        widths: [20, 40],
      },
      { name: 'b', header: ['x'], rows: [], widths: [120] },
    ];
    const sheet = xmlOf(sheets, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toContain('orientation="portrait" fitToHeight="0"');
    expect(xmlOf(sheets, 'xl/worksheets/sheet2.xml')).toContain('orientation="landscape"');
    // 200 signs of Latin width in a column of 40: six lines.
    expect(sheet).toContain('<row r="2" ht="90" customHeight="1">');
    expect(sheet).toContain('<row r="3">');
    expect(xmlOf(sheets, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'领导''s 表'!$1:$1</definedName>`,
    );
  });

  it('names sheets as spreadsheet programs accept, each once', async () => {
    const sheets = await read(
      ['一/二:三', '一 二 三', 'x'.repeat(40), `${'x'.repeat(35)}y`, ''].map((name) => ({
        name,
        header: ['a'],
        rows: [],
      })),
    );
    const names = sheets.map(({ sheet }) => sheet);
    expect(names.slice(0, 2)).toEqual(['一 二 三', '一 二 三 2']);
    expect(new Set(names).size).toBe(5);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
  });

  it('writes columns beyond Z in their place', async () => {
    const header = Array.from({ length: 60 }, (_, index) => `c${index}`);
    const [sheet] = await read([{ name: 'a', header, rows: [header.map((_, index) => index)] }]);
    expect(sheet?.data).toEqual([header, header.map((_, index) => index)]);
  });

  it('leaves what is not a number of this world empty', async () => {
    const [sheet] = await read([
      { name: 'a', header: ['a', 'b', 'c'], rows: [[Number.NaN, Infinity, 1]] },
    ]);
    expect(sheet?.data[1]).toEqual([null, null, 1]);
  });

  it('gives any printable text back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
        fc.pre(text.trim() === text);
        const [sheet] = await read([{ name: 'a', header: ['h'], rows: [[text]] }]);
        expect(sheet?.data[1]).toEqual([text]);
      }),
      { numRuns: 60 },
    );
  });

  it('drops signs that XML cannot hold instead of breaking the file', async () => {
    const [sheet] = await read([
      { name: 'a\u0001', header: ['h'], rows: [['a\u0000b\ud800c\uffff']] },
    ]);
    expect(sheet?.data[1]).toEqual(['abc']);
  });
});
