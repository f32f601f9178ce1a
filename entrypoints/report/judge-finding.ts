import type { Judgement } from '../../components/summary/findings-part';
import type { Finding } from '../../utils/domain/records';
import { openDatabase } from '../../utils/storage/open-database';

/**
 * Keeps what the person says of a finding. A rejected one stays away until there is evidence newer
 * than what was rejected.
 */
export async function judgeFinding(finding: Finding, judgement: Judgement): Promise<void> {
  const { id, rule, ruleVersion, platform, grade, n, firstAt, lastAt, exempt, recurred } = finding;
  const database = await openDatabase();
  await database.findings.put({
    id,
    rule,
    ruleVersion,
    platform,
    grade,
    status: judgement,
    n,
    firstAt,
    lastAt,
    exempt,
    ...(judgement === 'rejected' ? { rejectedUpTo: lastAt } : {}),
    // What came back once stays marked, also when the sheet it was reported on is deleted.
    ...(recurred === true ? { recurred } : {}),
  });
}

/** Takes the person's judgement back: the rules decide anew. */
export async function forgetJudgement(id: string): Promise<void> {
  const database = await openDatabase();
  await database.findings.delete(id);
}
