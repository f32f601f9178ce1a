import type { FormReading, ResultPageObservation } from '../../../utils/domain/observation';
import type { ObserverContext } from '../context';
import { boundaryOf, placeOf, Surroundings } from './container';
import { controlsIn, isEditable, PARTS } from './control';
import { isVisible, queryAll, queryOne } from './dom';
import { messageOfPage } from './message';
import { formReading, readField } from './reading';
import { visibleText } from './text';
import { controlValue } from './value';
import { messageMeaning } from './words';

/** The page's own first scripts may still put their message up, ms. */
const SETTLE_MS = 400;
/** A document that stands longer than this when the reader comes answers nothing any more, ms. */
const FRESH_MS = 30_000;
/** Longer pages are content: only what stands out in them is news. */
const SHORT_PAGE = 400;
const MAX_FIELDS = 60;

const seen = new WeakSet<Document>();

/**
 * Tells once, at the start of a document, what it says about the document before it: classic posts
 * answer with a new page. It means something only where the worker holds a pending submission.
 */
export function startResultPage(context: ObserverContext, signal: AbortSignal): void {
  if (seen.has(document) || performance.now() > FRESH_MS || context.awaited === false) return;
  seen.add(document);
  let told = false;
  const tell = (): void => {
    if (told || signal.aborted) return;
    told = true;
    try {
      context.send(readResultPage(context.now()), 'now');
    } catch {
      // The document is gone already.
    }
  };
  addEventListener('pagehide', tell, { capture: true, signal });
  const later = (): void => {
    setTimeout(tell, SETTLE_MS);
  };
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', later, { once: true, signal });
  } else later();
}

function readResultPage(at: number): ResultPageObservation {
  const form = standingForm();
  return {
    kind: 'result-page',
    at,
    outcome: outcomeOfPage(document),
    arrival: arrival(),
    login: isLogin(document),
    ...(form ? { form } : {}),
  };
}

function arrival(): ResultPageObservation['arrival'] {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (entry?.type === 'reload') return 'reload';
  return entry?.type === 'back_forward' ? 'back-forward' : 'navigate';
}

/** What a page says of what was sent to it. */
export function outcomeOfPage({ body, defaultView }: Document): ResultPageObservation['outcome'] {
  if (!body) return 'none';
  const status = navigationStatus(defaultView);
  if (status >= 400) return 'failure';
  const text = visibleText(body, SHORT_PAGE + 1);
  if (/^HTTP Status [45]\d\d|^(404|500|502|503)\b|服务器(内部)?错误|系统异常/i.test(text))
    return 'failure';
  const prominent = messageOfPage(body);
  if (prominent !== 'none') return prominent;
  if (text.length <= SHORT_PAGE && queryOne(body, PARTS) === null) {
    const json = /"(?:code|status|success|ret|errcode)"\s*:\s*"?(\w+)/.exec(text)?.[1];
    if (json) return /^(0|200|true|ok|success)$/i.test(json) ? 'success' : 'failure';
    return messageMeaning(text.slice(0, 100));
  }
  return 'none';
}

function navigationStatus(view: Window | null): number {
  const [entry] = view?.performance.getEntriesByType('navigation') ?? [];
  return (entry as { responseStatus?: number } | undefined)?.responseStatus ?? 0;
}

export function isLogin(page: Document): boolean {
  return queryAll(page, 'input[type=password]').some(isVisible);
}

/** The form on the page as it was delivered, with what it holds already. */
function standingForm(): FormReading | undefined {
  const { body } = document;
  if (!body || queryAll(body, PARTS).length > 400) return undefined;
  const surroundings = new Surroundings(boundaryOf(body));
  for (const first of controlsIn(body)) {
    if (!isEditable(first)) continue;
    const place = placeOf(first, surroundings);
    if (place.purpose !== 'form') continue;
    const controls = controlsIn(place.container)
      .filter((control) => isEditable(control) && placeOf(control, surroundings).purpose === 'form')
      .slice(0, MAX_FIELDS);
    if (controls.length < 2) continue;
    const fields = controls.map((control) => readField(control, controlValue(control) !== ''));
    return formReading(place, controls, fields);
  }
  return undefined;
}
