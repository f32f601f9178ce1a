import { isEntered } from '../domain/entered';
import { platformScope } from '../domain/platform-scope';
import type { SubmittedField } from '../domain/records';
import type { Database } from './database';

/**
 * On how many platforms other than `here` such a field was entered and accepted since `from`, epoch ms;
 * merged platforms are one.
 */
export async function countPlatformsThatAsked(
  database: Database,
  here: string,
  from: number,
  isAsked: (field: SubmittedField) => boolean,
): Promise<number> {
  const { idOf } = platformScope(await database.platforms.toArray());
  const recent = await database.submissions.where('at').aboveOrEqual(from).toArray();
  const found = new Set<string>();
  for (const { platform, outcome, fields } of recent) {
    const id = outcome === 'accepted' ? idOf(platform) : undefined;
    if (id === undefined || id === idOf(here) || found.has(id)) continue;
    if (fields.some((field) => isEntered(field) && isAsked(field))) found.add(id);
  }
  return found.size;
}
