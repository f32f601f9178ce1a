import type { StoredSettings } from '../domain/settings';
import { type FieldConcepts, parseFieldConcepts } from '../knowledge/field-concepts';
import { conceptsOf, PACKED_CONCEPTS_PATH, unpackConcepts } from '../knowledge/packed-concepts';
import { takeWords } from '../knowledge/packed-words';
import { unpackedText } from '../storage/unpacked-knowledge';
import { readOwnFile } from './own-file';
import { readStored } from './settings';

/** How long unpacking goes on before others have their turn. */
const STEP_MS = 30;

/**
 * The field concepts of the package. The first time after an install or an update they are unpacked, and
 * kept so where the person has agreed to recording: before that no database is made, not even for words.
 *
 * @throws Error where the package is damaged
 */
export async function loadConcepts(): Promise<FieldConcepts> {
  const [packed, { consent }] = await Promise.all([
    readOwnFile(PACKED_CONCEPTS_PATH),
    readStored().catch((): StoredSettings => ({})),
  ]);
  const columns =
    consent === undefined
      ? await unpackInSteps(packed)
      : await unpackedText(PACKED_CONCEPTS_PATH, packed, unpackInSteps);
  const root = conceptsOf(columns);
  if ('words' in root) takeWords(root.words);
  return parseFieldConcepts(root);
}

function unpackInSteps(packed: Uint8Array): Promise<string> {
  let since = performance.now();
  return unpackConcepts(packed, () => {
    if (performance.now() - since < STEP_MS) return undefined;
    return new Promise<void>((goOn) => setTimeout(goOn)).then(() => {
      since = performance.now();
    });
  });
}
