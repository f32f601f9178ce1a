/**
 * What extensions cause in a page's thread, from the browser's own trace of a load: the thread time of whatever
 * names an address, a world or an interface of an extension, with what it made the browser do meanwhile, and with
 * the task around it where nothing else ran in that. A difference of whole loads blurs this: on a page of 5 000
 * fields two equal loads differ by tens of milliseconds, by how often the page happened to be drawn while it came.
 */
import type { CDPSession } from 'playwright-core';

export interface CausedLoad {
  /** Thread time that extensions caused, ms. */
  readonly causedMs: number;
  /** Tasks of 50 ms and more that would have been shorter without it. */
  readonly madeLong: number;
  /** How often the page was laid out. */
  readonly layouts: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Begin and length by the wall clock, and length by the thread's own, µs. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: object;
}

interface Span {
  readonly event: TraceEvent;
  readonly parts: Span[];
}

const LONG_TASK_MS = 50;
const CATEGORIES = 'toplevel,mojom,devtools.timeline,v8';
/** An extension's address, the interfaces by which the browser speaks to extensions in a page, or their world. */
const OF_EXTENSIONS = /chrome-extension:\/\/|extensions\.mojom\.|"worldName":"[^"]/;

/** Traces what `load` does in the page that the session is attached to; leaving the page before is part of it. */
export async function traceLoad(
  cdp: CDPSession,
  load: () => Promise<unknown>,
): Promise<CausedLoad> {
  const events: TraceEvent[] = [];
  const keep = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', keep);
  const complete = new Promise<void>((resolve) => {
    cdp.once('Tracing.tracingComplete', () => resolve());
  });
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES.split(',') },
  });
  await load();
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', keep);
  return causedIn(events);
}

/** @throws RangeError where the trace holds no load */
export function causedIn(events: readonly TraceEvent[]): CausedLoad {
  const parsed = events.find(({ name }) => name === 'ParseHTML');
  if (parsed === undefined) throw new RangeError('The trace holds no load.');
  // A page that was left in another process does not count: nobody waits for it.
  const own = events.filter(
    ({ pid, tid, ph, tdur }) =>
      pid === parsed.pid && tid === parsed.tid && ph === 'X' && tdur !== undefined,
  );
  const tasks = nested(own).map((span) => ({
    lengthMs: (span.event.tdur ?? 0) / 1000,
    causedMs: causedBy(span).micros / 1000,
  }));
  return {
    causedMs: tasks.reduce((sum, { causedMs }) => sum + causedMs, 0),
    madeLong: tasks.filter(
      ({ lengthMs, causedMs }) => lengthMs >= LONG_TASK_MS && lengthMs - causedMs < LONG_TASK_MS,
    ).length,
    layouts: own.filter(({ name }) => name === 'Layout').length,
  };
}

/** The events as they lie in one another. */
function nested(events: readonly TraceEvent[]): readonly Span[] {
  const roots: Span[] = [];
  const open: Span[] = [];
  const end = ({ event: { ts, dur = 0 } }: Span) => ts + dur;
  for (const event of [...events].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    while (open.length > 0 && end(open.at(-1) as Span) <= event.ts) open.pop();
    const span = { event, parts: [] };
    (open.at(-1)?.parts ?? roots).push(span);
    open.push(span);
  }
  return roots;
}

/** Thread time, µs, and whether the span as a whole is of extensions. */
function causedBy({ event, parts }: Span): { readonly micros: number; readonly whole: boolean } {
  const whole = { micros: event.tdur ?? 0, whole: true };
  if (OF_EXTENSIONS.test(JSON.stringify(event.args ?? {}))) return whole;
  const found = parts.map(causedBy);
  if (found.length > 0 && found.every((part) => part.whole)) return whole;
  return { micros: found.reduce((sum, { micros }) => sum + micros, 0), whole: false };
}
