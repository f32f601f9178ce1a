import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RESEARCH_TABLES } from '../../utils/domain/research/codebook';
import { researchTables } from '../../utils/domain/research/research-tables';
import { researchPackage } from '../../utils/format/research-package';
import { researchInput, STUDY } from './fixtures';

const EXAMPLES = [
  {
    file: 'docs/examples/read-package.py',
    // A python that was installed beside the system's own may be the one without pandas.
    programs: ['python3', '/usr/bin/python3'],
    there: ['-c', 'import pandas'],
  },
  { file: 'docs/examples/read-package.R', programs: ['Rscript'], there: ['-e', '1'] },
];

describe.each(EXAMPLES)('$file', ({ file, programs, there }) => {
  it('asks only for tables and columns that are there', () => {
    const text = readFileSync(file, 'utf8');
    const tables = [...text.matchAll(/table(?:_of)?\((?:package, )?"(\w+)"\)/g)].map(
      ([, name]) => name,
    );
    expect(tables.length).toBeGreaterThan(2);
    const known = new Map(
      RESEARCH_TABLES.map((table) => [table.name, table.columns.map(({ name }) => name)]),
    );
    for (const name of tables) expect([...known.keys()]).toContain(name);
    const columns = new Set([...known.values()].flat());
    const named = [...text.matchAll(/\b(?:weeks|times|platforms)(?:\$|\[")(\w+)/g)].map(
      ([, name = '']) => name,
    );
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => !columns.has(name))).toEqual([]);
  });

  const program = programs.find((one) => spawnSync(one, there).status === 0);
  if (program === undefined) {
    console.warn(
      `${file} is checked by its names only: ${programs[0]} or its packages are not installed.`,
    );
    return;
  }
  it('runs on a package with no hand work', () => {
    const folder = mkdtempSync(join(tmpdir(), 'research-'));
    try {
      const path = join(folder, 'package.zip');
      const rows = researchTables(researchInput());
      writeFileSync(path, researchPackage({ study: STUDY, rows, programVersion: '0.1.0' }));
      const { status, stdout, stderr } = spawnSync(program, [file, path], { encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(status).toBe(0);
      expect(stdout).toContain('weeks: 2');
      const summed = rows.get('weeks') ?? [];
      const share =
        summed.reduce((sum, row) => sum + Number(row.reentered), 0) /
        summed.reduce((sum, row) => sum + Number(row.comparable), 0);
      expect(stdout).toContain(`duplicate share: ${Math.round(share * 1000) / 1000}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
