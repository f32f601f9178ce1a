import { useEffect, useState } from 'preact/hooks';
import { language, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { type Knowledge, loadKnowledge } from '../report/load-knowledge';

/** The names of data items, once they are read. */
export function useKnowledge(): Knowledge | undefined {
  const [knowledge, setKnowledge] = useState<Knowledge>();
  useEffect(() => void loadKnowledge().then(setKnowledge), []);
  return knowledge;
}

export function itemNames(knowledge: Knowledge | undefined, concepts: readonly string[]): string {
  return concepts
    .map((key) => knowledge?.conceptName(key, language.value) ?? key)
    .join(t(common.list));
}
