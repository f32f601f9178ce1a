import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import papa from 'papaparse';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../utils/format/csv';
import { document } from '../../../utils/format/document';
import { workbook } from '../../../utils/format/workbook';

/** Names as a hostile page, or a person with a sense of humour, may give them to a platform. */
const NAMES = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+SUM(1)',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '=HYPERLINK("http://a.example","x")',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  ']]></w:t></c></worksheet>',
  '&lt;&#60;&amp;',
  '"quoted", and\r\nbroken',
  '\u202Egnp.exe\u202C',
  'a\u0000b\u0008c',
  '\uD800 alone',
  '{{constructor}}',
  '__proto__',
  '字'.repeat(40_000),
] as const;

describe('hostile names', () => {
  it('start no formula in CSV and stay in their cells', () => {
    const { data } = papa.parse<string[]>(
      toCsv(
        ['name', 'n'],
        NAMES.map((name) => [name, 1]),
      ).slice(1),
    );
    const rows = data.filter((row) => row.length > 1).slice(1);
    expect(rows).toHaveLength(NAMES.length);
    for (const [name = '', n] of rows) {
      expect(n).toBe('1');
      expect(name).not.toMatch(/^[=+\-@\t\r]/);
    }
  });

  it('are texts in a workbook: no formula, no markup of their own', async () => {
    const bytes = workbook([
      { name: NAMES[0], header: [...NAMES.slice(0, 3)], rows: NAMES.map((name) => [name, 1]) },
    ]);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml).not.toMatch(/<(script|img)/);
    const [sheet] = await readWorkbook(Buffer.from(bytes));
    const read = (sheet?.data ?? []).slice(1).map(([name]) => name);
    expect(read).toHaveLength(NAMES.length);
    expect(read[0]).toBe('=1+1');
    expect(read[8]).toBe(NAMES[8]);
  });

  it('are texts in a document', async () => {
    const bytes = document([
      { kind: 'title', text: NAMES[8] },
      { kind: 'table', header: ['name'], rows: NAMES.map((name) => [name]) },
    ]);
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(value).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(value).not.toMatch(/<(script|img)/);
    expect(value.match(/<tr>/g)).toHaveLength(NAMES.length + 1);
  });
});
