import { alignFields } from '../domain/form-signature';
import type { Form, FormField } from '../domain/records';
import { DAY_MS, HOUR_MS } from '../domain/time-constants';
import type { Database } from './database';
import type { FoldContext } from './fold-context';

/** A form as it was read, with its labels turned into concepts and digests; still in memory. */
export interface PreparedForm {
  readonly signature: string;
  readonly library: string;
  /** `label` is set only where it is in the dictionary. */
  readonly fields: readonly FormField[];
  /** Normalised texts of the labels that are not in the dictionary, by label digest. */
  readonly unknownLabels: ReadonlyMap<string, string>;
  /** Only where every word is in the dictionary. */
  readonly heading?: string;
}

/** When a form was last seen is only rewritten when it is older than this. */
const SEEN_GRAIN_MS = HOUR_MS;
const LABEL_PREFIX = 'label:';

/** The first day on which an unknown label was seen; its text is not kept before the second. */
interface SeenLabel {
  readonly day: number;
  readonly at: number;
}

/**
 * Keeps the structure of a form.
 *
 * @returns for each field of the reading, its index in the stored form
 */
export async function foldForm(
  context: FoldContext,
  form: PreparedForm,
  at: number,
): Promise<readonly number[]> {
  const { database, platform } = context;
  const familiar = await familiarLabels(database, form.unknownLabels, at);
  const reading = form.fields.map((field) => {
    const label = field.label ?? familiar.get(field.labelDigest);
    return label === undefined ? field : { ...field, label };
  });
  const known = await database.forms.get([platform, form.signature]);
  const { fields, indices } = alignFields(known?.fields ?? [], reading);
  const heading = form.heading ?? known?.heading;
  const next: Form = {
    platform,
    signature: form.signature,
    fields,
    library: form.library,
    firstSeenAt: Math.min(known?.firstSeenAt ?? at, at),
    lastSeenAt: Math.max(known?.lastSeenAt ?? at, at),
    ...(heading === undefined ? {} : { heading }),
  };
  const fresh =
    known === undefined ||
    Math.abs(at - known.lastSeenAt) >= SEEN_GRAIN_MS ||
    JSON.stringify([fields, heading]) !== JSON.stringify([known.fields, known.heading]);
  if (fresh) await database.forms.put(next);
  return indices;
}

/**
 * Of the unknown labels those that were seen on at least two days, with their texts. A label can hold
 * a person's name: what stands on one day's page only is kept as a digest alone, and what looks like
 * a number of a person is never kept.
 */
async function familiarLabels(
  database: Database,
  unknown: ReadonlyMap<string, string>,
  at: number,
): Promise<ReadonlyMap<string, string>> {
  const digests = [...unknown.keys()];
  const day = dayNumber(at);
  const rows = await database.state.bulkGet(digests.map((digest) => LABEL_PREFIX + digest));
  const fresh = digests.filter((_, index) => rows[index] === undefined);
  if (fresh.length > 0) {
    const value: SeenLabel = { day, at };
    await database.state.bulkPut(fresh.map((digest) => ({ key: LABEL_PREFIX + digest, value })));
  }
  return new Map(
    digests.flatMap((digest, index) => {
      const seen = rows[index]?.value as SeenLabel | undefined;
      const text = unknown.get(digest) ?? '';
      if (seen === undefined || seen.day === day || /\d{5}/.test(text)) return [];
      return [[digest, text] as const];
    }),
  );
}

/** Only whether two days differ matters here, so the week's zone need not be known. */
function dayNumber(at: number): number {
  return Math.floor((at + 8 * HOUR_MS) / DAY_MS);
}

/** Forgets unknown labels that were not seen again: first seen before `before`. */
export async function forgetLabels(database: Database, before: number): Promise<void> {
  await database.state
    .where('key')
    .startsWith(LABEL_PREFIX)
    .filter(({ value }) => (value as SeenLabel).at < before)
    .delete();
}
