import { describe, expect, it } from 'vitest';
import { judgeSubmission } from '../../../utils/domain/duplicates';
import { type Equivalence, learnEquivalences } from '../../../utils/domain/equivalence';
import { fixedInformation } from '../../../utils/domain/fixed-information';
import { toJudgeAgain } from '../../../utils/domain/judge-again';
import type { Submission } from '../../../utils/domain/records';
import { summariseWeek } from '../../../utils/domain/summarise';
import { dayKeyAt } from '../../../utils/domain/zone';
import { concepts, Memory, platform } from './fixtures';
import { type Fortnight, fortnight } from './fortnight';
import { weekRecords } from './week-input';

/** Judges a fortnight as it arrives, learning each night as the extension does. */
async function live({ submissions }: Fortnight) {
  const memory = new Memory();
  const judged = new Map<string, Submission>();
  let equivalences: readonly Equivalence[] = [];
  let fixed: ReadonlySet<string> = new Set();
  const judge = async (one: Submission) => {
    const judgement = await judgeSubmission(one, {
      lookup: memory.lookup,
      earlier: memory.earlier,
      fixedInformation: fixed,
      equivalences,
      concepts,
    });
    judged.set(one.id, { ...one, judgement });
  };
  const learn = async () => {
    const all = [...judged.values()];
    const before = equivalences;
    fixed = fixedInformation(all, concepts);
    equivalences = learnEquivalences(all, { dayOf, fixed });
    for (const one of toJudgeAgain(all, before, equivalences)) await judge(one);
  };
  let today = '';
  for (const one of submissions) {
    if (dayOf(one.at) !== today) await learn();
    today = dayOf(one.at);
    await judge(one);
    memory.add(one);
  }
  await learn();
  return { judged: [...judged.values()], equivalences, fixed };
}

function dayOf(at: number): string {
  return dayKeyAt(at, 'Asia/Shanghai');
}

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

async function measured(seed: number) {
  const world = fortnight(seed);
  const { judged, equivalences, fixed } = await live(world);
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
        platforms: ['mz', 'ffp', 'grid', 'safety', 'agri', 'stats', 'party', 'forms'].map((id) =>
          platform(id),
        ),
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
