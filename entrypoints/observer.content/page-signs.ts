import type { PageSignsObservation } from '../../utils/domain/observation';
import { type Day, localDay, mayTellDate, updateDate } from '../../utils/domain/page-dates';
import { randomId } from '../../utils/domain/random-id';
import type { ObserverContext } from './context';
import { contains, isVisible, queryAll } from './forms/dom';
import { oneLine } from './forms/text';
import { inSlices, type Steps } from './in-slices';
import { isPage } from './is-page';
import { pageClass } from './page-class';
import { readColumns } from './signs/columns';
import { watchCountdowns } from './signs/countdown';
import { cuesIn } from './signs/cues';
import { pageDeadlines } from './signs/deadlines';
import { labelledText, listGroups } from './signs/list-groups';
import { isAnswer, pageState } from './signs/page-state';
import { type PageText, readTexts } from './signs/page-texts';
import { startPlaces } from './signs/places';
import { hasComplaintEntry, isSearchPage } from './signs/search';
import { whenSettled, withoutQuery } from './signs/settled';

/** So many texts with a date are one step. */
const STEP = 8;
const PUBLISHED = [
  'PubDate',
  'publishdate',
  'article:published_time',
  'lastmodifiedtime',
  'createDate',
  'firstpublishedtime',
];

/**
 * Page signs: what an opened page itself tells of its platform (newest update date, columns, closed
 * or failing, load time), read once when it has settled and again after a navigation within it, in
 * slices of idle time. Only what the page shows is read; nothing is fetched.
 */
export function startPageSigns(context: ObserverContext, signal: AbortSignal): void {
  if (!isPage()) return;
  let told: Omit<PageSignsObservation, 'forcedSeconds'> | undefined;
  let forcedSeconds = 0;
  const tell = (): void => {
    if (told !== undefined) context.send({ ...told, forcedSeconds }, 'soon');
  };
  watchCountdowns(signal, (seconds) => {
    forcedSeconds += seconds;
    // A page may make the person wait long after it was read: its signs are told again with that.
    tell();
  });
  whenSettled(signal, (opened) => {
    const loadMs = opened ? loadTime() : undefined;
    const now = new Date();
    const reading = readPageSigns(localDay(now.getTime()), now.toTimeString().slice(0, 5));
    const address = withoutQuery(location.href);
    inSlices(reading, signal, (signs) => {
      // Another page stands there by now; it is read by itself.
      if (withoutQuery(location.href) !== address) return;
      context.pageClass = signs.pageClass;
      forcedSeconds = 0;
      told = {
        ...signs,
        id: randomId(),
        at: Date.now(),
        ...(loadMs === undefined ? {} : { loadMs }),
      };
      tell();
    });
  });
}

/** Everything that the page tells now, as of the local day and time (`hh:mm`). */
export function* readPageSigns(
  today: Day,
  time = '00:00',
): Steps<Omit<PageSignsObservation, 'id' | 'at' | 'forcedSeconds' | 'loadMs'>> {
  const placeOf = startPlaces();
  const texts = yield* readTexts(document.body);
  const groups = yield* listGroups(document.body, texts, today, placeOf);
  const metas = readMetas();
  const columnName = metaOf(metas, 'ColumnName');
  const searching = isSearchPage();
  const read = yield* readColumns(groups, placeOf, columnName);
  const columns = read.columns.filter(({ blank }) => !(blank && searching));
  const isArchived = (element: Element): boolean =>
    read.archives.some((archive) => contains(archive, element));
  const listed = new Set(groups.flatMap((group) => group.rows));
  const newest = yield* newestDate(
    texts,
    metas,
    today,
    // Rows of lists were read already, with the headers of their columns in mind.
    (element) =>
      placeOf(element) === 'content' && !isArchived(element) && !isWithin(element, listed),
    groups.filter(({ parent }) => !isArchived(parent)).map((group) => group.newest),
  );
  const deadlines = yield* pageDeadlines(texts, `${today}T${time}`, placeOf);
  const rows = Math.max(0, ...groups.map((group) => group.rows.length));
  const siteId = siteCode(texts, metas);
  const siteName = metaOf(metas, 'SiteName');
  yield;
  const cues = yield* cuesIn(texts);
  const complaintEntry = yield* hasComplaintEntry();
  const state = yield* pageState(rows);
  yield;
  return {
    kind: 'page-signs',
    pageClass: pageClass({ columns: columns.length, rows }),
    title: oneLine(document.title),
    ...(siteId === undefined ? {} : { siteId }),
    ...(siteName === undefined ? {} : { siteName: oneLine(siteName) }),
    ...(newest === undefined ? {} : { newest }),
    columns,
    state,
    ...(state === 'error' && isAnswer() ? { answered: true } : {}),
    cues,
    complaintEntry,
    ...(deadlines.length === 0 ? {} : { deadlines }),
  };
}

function isWithin(element: Element, rows: ReadonlySet<Element>): boolean {
  let current: Element | null = element;
  for (let level = 0; current && level < 6; level += 1) {
    if (rows.has(current)) return true;
    current = current.parentElement;
  }
  return false;
}

type Metas = ReadonlyMap<string, string>;

/** What the page says of itself by name, in lower case; of two of one name the first. */
function readMetas(): Metas {
  const metas = new Map<string, string>();
  for (const meta of document.getElementsByTagName('meta')) {
    const content = meta.getAttribute('content')?.trim() ?? '';
    for (const kind of ['name', 'property']) {
      const name = meta.getAttribute(kind)?.toLowerCase();
      if (name !== undefined && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

function metaOf(metas: Metas, name: string): string | undefined {
  return metas.get(name.toLowerCase()) || undefined;
}

/** 网站标识码, from its meta tag or the footer. */
function siteCode(texts: readonly PageText[], metas: Metas): string | undefined {
  const code = metaOf(metas, 'SiteIDCode');
  if (code !== undefined && /^[a-z]{0,4}\d{8,10}$/i.test(code)) return code;
  for (const { text } of texts) {
    if (!text.includes('标识码')) continue;
    const found = /标识码\s*[:：]?\s*([a-z]{0,4}\d{8,10})/i.exec(text.normalize('NFKC'));
    if (found) return found[1];
  }
  return undefined;
}

function* newestDate(
  texts: readonly PageText[],
  metas: Metas,
  today: Day,
  counts: (element: Element) => boolean,
  known: readonly (Day | undefined)[],
): Steps<Day | undefined> {
  const days: Day[] = known.filter((day) => day !== undefined);
  for (const name of PUBLISHED) {
    const day = updateDate(metaOf(metas, name) ?? '', { today, inRow: true });
    if (day !== undefined) days.push(day);
  }
  let steps = 0;
  for (const { text, element, before } of texts) {
    if (!/[\d０-９二〇○]/.test(text)) continue;
    const told = labelledText(before, text);
    if (!mayTellDate(told)) continue;
    if (steps++ % STEP === 0) yield;
    if (!counts(element)) continue;
    const day = updateDate(told, { today, inRow: false });
    if (day !== undefined && isVisible(element)) days.push(day);
  }
  for (const time of queryAll(document, 'time[datetime]')) {
    const day = updateDate(time.getAttribute('datetime') ?? '', { today, inRow: true });
    if (day !== undefined && counts(time)) days.push(day);
  }
  return days.sort().at(-1);
}

/** Time to the load event as the person experienced it, ms; absent where it has not fired. */
function loadTime(): number | undefined {
  const [entry] = performance.getEntriesByType('navigation');
  const end = (entry as PerformanceNavigationTiming | undefined)?.loadEventEnd ?? 0;
  return end > 0 ? Math.round(end) : undefined;
}
