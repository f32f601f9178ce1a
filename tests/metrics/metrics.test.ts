import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RESEARCH_TABLES } from '../../utils/domain/research/codebook';
import { FIGURE_NAMES } from '../../utils/i18n/definitions';
import { readVectors } from '../vectors/read-vectors';
import { metricsText } from './metrics-text';
import { THREATS } from './threats';

describe('METRICS.md', () => {
  it('says what the program says today (npm run docs)', () => {
    expect(readFileSync('METRICS.md', 'utf8')).toBe(metricsText());
  });

  it('has a vector for every figure', () => {
    const measures = new Set(readVectors().map(({ vector }) => vector.measure));
    expect(FIGURE_NAMES.filter((name) => !measures.has(name))).toEqual([]);
  });

  it('names modules and columns that are there', () => {
    const columns = new Set(
      RESEARCH_TABLES.flatMap((table) => table.columns.map(({ name }) => `${table.name}.${name}`)),
    );
    for (const { module, columns: named = [] } of Object.values(THREATS)) {
      expect(existsSync(`utils/domain/${module}.ts`), module).toBe(true);
      expect(named.filter((column) => !columns.has(column))).toEqual([]);
    }
  });
});
