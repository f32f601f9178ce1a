import { describe, expect, it } from 'vitest';
import { summariseWeek } from '../../../utils/domain/summarise';
import { platform } from './fixtures';
import { fortnight, SYSTEM_IDS } from './fortnight';
import { judgedFortnight } from './judged-fortnight';
import { weekRecords } from './week-input';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

async function measured(seed: number) {
  const world = fortnight(seed);
  const { judged, equivalences, fixed } = await judgedFortnight(world);
  const found = new Set<string>();
  for (const { id, judgement, fields } of judged) {
    for (const { field } of judgement?.reentered ?? []) {
      if (!fixed.has(fields[field]?.digest ?? '')) found.add(`${id} ${field}`);
    }
  }
  const weeks = ['2026-W47', '2026-W48'].map((week) =>
    summariseWeek(
      weekRecords({
        week,
        submissions: judged,
        forms: world.forms,
        platforms: SYSTEM_IDS.map((id) => platform(id)),
        equivalences,
        fixedInformation: fixed,
      }),
    ),
  );
  return { world, judged, found, weeks, equivalences };
}

function precisionAndRecall(found: ReadonlySet<string>, truth: ReadonlySet<string>) {
  const hits = [...found].filter((one) => truth.has(one)).length;
  return { precision: hits / found.size, recall: hits / truth.size };
}

describe('a fortnight of one cadre over eight systems', () => {
  it.each(SEEDS)('finds the re-entered fields, P ≥ 0.98 and R ≥ 0.95 (world %i)', async (seed) => {
    const { world, found } = await measured(seed);
    expect(world.truth.reentered.size).toBeGreaterThan(100);
    const { precision, recall } = precisionAndRecall(found, world.truth.reentered);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it.each(SEEDS)('finds the repeated records, P ≥ 0.98 and R ≥ 0.95 (world %i)', async (seed) => {
    const { world, weeks } = await measured(seed);
    const found = new Set(
      weeks
        .flatMap(({ reentry }) => reentry.duplicates.map(({ submission }) => submission))
        .filter((id) => !world.truth.undecided.has(id)),
    );
    expect(world.truth.duplicates.size).toBeGreaterThan(10);
    const { precision, recall } = precisionAndRecall(found, world.truth.duplicates);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it.each(SEEDS)('gives the re-entry minutes within five per cent (world %i)', async (seed) => {
    const { world, weeks } = await measured(seed);
    const ms = weeks.reduce((sum, { reentry }) => sum + reentry.ms.mid, 0);
    expect(Math.abs(ms - world.truth.reentryMs) / world.truth.reentryMs).toBeLessThanOrEqual(0.05);
  });
});
