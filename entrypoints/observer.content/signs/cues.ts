import { CUE_KINDS, type CueKind } from '../../../utils/domain/observation';
import { readCues } from '../../../utils/knowledge/read-page-text';
import { atOnce, type Steps } from '../in-slices';
import { type PageText, readTexts } from './page-texts';

const LONGEST_CUE = 80;

/** Cue words (任务数、排名、时限、积分、频次) that the page shows in its short texts. */
export function* cuesIn(texts: readonly PageText[]): Steps<readonly CueKind[]> {
  const found = new Set<CueKind>();
  for (const { text } of texts) {
    if (text.length > LONGEST_CUE) continue;
    for (const cue of readCues(text)) if (isCue(cue)) found.add(cue);
    if (found.size === CUE_KINDS.length) break;
    yield;
  }
  return [...found];
}

/** The cue words that the page shows at this moment. */
export function pageCues(): readonly CueKind[] {
  return atOnce(cuesIn(atOnce(readTexts(document.body))));
}

function isCue(cue: string): cue is CueKind {
  return (CUE_KINDS as readonly string[]).includes(cue);
}
