import { readOwnFile } from '../../utils/browser/own-file';
import { parseFieldConcepts } from '../../utils/knowledge/field-concepts';
import { PACKED_CONCEPTS_PATH, unpackConcepts } from '../../utils/knowledge/packed-concepts';
import { createRecognition } from './create-recognition';
import type { Recognition } from './recognition';

let loaded: Promise<Recognition> | undefined;

/**
 * What is known of fields and values, read from the package and compiled once in a worker's life.
 *
 * @throws Error where the package is damaged; the next call tries again
 */
export function loadRecognition(): Promise<Recognition> {
  loaded ??= readOwnFile(PACKED_CONCEPTS_PATH)
    .then((bytes) => createRecognition(parseFieldConcepts(unpackConcepts(bytes))))
    .catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
  return loaded;
}
