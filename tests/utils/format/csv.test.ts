import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../utils/format/csv';

describe('a table as CSV', () => {
  it('starts with a byte order mark and ends its lines as Windows does', () => {
    expect(toCsv(['平台', '次数'], [['民政', 3]])).toBe('\uFEFF平台,次数\r\n民政,3\r\n');
  });

  it('leaves numbers as numbers, negative ones too', () => {
    expect(toCsv(['change'], [[-12]])).toContain('\r\n-12\r\n');
  });

  it.each(['=1+1', '+8613', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=1\n+2'])(
    'lets no spreadsheet run %j',
    (text) => {
      const [, row] = Papa.parse<string[]>(toCsv(['name'], [[text]]).slice(1), {
        delimiter: ',',
        newline: '\r\n',
      }).data;
      expect(row?.[0]).toBe(`'${text}`);
    },
  );

  it('gives any text back as it was, but for the apostrophe before formulas', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), (cells) => {
        const header = cells.map((_, index) => `c${index}`);
        const [, row] = Papa.parse<string[]>(toCsv(header, [cells]).slice(1), {
          delimiter: ',',
          newline: '\r\n',
        }).data;
        expect(row).toEqual(cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)));
      }),
    );
  });
});
