import type { PageSignsObservation } from '../../../utils/domain/observation';
import { readState } from '../../../utils/knowledge/read-page-text';
import { isVisible, queryAll, queryFirst } from '../forms/dom';
import { oneLine, visibleText } from '../forms/text';
import type { Steps } from '../in-slices';

type State = PageSignsObservation['state'];

/** A page with more visible text than this works, whatever words stand in it. */
const SHORT_PAGE = 400;
const LONGEST_LINE = 80;
const MAX_PARTS = 400;
/** So many lines are one step. */
const STEP = 16;
const ASIDE =
  'nav, footer, header, [class*="footer" i], [id*="footer" i], [class~="foot" i], [class~="nav" i], [class*="navbar" i], [class*="menu" i], [class*="crumb" i], [class*="copyright" i]';
/** What weighs more comes first: a closed site also says that it cannot be reached. */
const STATES: readonly State[] = ['closed', 'maintenance', 'error', 'under-construction'];

/**
 * Whether the page works: `error`, `maintenance`, `closed`, `under-construction` and `blank` only
 * where the page as a whole says so, never because of a word in a sentence.
 *
 * @param rows Rows of the longest list: a page with a list works, whatever one of its parts says.
 */
export function* pageState(rows = 0): Steps<State> {
  const status = responseStatus();
  const main = visibleText(document.body, SHORT_PAGE + 100, (element) => element.matches(ASIDE));
  if (main.length <= SHORT_PAGE && rows < 2) {
    const said = new Set<ReturnType<typeof readState>>();
    for (const [index, line] of shortLines().entries()) {
      if (index % STEP === 0) yield;
      said.add(readState(line));
    }
    const state = STATES.find((one) => one !== 'normal' && said.has(one as 'error'));
    if (state !== undefined) return state;
  }
  if (status >= 400) return 'error';
  return main === '' && isEmptyPage() ? 'blank' : 'normal';
}

/** Words of a server that works: the page is not there, or not for this person. */
const ANSWER = /40[134]|不存在|未找到|找不到|走丢|丢失|被删除|权限|拒绝|forbidden|not ?found/i;

/** Whether an error page is an answer of a server that works, and no failure of it. */
export function isAnswer(): boolean {
  const status = responseStatus();
  // 408 and 429 come of a server that cannot cope.
  if (status >= 400) return status < 500 && status !== 408 && status !== 429;
  return shortLines().some((line) => ANSWER.test(line));
}

/** The status of the document's own request; 0 where it is not told. */
function responseStatus(): number {
  const [navigation] = performance.getEntriesByType('navigation');
  return (navigation as PerformanceNavigationTiming | undefined)?.responseStatus ?? 0;
}

/** The title and the short texts of a short page, each by itself and each once. */
function shortLines(): readonly string[] {
  const lines = new Set([oneLine(document.title)]);
  for (const part of queryFirst(
    document.body,
    'h1, h2, h3, h4, p, div, span, td, b, strong, font, center, li',
    MAX_PARTS,
  )) {
    if (part.childElementCount > 3) continue;
    const text = oneLine(part.textContent ?? '', LONGEST_LINE + 20);
    if (text.length < 2 || text.length > LONGEST_LINE || lines.has(text)) continue;
    if (part.closest(ASIDE) === null && isVisible(part)) lines.add(text);
  }
  return [...lines];
}

function isEmptyPage(): boolean {
  return (
    document.readyState === 'complete' &&
    (document.body.textContent ?? '').trim() === '' &&
    queryAll(document, 'img, canvas, video, iframe, frame, embed, object, svg, input, button')
      .length === 0
  );
}
