import { conceptIdOf } from '../../utils/domain/concept';
import type { FieldReading } from '../../utils/domain/observation';
import { isProofLabel } from '../../utils/domain/screenshot';
import { conceptLookup, type FieldConcepts } from '../../utils/knowledge/field-concepts';
import { dictionaryHeadings } from '../../utils/knowledge/heading-words';
import { type ConceptMatch, createConceptMatcher } from '../../utils/knowledge/match-concept';
import { normaliseLabel } from '../../utils/knowledge/normalise-label';
import {
  detectShape,
  normaliseValue,
  type ValueQuery,
} from '../../utils/knowledge/normalise-value';
import { toSimplified } from '../../utils/knowledge/traditional';
import { familyOfValue } from '../../utils/knowledge/value-family';
import type { DetectedShape, ValueShape } from '../../utils/knowledge/value-shape';
import type { ComparableValue, RecognisedField, Recognition } from './recognition';

/** Controls that offer a few answers: one option of a few tells nothing by itself. */
const OPTION_CONTROLS: ReadonlySet<FieldReading['control']> = new Set([
  'select',
  'radio',
  'checkbox',
  'switch',
]);

/** Everything that recording asks about fields and values, from the compiled field concepts. */
export function createRecognition(knowledge: FieldConcepts): Recognition {
  const concepts = conceptLookup(knowledge);
  const units = new Map(knowledge.concepts.map(({ id, unit }) => [id, unit]));
  const unitOf = (key: string) => units.get(conceptIdOf(key));
  const matcher = createConceptMatcher(knowledge);
  const dictionaryHeading = dictionaryHeadings(knowledge);
  const recognised = (field: FieldReading, match: ConceptMatch | undefined): RecognisedField => {
    const { text, unit } = mainLabel(field);
    const family = match === undefined ? undefined : concepts(match.key)?.family;
    return {
      ...(match === undefined ? {} : { concept: match.key }),
      ...(family === undefined ? {} : { family }),
      score: match?.score ?? 0,
      label: text,
      inDictionary: text !== '' && dictionaryHeading(text) === text,
      ...(unit === undefined ? {} : { unit }),
    };
  };
  return {
    concepts,
    recogniseField(field, value) {
      const shape = value === undefined ? undefined : detectShape(value);
      const query = { ...field, ...(shape === undefined ? {} : { shape }) };
      return recognised(field, matcher.matchConcept(query));
    },
    recogniseForm({ fields }) {
      const matches = matcher.matchForm(fields);
      return fields.map((field, index) => recognised(field, matches[index]));
    },
    dictionaryHeading,
    isProofLabel,
    comparableValue(value, field, { concept, unit }, at) {
      const known = concept === undefined ? undefined : concepts(concept);
      const ownUnit = unit ?? field.unit ?? (concept === undefined ? undefined : unitOf(concept));
      const detected = detectShape(value);
      const any = shapeToCompare(detected);
      const shape = OPTION_CONTROLS.has(field.control) ? 'enum' : any;
      const family = familyOfValue(known, detected);
      // An ID number is one in whatever field it stands, and tells as much.
      const byItself = family !== undefined && family !== known?.family;
      const compared = normaliseValue(value, {
        shape: byItself ? any : ((known?.shape as ValueShape | undefined) ?? shape),
        entropy: byItself ? 'high' : (known?.entropy ?? (shape === 'enum' ? 'low' : 'medium')),
        at,
        ...(ownUnit === undefined ? {} : { unit: ownUnit }),
      } satisfies ValueQuery);
      if (!compared.comparable) return undefined;
      const loose = normaliseValue(value, { shape: any, entropy: 'medium', at });
      return {
        text: compared.canonical,
        entropy: compared.entropy,
        ...(family === undefined ? {} : { family }),
        ...(loose.comparable ? { anyText: loose.canonical } : {}),
      } satisfies ComparableValue;
    },
  };
}

/** The first label that says anything, of those that belong to the field itself. */
function mainLabel({ labels }: FieldReading): { readonly text: string; readonly unit?: string } {
  const read = labels
    .filter(({ source }) => source !== 'name' && source !== 'legend')
    .map(({ text }) => normaliseLabel(text, toSimplified));
  const unit = read.find((label) => label.unit !== undefined)?.unit;
  const text = read.find((label) => label.text !== '')?.text ?? '';
  return { text, ...(unit === undefined ? {} : { unit }) };
}

function shapeToCompare(detected: DetectedShape): ValueShape {
  return detected === 'empty' ? 'text' : detected;
}
