import { readOwnJson } from '../../utils/browser/own-file';
import { FIELD_CONCEPTS_PATH, parseFieldConcepts } from '../../utils/knowledge/field-concepts';
import { createRecognition } from './create-recognition';
import type { Recognition } from './recognition';

let loaded: Promise<Recognition> | undefined;

/**
 * What is known of fields and values, read from the package and compiled once in a worker's life.
 *
 * @throws Error where the package is damaged; the next call tries again
 */
export function loadRecognition(): Promise<Recognition> {
  loaded ??= readOwnJson(FIELD_CONCEPTS_PATH)
    .then((json) => createRecognition(parseFieldConcepts(json)))
    .catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
  return loaded;
}
