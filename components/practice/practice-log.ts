/**
 * What would be recorded of the practice page. Everything stands in memory alone and is gone with the
 * page: no record, no digest and no database is made.
 */

/** The data items of the two pretend systems. */
export type PracticeItem = 'name' | 'number' | 'phone' | 'address' | 'size' | 'visit';
export type PracticeSystem = 'first' | 'second';

export const PRACTICE_FORMS: Readonly<Record<PracticeSystem, readonly PracticeItem[]>> = {
  first: ['name', 'number', 'phone', 'address', 'size'],
  second: ['name', 'number', 'phone', 'size', 'visit'],
};

/** Alone they tell nothing: they count only in a record that others have linked. */
const LOW: ReadonlySet<PracticeItem> = new Set(['size']);
/** Two of them are needed where nothing that identifies agrees. */
const MEDIUM: ReadonlySet<PracticeItem> = new Set(['name']);

export type PracticeEntry =
  | { readonly kind: 'action'; readonly system: PracticeSystem }
  | {
      readonly kind: 'submission';
      readonly system: PracticeSystem;
      readonly items: readonly PracticeItem[];
      /** Those that the other system had been given before with the same content. */
      readonly repeated: readonly PracticeItem[];
      /** The same content, that counts for nothing by itself. */
      readonly tooCommon: boolean;
    };

export type PracticeValues = ReadonlyMap<PracticeItem, string>;

/**
 * One submission, by the rules that the real comparison follows.
 *
 * @param earlier values of the other system's submissions
 */
export function practiceSubmission(
  system: PracticeSystem,
  values: PracticeValues,
  earlier: readonly PracticeValues[],
): PracticeEntry {
  const items = PRACTICE_FORMS[system].filter((item) => plain(values.get(item)) !== '');
  const same = items.filter((item) =>
    earlier.some((other) => plain(other.get(item)) === plain(values.get(item))),
  );
  const linked = same.some((item) => !LOW.has(item) && !MEDIUM.has(item));
  return {
    kind: 'submission',
    system,
    items,
    repeated: linked ? same : [],
    tooCommon: same.length > 0 && !linked,
  };
}

/** The same content, however it is written: 199 0000 1234 is 19900001234. */
function plain(value: string | undefined): string {
  return (value ?? '').normalize('NFKC').replace(/[\s-]/g, '').toLowerCase();
}
