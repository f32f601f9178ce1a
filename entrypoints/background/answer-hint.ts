import { digest } from '../../utils/domain/digest';
import { parseHintQuestion } from '../../utils/domain/observation-schema';
import { DEFAULT_SETTINGS, mayRecord } from '../../utils/domain/settings';
import { weekAt } from '../../utils/domain/week';
import { countPlatformsThatAsked } from '../../utils/storage/platforms-that-asked';
import { loadKeys } from './keys';
import { addressOf, type MessageSender, type RecordDependencies } from './record';

/**
 * On how many other platforms the data item of a field was entered this week; 0 where the person has
 * not switched the hint on, or the page is none of a platform on the list. Only the field's labels are
 * looked at, and nothing is kept of the question.
 */
export async function answerHint(
  message: unknown,
  sender: MessageSender,
  { now, openDatabase, readStored, loadRecognition, resolvePlatform }: RecordDependencies,
): Promise<number> {
  const field = parseHintQuestion(message)?.field;
  const address = addressOf(sender);
  const stored = await readStored();
  if (field === undefined || address === undefined) return 0;
  if (stored.settings?.hint !== true || !mayRecord(stored, now())) return 0;
  const [database, recognition] = await Promise.all([openDatabase(), loadRecognition()]);
  const here = resolvePlatform(address, await database.platforms.toArray())?.id;
  if (here === undefined) return 0;
  const { concept, family, label } = recognition.recogniseField(field);
  const known = concept === undefined ? undefined : recognition.concepts(concept);
  if (known?.generic || known?.meta || (concept === undefined && label === '')) return 0;
  const { wording } = await loadKeys(database, now());
  const labelDigest = await digest(wording, 'label', label);
  const { from } = weekAt(now(), stored.settings.zone ?? DEFAULT_SETTINGS.zone);
  return countPlatformsThatAsked(database, here, from, (one) =>
    one.concept === undefined || family === undefined
      ? concept === undefined && one.labelDigest === labelDigest
      : recognition.concepts(one.concept)?.family === family,
  );
}
