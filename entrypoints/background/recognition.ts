import type { ConceptLookup } from '../../utils/domain/concept';
import type { FieldReading, FormReading } from '../../utils/domain/observation';
import type { SubmittedField } from '../../utils/domain/records';

/**
 * What is known of fields and values, asked while an observation is turned into records. The answers
 * stay in memory: digests, concepts and classes are what is kept of them.
 */
export interface Recognition {
  readonly concepts: ConceptLookup;
  /** @param value what was entered: its shape can tell what a label does not */
  recogniseField(field: FieldReading, value?: string): RecognisedField;
  /** The fields of a form, each in the light of the others. */
  recogniseForm(form: Pick<FormReading, 'fields'>): readonly RecognisedField[];
  /** The value as it is compared; undefined where it is not comparable at all. */
  comparableValue(
    value: string,
    field: FieldReading,
    recognised: RecognisedField,
    at: number,
  ): ComparableValue | undefined;
  /** The heading, where every word of it is in the dictionary. */
  dictionaryHeading(heading: string): string | undefined;
  isProofLabel(label: string): boolean;
}

export interface RecognisedField {
  /** `person.phone` or `person.phone@householder`; absent where unknown. */
  readonly concept?: string;
  /** Family of comparable concepts; absent where the concept is unknown. */
  readonly family?: string;
  readonly score: number;
  /** The label, normalised. Empty where the field has none. */
  readonly label: string;
  /** The label is one of the dictionary's: it can hold nothing of a person. */
  readonly inDictionary: boolean;
  readonly unit?: string;
}

export interface ComparableValue {
  /** Normalised by the shape of the concept. */
  readonly text: string;
  /** Normalised without regard to a concept; absent where it tells too little without one. */
  readonly anyText?: string;
  /** Family that the value is compared in; absent where neither concept nor shape tells. */
  readonly family?: string;
  readonly entropy: SubmittedField['entropy'];
}
