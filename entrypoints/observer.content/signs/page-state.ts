import type { PageSignsObservation } from '../../../utils/domain/observation';
import { queryAll } from '../forms/dom';
import { oneLine, visibleText } from '../forms/text';
import { stateOfText } from './words';

/** A page with more visible text than this works, whatever words stand in it. */
const SHORT_PAGE = 400;

/**
 * Whether the page works: `error`, `maintenance`, `closed`, `under-construction` and `blank` only
 * where the page as a whole says so, never because of a word in a sentence.
 */
export function pageState(): PageSignsObservation['state'] {
  const status = responseStatus();
  const main = mainText();
  const headings = [
    document.title,
    ...queryAll(
      document,
      'h1, h2, [class*="error-title" i], [class*="result-title" i], .el-result__title, .ant-result-title',
    )
      .slice(0, 6)
      .map((heading) => heading.textContent ?? ''),
  ].map((text) => oneLine(text, 60));
  if (main.length <= SHORT_PAGE) {
    const said = stateOfText([...headings, main].join(' '), headings);
    if (said !== 'normal') return said;
  }
  if (status >= 400)
    return status === 503 && /维护|升级|maintenance/i.test(main) ? 'maintenance' : 'error';
  if (main.length === 0 && isEmptyPage()) return 'blank';
  return 'normal';
}

/** The status of the document's own request; 0 where it is not told. */
function responseStatus(): number {
  const [navigation] = performance.getEntriesByType('navigation');
  return (navigation as PerformanceNavigationTiming | undefined)?.responseStatus ?? 0;
}

/** The visible text outside menus and footer, cut a little above what counts as a short page. */
function mainText(): string {
  const root =
    document.querySelector('main, [role="main"], #main, .main, #content, .content') ??
    document.body;
  const text = visibleTextOf(root);
  return text.length > 0 || root === document.body ? text : visibleTextOf(document.body);
}

function visibleTextOf(root: Element): string {
  return visibleText(root, SHORT_PAGE + 100, (element) =>
    element.matches(
      'nav, footer, header, [class*="footer" i], [id*="footer" i], [class~="nav" i], [class*="navbar" i], [class*="menu" i], [class*="breadcrumb" i], [class*="copyright" i]',
    ),
  );
}

function isEmptyPage(): boolean {
  return (
    document.readyState === 'complete' &&
    (document.body.textContent ?? '').trim() === '' &&
    queryAll(document, 'img, canvas, video, iframe, frame, embed, object, svg, input, button')
      .length === 0
  );
}
