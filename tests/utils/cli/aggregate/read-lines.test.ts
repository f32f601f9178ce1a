import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readLines } from '../../../../utils/cli/aggregate/read-lines';

const folder = mkdtempSync(join(tmpdir(), 'read-lines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIMIT = 50;

function read(text: string): { readonly lines: string[]; readonly tooLong: number; bytes: number } {
  const path = join(folder, 'lines.ndjson');
  writeFileSync(path, text);
  const lines: string[] = [];
  let tooLong = 0;
  let bytes = 0;
  readLines(
    path,
    LIMIT,
    (buffer, from, to) => lines.push(Buffer.from(buffer.slice(from, to)).toString()),
    () => {
      tooLong += 1;
    },
    (count) => {
      bytes += count;
    },
  );
  return { lines, tooLong, bytes };
}

describe('lines of a file', () => {
  it('come one by one, the last one with or without its line feed; empty ones do not', () => {
    const line = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', '{', '"', '1'), maxLength: LIMIT }),
      fc.string({ unit: fc.constantFrom('b', ','), minLength: LIMIT + 1, maxLength: 4 * LIMIT }),
    );
    fc.assert(
      fc.property(fc.array(line), fc.boolean(), (lines, ends) => {
        const text = lines.join('\n') + (ends ? '\n' : '');
        const found = read(text);
        expect(found.lines).toEqual(lines.filter((one) => one.length > 0 && one.length <= LIMIT));
        expect(found.tooLong).toBe(lines.filter((one) => one.length > LIMIT).length);
        expect(found.bytes).toBe(text.length);
      }),
    );
  });

  it('come whole across the chunks that a file is read in, and a line of 20 MB is not kept', () => {
    const lines = Array.from(
      { length: 300_000 },
      (_, index) => `line ${index} ${'x'.repeat(index % 30)}`,
    );
    const huge = 'y'.repeat(20 * 2 ** 20);
    const found = read(`${lines.join('\n')}\n${huge}\n${lines.join('\n')}`);
    expect(found.lines.length).toBe(600_000);
    expect(found.lines.every((line, index) => line === lines[index % 300_000])).toBe(true);
    expect(found.tooLong).toBe(1);
  });
});
