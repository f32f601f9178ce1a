import { loadConcepts } from '../../utils/browser/load-concepts';
import { createRecognition } from './create-recognition';
import type { Recognition } from './recognition';

let loaded: Promise<Recognition> | undefined;

/**
 * What is known of fields and values, read from the package and compiled once in a worker's life.
 *
 * @throws Error where the package is damaged; the next call tries again
 */
export function loadRecognition(): Promise<Recognition> {
  loaded ??= loadConcepts()
    .then(createRecognition)
    .catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
  return loaded;
}
