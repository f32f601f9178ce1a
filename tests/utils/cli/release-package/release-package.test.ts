import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, it } from 'vitest';
import {
  RELEASE_TABLES,
  releaseTables,
} from '../../../../utils/cli/release-package/release-tables';
import { readPackage } from '../../../../utils/cli/replay/read-package';
import type { Release } from '../../../../utils/domain/contribution/release';
import { releaseText } from '../../../../utils/domain/contribution/release-file';

function release(week: string, digit: string): Release {
  return {
    collection: 'QS-2026-4.0123456789abcdef',
    weeks: [week],
    mode: 'sealed',
    k: 10,
    people: 40,
    rows: [
      {
        key: 'all',
        kind: 'all',
        name: 'all',
        people: 40,
        sums: { minutes: 9600, fillings: 800, comparable: 4000, reentered: 1000, repeats: 0 },
        duplicateShare: 0.25,
      },
      {
        key: 'form/f.household',
        kind: 'form',
        name: 'f.household',
        people: 30,
        sums: { fillings: 300 },
        each: { low: 4.5, mid: 6, high: 9.25 },
        hours: { low: 22.5, mid: 30, high: 46.25 },
      },
      { key: 'remainder/all', kind: 'remainder', name: 'all', sums: { minutes: 1200 } },
    ],
    zombies: ['study.xuexi'],
    source: digit.repeat(64),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'releases-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const run = (...words: readonly string[]) =>
  spawnSync('npx', ['--no-install', 'tsx', 'utils/cli/release-package/index.ts', ...words], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });

describe('npm run package:releases', () => {
  it('makes one package of all releases, with what they print and nothing else', async () => {
    const out = join(folder, 'package.zip');
    const { status, stderr } = run(
      '--out',
      out,
      file('one.json', releaseText(release('2026-W40', 'a'))),
      file('other.json', releaseText(release('2026-W41', 'b'))),
    );
    expect(stderr).toContain('2 releases');
    expect(status).toBe(0);
    const bytes = readFileSync(out);
    const tables = readPackage(bytes);
    expect([...tables.keys()]).toEqual(RELEASE_TABLES.map(({ name }) => name));
    expect(tables.get('releases')?.map((row) => [row.release, row.first_week])).toEqual([
      ['a'.repeat(16), '2026-W40'],
      ['b'.repeat(16), '2026-W41'],
    ]);
    const [all, form, rest] = tables.get('sums') ?? [];
    expect(all).toMatchObject({ kind: 'all', minutes: '9600', duplicate_share: '0.25' });
    // Nothing was printed of check-ins; nothing was counted of repeated uploads.
    expect(all).toMatchObject({ check_ins: '', repeats: '0' });
    expect(form).toMatchObject({ each_minutes_high: '9.25', hours: '30', minutes: '' });
    expect(rest).toMatchObject({ kind: 'remainder', people: '' });
    expect(tables.get('idle_platforms')).toHaveLength(2);
    const parquet = unzipSync(bytes)['data/sums.parquet']?.slice().buffer as ArrayBuffer;
    const rows = await parquetReadObjects({ file: parquet });
    expect(rows.map(({ row, minutes }) => [row, minutes == null ? null : Number(minutes)])).toEqual(
      (tables.get('sums') ?? []).map(({ row, minutes }) => [
        row,
        minutes === '' ? null : Number(minutes),
      ]),
    );
  }, 60_000);

  it('writes nothing where a file is no release', () => {
    const out = join(folder, 'nothing.zip');
    const { status, stderr } = run('--out', out, file('no.json', '{"schema":"something"}'));
    expect(status).toBe(1);
    expect(stderr).toContain('is no release');
    expect(existsSync(out)).toBe(false);
  }, 60_000);

  it('takes no release twice', () => {
    expect(() => releaseTables([release('2026-W40', 'a'), release('2026-W40', 'a')])).toThrow(
      'twice',
    );
  });
});
