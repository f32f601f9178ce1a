import { CUE_KINDS, type CueKind } from '../../../utils/domain/observation';
import { readCues } from '../../../utils/knowledge/read-page-text';
import { pageTexts } from './page-texts';

/** Cue words (任务数、排名、时限、积分、频次) that the page shows in its short texts. */
export function pageCues(): readonly CueKind[] {
  const found = new Set<CueKind>();
  for (const { text } of pageTexts(document.body, (text) => text.length <= 80)) {
    for (const cue of readCues(text)) if (isCue(cue)) found.add(cue);
    if (found.size === CUE_KINDS.length) break;
  }
  return [...found];
}

function isCue(cue: string): cue is CueKind {
  return (CUE_KINDS as readonly string[]).includes(cue);
}
