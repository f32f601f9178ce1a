import { loadConcepts } from '../../utils/browser/load-concepts';
import { type ConceptLookup, roleOf } from '../../utils/domain/concept';
import type { DayKindLookup } from '../../utils/domain/day-kind';
import type { Language } from '../../utils/i18n/message';
import { conceptLookup, type FieldConcepts } from '../../utils/knowledge/field-concepts';
import { dayKindLookup } from '../../utils/knowledge/work-calendar';

/** What the summary needs beside the records. */
export interface Knowledge {
  readonly concepts: ConceptLookup;
  readonly dayKind: DayKindLookup;
  /** The name of a data item by its key: with a role, `户主联系电话`; undefined where unknown. */
  readonly conceptName: (key: string, language: Language) => string | undefined;
  /** The word lists of the package could not be read: data items stay unnamed. */
  readonly damaged: boolean;
}

let loading: Promise<Knowledge> | undefined;

/** Reads the package's own word lists, once per page. Damaged lists leave the rest standing. */
export function loadKnowledge(): Promise<Knowledge> {
  loading ??= loadConcepts()
    .then(knowledgeOf)
    .catch(() => ({ ...knowledgeOf({ version: 0, concepts: [], roles: [] }), damaged: true }));
  return loading;
}

function knowledgeOf(fieldConcepts: FieldConcepts): Knowledge {
  const concepts = conceptLookup(fieldConcepts);
  const roles = new Map(fieldConcepts.roles.map(({ id, labels }) => [id, labels[0] ?? id]));
  return {
    concepts,
    dayKind: dayKindLookup,
    conceptName: (key, language) => {
      const concept = concepts(key);
      const role = roleOf(key);
      if (concept === undefined) return undefined;
      if (language === 'zh_CN') {
        return role === undefined ? concept.zh : `${roles.get(role) ?? ''}${concept.zh}`;
      }
      return role === undefined ? concept.en : `${concept.en} (${role.replaceAll('_', ' ')})`;
    },
    damaged: false,
  };
}
