/**
 * What the browser tells about the page's own requests, without touching them: the entries of
 * `PerformanceObserver('resource')`. There is no method and no body; the status is 0 where an answer
 * is opaque or never came.
 */
export interface RequestSeen {
  /** When it was started, ms on the document's `performance` clock. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** HTTP status, 0 if opaque or failed, -1 where the browser does not tell. */
  readonly status: number;
  /** `page`: fetch, XHR, beacon. `embedded`: script, frame or image, as JSONP and old uploads do. */
  readonly sort: 'page' | 'embedded';
  /** The same address is asked for again and again without the person. */
  readonly periodic: boolean;
}

const KEPT = 60;
const STATIC = /\.(js|mjs|css|woff2?|ttf|otf|eot|map|svg|ico|wasm)(\?|$)/i;
const PICTURE = /\.(png|jpe?g|gif|webp|bmp)(\?|$)/i;

/** Listens to the document's requests as long as the signal lasts. */
export class RequestLog {
  readonly seen: RequestSeen[] = [];
  private readonly counts = new Map<string, { times: number; lastAt: number }>();
  private readonly listeners = new Set<() => void>();
  private observer: PerformanceObserver | undefined;
  private others: (readonly [PerformanceObserver, number])[] = [];
  /** Latest trusted action, ms on the `performance` clock: requests soon after it are not periodic. */
  actedAt = Number.NEGATIVE_INFINITY;

  start(signal: AbortSignal): void {
    try {
      const observer = new PerformanceObserver((list) => {
        this.take(list.getEntries(), 0);
      });
      observer.observe({ type: 'resource', buffered: false });
      this.observer = observer;
      signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    } catch {
      // Without it, only what can be seen in the page is evidence.
    }
  }

  /** Takes what was asked for since an act that came before this log. */
  takeEarlier(entries: readonly PerformanceEntry[]): void {
    if (entries.length === 0) return;
    this.actedAt = Math.min(...entries.map(({ startTime }) => startTime));
    this.take(entries, 0);
  }

  /** Also listens to another document of this origin, as long as the signal lasts. */
  listenIn(view: Window, signal: AbortSignal): void {
    try {
      const { PerformanceObserver: Observer, performance: clock } = view as typeof globalThis &
        Window;
      const offset = clock.timeOrigin - performance.timeOrigin;
      const observer = new Observer((list) => this.take(list.getEntries(), offset));
      observer.observe({ type: 'resource', buffered: false });
      this.others.push([observer, offset]);
      signal.addEventListener('abort', () => {
        observer.disconnect();
        this.others = this.others.filter(([other]) => other !== observer);
      });
    } catch {
      // Gone, or of another origin.
    }
  }

  /** Takes what the browser has noted and not yet handed over. */
  flush(): void {
    const records = this.observer?.takeRecords();
    if (records && records.length > 0) this.take(records, 0);
    for (const [other, offset] of this.others) this.take(other.takeRecords(), offset);
  }

  onRequest(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private take(entries: readonly PerformanceEntry[], offset: number): void {
    let news = false;
    for (const entry of entries) {
      const request = this.describe(entry as PerformanceResourceTiming, offset);
      if (!request) continue;
      this.seen.push(request);
      if (this.seen.length > KEPT) this.seen.shift();
      news = true;
    }
    if (news) for (const listener of this.listeners) listener();
  }

  private describe(entry: PerformanceResourceTiming, offset: number): RequestSeen | undefined {
    const sort = sortOf(entry);
    if (!sort) return undefined;
    const startedAt = entry.startTime + offset;
    const path = entry.name.split(/[?#]/, 1)[0] ?? '';
    const before = this.counts.get(path);
    const unasked = startedAt - this.actedAt > 5000 || startedAt < this.actedAt;
    if (this.counts.size > 500) this.counts.clear();
    if (unasked) {
      this.counts.set(path, { times: (before?.times ?? 0) + 1, lastAt: startedAt });
    }
    return {
      startedAt,
      endedAt: (entry.responseEnd || entry.startTime + entry.duration) + offset,
      status: statusOf(entry),
      sort,
      periodic: (before?.times ?? 0) >= 2,
    };
  }
}

function sortOf({
  initiatorType,
  name,
}: PerformanceResourceTiming): RequestSeen['sort'] | undefined {
  if (/^(chrome|moz)-extension:/.test(name) || STATIC.test(name)) return undefined;
  switch (initiatorType) {
    case 'xmlhttprequest':
    case 'fetch':
    case 'beacon':
      return PICTURE.test(name) ? undefined : 'page';
    case 'script':
    case 'iframe':
    case 'frame':
      return 'embedded';
    default:
      return undefined;
  }
}

function statusOf(entry: PerformanceResourceTiming): number {
  const { responseStatus } = entry as { responseStatus?: number };
  return typeof responseStatus === 'number' ? responseStatus : -1;
}
