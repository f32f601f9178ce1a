import { judgeSubmission } from '../../../utils/domain/duplicates';
import { type Equivalence, learnEquivalences } from '../../../utils/domain/equivalence';
import { fixedInformation } from '../../../utils/domain/fixed-information';
import { toJudgeAgain } from '../../../utils/domain/judge-again';
import type { Submission } from '../../../utils/domain/records';
import { dayKeyAt } from '../../../utils/domain/zone';
import { concepts, Memory } from './fixtures';
import type { Fortnight } from './fortnight';

/** Judges a fortnight as it arrives, learning each night as the extension does. */
export async function judgedFortnight({ submissions }: Fortnight) {
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
