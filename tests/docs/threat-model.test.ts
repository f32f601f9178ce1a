import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('docs/threat-model.md', 'utf8');
const rows = [
  ...text.matchAll(/^\| (?!threat|---)(.+?) \| .+ \| `(tests\/[^`]+)`: (.+) \|$/gm),
].map(([, threat = '', file = '', title = '']) => ({ threat, file, title }));

describe('the threat model', () => {
  it('names a test for every threat', () => {
    const lines = text.split('\n').filter((line) => /^\| (?!threat)/.test(line));
    expect(rows).toHaveLength(lines.length);
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rows)('is held against: $threat', ({ file, title }) => {
    expect(existsSync(file), file).toBe(true);
    const titles = [
      ...readFileSync(file, 'utf8').matchAll(/\b(?:it|describe)\b[^'"`]*?(['"`])(.+?)\1,/gs),
    ];
    const told = titles.map(([, , words = '']) => words.replaceAll('\\', ''));
    expect(
      told.some((words) => words.includes(title)),
      `${file} has no test "${title}"`,
    ).toBe(true);
  });
});
