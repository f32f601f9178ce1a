import { deadlinesIn, type LocalMoment, OTHER_END } from '../../../utils/domain/page-deadlines';
import { closest, isVisible, queryAll } from '../forms/dom';
import type { Steps } from '../in-slices';
import { columnHeader, labelledText } from './list-groups';
import type { PageText } from './page-texts';
import type { Place } from './places';

const BLOCK = 'p, li, td, th, dd, dt, h1, h2, h3, h4, div, section, article';
const LONGEST_BLOCK = 300;
const MAX_DEADLINES = 32;
/** So many texts with a moment are one step. */
const STEP = 8;
const SAYS_WHEN =
  /[\d０-９〇一二三四五六七八九十]\s?[-－/.年月日号]|[今当明]日|[今明后]天|周[一二三四五六日天]/;
const SAYS_END = /前|截止|[时期]限|限办|(完成|反馈|上报|报送|提交|办结|到期)(时间|日期)/;
/** A task that is done waits for nobody. */
const DONE = /已(完成|报送|上报|提交|办结|反馈|填报|结束|签收|处理|整改|归档|截止)/;

/** Deadlines of tasks that the page states, as of the local moment. */
export function* pageDeadlines(
  texts: readonly PageText[],
  now: LocalMoment,
  placeOf: (element: Element) => Place,
): Steps<readonly LocalMoment[]> {
  const headings = queryAll(document, 'h1, h2').map((heading) => heading.textContent ?? '');
  if (OTHER_END.test([document.title, ...headings].join(' ').slice(0, 400))) return [];
  const isHeaded = queryAll(document, 'th').some((head) => SAYS_END.test(head.textContent ?? ''));
  const seen = new Set<Element>();
  const found = new Set<LocalMoment>();
  let steps = 0;
  for (const { text, element, before } of texts) {
    if (!SAYS_WHEN.test(text)) continue;
    if (steps++ % STEP === 0) yield;
    // A date may stand in an element of its own within its sentence.
    const block = closest(element, BLOCK) ?? element;
    if (seen.has(block)) continue;
    seen.add(block);
    const whole = block.textContent ?? '';
    const header = isHeaded ? columnHeader(block) : '';
    const told = labelledText(before, whole.length > LONGEST_BLOCK ? text : whole);
    const said = `${header}：${told}`;
    if (!SAYS_END.test(said)) continue;
    const deadlines = deadlinesIn(said, now);
    if (deadlines.length === 0 || placeOf(block) !== 'content' || !isVisible(block)) continue;
    const row = closest(block, 'tr, li');
    if (row !== null && DONE.test((row.textContent ?? '').slice(0, LONGEST_BLOCK))) continue;
    for (const deadline of deadlines) found.add(deadline);
  }
  return [...found].sort().slice(0, MAX_DEADLINES);
}
