import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { type ParquetColumn, parquet } from '../../../utils/format/parquet';

const SAMPLE: readonly ParquetColumn[] = [
  { name: 'week', type: 'string', values: ['2026-W47', '2026-W48', '2026-W49'] },
  { name: '平台', type: 'string', values: ['民政', undefined, ''] },
  { name: 'seconds', type: 'integer', values: [0, 2 ** 40, undefined] },
  { name: 'share', type: 'number', values: [0.38, undefined, -1.5] },
  { name: 'complete', type: 'boolean', values: [true, undefined, false] },
];

function rowsOf(columns: readonly ParquetColumn[]) {
  return (columns[0]?.values ?? []).map((_, row) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[row] ?? null])),
  );
}

function plainNumbers(rows: readonly Record<string, unknown>[]) {
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        typeof value === 'bigint' ? Number(value) : (value ?? null),
      ]),
    ),
  );
}

async function readBack(columns: readonly ParquetColumn[]) {
  const { buffer } = parquet(columns);
  return plainNumbers(await parquetReadObjects({ file: buffer }));
}

describe('a Parquet file', () => {
  it('is read back by hyparquet', async () => {
    expect(await readBack(SAMPLE)).toEqual(rowsOf(SAMPLE));
  });

  it('is read back by DuckDB, with its types', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
    try {
      const file = join(folder, 'sample.parquet');
      writeFileSync(file, parquet(SAMPLE));
      const connection = await (await DuckDBInstance.create()).connect();
      const reader = await connection.runAndReadAll(`SELECT * FROM '${file}'`);
      expect(plainNumbers(reader.getRowObjects())).toEqual(rowsOf(SAMPLE));
      expect(reader.columnTypes().map(String)).toEqual([
        'VARCHAR',
        'VARCHAR',
        'BIGINT',
        'DOUBLE',
        'BOOLEAN',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('may have no rows', async () => {
    expect(await readBack(SAMPLE.map((column) => ({ ...column, values: [] })))).toEqual([]);
  });

  it('gives back any table, more than 14 columns and long runs of nothing too', async () => {
    const cell = {
      string: fc.string({ unit: 'grapheme', maxLength: 20 }),
      integer: fc.integer({ min: -(2 ** 40), max: 2 ** 40 }),
      number: fc.double({ noNaN: true }),
      boolean: fc.boolean(),
    };
    const column = (name: string, rows: number) =>
      fc.constantFrom(...(['string', 'integer', 'number', 'boolean'] as const)).chain((type) =>
        fc
          .array(fc.option(cell[type] as fc.Arbitrary<string>, { nil: undefined }), {
            minLength: rows,
            maxLength: rows,
          })
          .map((values): ParquetColumn => ({ name, type, values })),
      );
    const table = fc
      .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 40 }))
      .chain(([width, rows]) =>
        fc.tuple(...Array.from({ length: width }, (_, index) => column(`c${index}`, rows))),
      );
    await fc.assert(
      fc.asyncProperty(table, async (columns) => {
        expect(await readBack(columns)).toEqual(rowsOf(columns));
      }),
      { numRuns: 100 },
    );
  });

  it('is refused where columns are not equally long', () => {
    const [first] = SAMPLE as [ParquetColumn];
    expect(() => parquet([first, { name: 'b', type: 'integer', values: [1] }])).toThrow(RangeError);
  });
});
