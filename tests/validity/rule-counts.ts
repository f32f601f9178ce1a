import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a bench found for one rule or step: right, wrongly claimed, missed, and rightly not claimed. */
export interface RuleCounts {
  readonly bench: string;
  readonly rule: string;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly negatives: number | undefined;
}

/** Names under which benches write a count. */
const NAMES = {
  right: ['right', 'truePositive', 'foundCopies'],
  wrong: ['wrong', 'falsePositive', 'falsePairs'],
  missed: ['missed', 'falseNegative'],
  negatives: ['trueNegative', 'negatives', 'pairs', 'traps'],
} as const;
const LABELS = ['split', 'set', 'of', 'step', 'rule', 'kind', 'name'] as const;

type Row = Readonly<Record<string, unknown>>;

/** Every row of counts in the JSON files that the benches wrote into a folder. */
export function readRuleCounts(folder: string): readonly RuleCounts[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) =>
      countsIn(JSON.parse(readFileSync(join(folder, file), 'utf8')), file.slice(0, -5)),
    );
}

export function countsIn(value: unknown, bench: string, path = ''): readonly RuleCounts[] {
  if (Array.isArray(value)) return value.flatMap((one) => countsIn(one, bench, path));
  if (typeof value !== 'object' || value === null) return [];
  const row = value as Row;
  const right = numberOf(row, NAMES.right);
  const wrong = numberOf(row, NAMES.wrong);
  const missed =
    numberOf(row, NAMES.missed) ??
    (typeof row.copies === 'number' && right !== undefined ? row.copies - right : undefined);
  if (right !== undefined && wrong !== undefined && missed !== undefined) {
    const words = LABELS.flatMap((label) => (typeof row[label] === 'string' ? [row[label]] : []));
    const rule = [path, ...words].filter((word) => word !== '').join(' ');
    return [{ bench, rule, right, wrong, missed, negatives: numberOf(row, NAMES.negatives) }];
  }
  return Object.entries(row).flatMap(([key, below]) =>
    key === 'confusions'
      ? []
      : countsIn(below, bench, ['rows', 'tallies'].includes(key) ? path : `${path} ${key}`.trim()),
  );
}

function numberOf(row: Row, names: readonly string[]): number | undefined {
  for (const name of names) if (typeof row[name] === 'number') return row[name] as number;
  return undefined;
}
