import { CUE_KINDS, type CueKind } from '../../../utils/domain/observation';
import { readCues } from '../../../utils/knowledge/read-page-text';
import { atOnce, type Steps } from '../in-slices';
import { type PageText, readTexts } from './page-texts';

const LONGEST_CUE = 80;
/** So many texts are one step. */
const STEP = 8;

/** Cue words (任务数、排名、时限、积分、频次) that the page shows in its short texts. */
export function* cuesIn(texts: readonly PageText[]): Steps<readonly CueKind[]> {
  const found = new Set<CueKind>();
  const read = new Set<string>();
  for (const { text } of texts) {
    if (text.length > LONGEST_CUE || !/\p{L}/u.test(text)) continue;
    const said = withoutNumber(text);
    if (read.has(said)) continue;
    read.add(said);
    if (read.size % STEP === 0) yield;
    for (const cue of readCues(said)) if (isCue(cue)) found.add(cue);
    if (found.size === CUE_KINDS.length) break;
  }
  return [...found];
}

/** The rows of a list say the same but for the number at their end, whose value is no cue. */
function withoutNumber(text: string): string {
  return text.trim().replace(/\d+$/, (digits) => '0'.repeat(digits.length));
}

/** The cue words that the page shows at this moment. */
export function pageCues(): readonly CueKind[] {
  return atOnce(cuesIn(atOnce(readTexts(document.body))));
}

function isCue(cue: string): cue is CueKind {
  return (CUE_KINDS as readonly string[]).includes(cue);
}
