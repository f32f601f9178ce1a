/**
 * The signature of a form: the same for the same form, on any day and for any subject.
 *
 * It is SHA-256, cut to 96 bits, over the *set* of what the form asks for. An item is the field's
 * concept, or, where it is unknown, the keyed digest of its normalised label. Order and repetition
 * do not count: the rows of a growing grid do not make another form. Values and addresses never
 * enter. Where every field is known the signature is the same on every computer; where one is not,
 * it is this computer's own, since the label's digest is keyed.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import type { FormField } from './records';

export type FieldIdentity = Pick<FormField, 'concept' | 'labelDigest'>;

/** What identifies a field within its form: its concept, else its label's digest. */
export function fieldToken({ concept, labelDigest }: FieldIdentity): string {
  return concept === undefined ? `?${labelDigest}` : concept;
}

/** The signature of a form with these fields: 24 hexadecimal characters. */
export function formSignature(fields: readonly FieldIdentity[]): string {
  const tokens = [...new Set(fields.map(fieldToken))].sort();
  const hash = sha256(new TextEncoder().encode(tokens.join('\n')));
  return Array.from(hash.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Occurrences of one label that a stored form keeps: a grid of a hundred rows is still one form. */
const KEPT_OCCURRENCES = 3;

/**
 * Fits a reading of a form to the form as it is stored.
 *
 * @returns the stored fields, with those appended that the reading shows for the first time; and for
 * each field of the reading its index among them. Indices of stored fields never change; further
 * occurrences of a label beyond the third share the last index.
 */
export function alignFields(
  stored: readonly FormField[],
  reading: readonly FormField[],
): { readonly fields: readonly FormField[]; readonly indices: readonly number[] } {
  const fields = [...stored];
  const places = new Map<string, number[]>();
  for (const [index, field] of fields.entries()) append(places, fieldToken(field), index);
  const used = new Set<number>();
  const take = (field: FormField, exactly: boolean): number | undefined => {
    const place = places
      .get(fieldToken(field))
      ?.find(
        (one) => !used.has(one) && (!exactly || fields[one]?.labelDigest === field.labelDigest),
      );
    if (place !== undefined) used.add(place);
    return place;
  };
  // Two fields may ask for one item in different words: first each takes its own.
  const own = reading.map((field) => take(field, true));
  const indices = reading.map((field, index) => {
    const token = fieldToken(field);
    const alike = places
      .get(token)
      ?.filter((one) => fields[one]?.labelDigest === field.labelDigest);
    const place = own[index] ?? take(field, false) ?? alike?.[KEPT_OCCURRENCES - 1];
    if (place !== undefined) {
      fields[place] = freshened(fields[place] as FormField, field);
      return place;
    }
    fields.push(field);
    append(places, token, fields.length - 1);
    used.add(fields.length - 1);
    return fields.length - 1;
  });
  return { fields, indices };
}

/** The stored field with what only a later reading could tell: a label seen often enough, a unit. */
function freshened(stored: FormField, read: FormField): FormField {
  const label = stored.label ?? read.label;
  const unit = read.unit ?? stored.unit;
  return {
    ...stored,
    score: Math.max(stored.score, read.score),
    required: read.required,
    control: read.control,
    ...(label === undefined ? {} : { label }),
    ...(unit === undefined ? {} : { unit }),
  };
}

function append(places: Map<string, number[]>, token: string, index: number): void {
  const list = places.get(token);
  if (list === undefined) places.set(token, [index]);
  else list.push(index);
}
