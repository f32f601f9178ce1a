import type { CueKind } from '../../../utils/domain/observation';
import { pageTexts } from './page-texts';
import { cuesOfText } from './words';

/** Cue words (任务数、排名、时限、积分、频次) that the page shows in its short texts. */
export function pageCues(): readonly CueKind[] {
  const found = new Set<CueKind>();
  for (const { text } of pageTexts(document.body, (text) => text.length <= 60)) {
    for (const cue of cuesOfText(text)) found.add(cue);
    if (found.size === 5) break;
  }
  return [...found];
}
