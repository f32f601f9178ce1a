/**
 * The family that a value is compared in. A concept has one (all addresses are one); but a value with
 * a form of its own is what it is in whatever field it stands: an ID number typed as 社会保障号, a
 * mobile number in a field for landlines.
 */

import type { Concept } from '../domain/concept';
import type { DetectedShape } from './value-shape';

const FAMILY_OF_SHAPE: ReadonlyMap<DetectedShape, string> = new Map([
  ['idcard18', 'person.id_number'],
  ['phone', 'phone'],
  ['uscc18', 'org.uscc'],
  ['bankcard', 'person.bank_card'],
  ['email', 'person.email'],
  ['plate', 'person.plate_number'],
]);

/**
 * @param concept of the field, where known
 * @param shape what `detectShape` says of the value
 * @returns undefined where neither tells: only the domain common to all fields is left
 */
export function familyOfValue(
  concept: Pick<Concept, 'family'> | undefined,
  shape: DetectedShape,
): string | undefined {
  return FAMILY_OF_SHAPE.get(shape) ?? concept?.family;
}
