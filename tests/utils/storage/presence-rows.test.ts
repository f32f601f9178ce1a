import 'fake-indexeddb/auto';
import { serialize } from 'node:v8';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Arrival } from '../../../utils/domain/presence-evidence';
import { foldEvidence, replay } from '../../../utils/domain/presence-fold';
import type { Interval } from '../../../utils/domain/records';
import { Database } from '../../../utils/storage/database';
import { readPresence, writePresence } from '../../../utils/storage/presence-rows';
import { at, heard, SYSTEM, span, told } from '../domain/presence-evidence-builder';
import { type Deed, live } from '../domain/presence-world';

const ZONE = 'Asia/Shanghai';

let database: Database;
let names = 0;

beforeEach(() => {
  database = new Database(`presence-rows-${++names}`);
});

afterEach(() => database.delete());

/** Folds each arrival as a worker does that dies after each, and says what each wrote, bytes. */
async function fold(arrivals: readonly Arrival[]): Promise<{
  readonly intervals: readonly Interval[];
  readonly written: readonly number[];
}> {
  let last = 0;
  const options = { zone: ZONE, newId: () => String(++last).padStart(24, '0') };
  const stored = new Map<string, Interval>();
  const written: number[] = [];
  let rows = new Map<string, string>();
  for (const arrival of arrivals) {
    const before = await readPresence(database);
    const { state, changed, removed } = foldEvidence(before.state, arrival, options);
    await writePresence(database, before, state);
    for (const id of removed) stored.delete(id);
    for (const interval of changed) stored.set(interval.id, interval);
    const now = new Map(
      (await database.state.toArray()).map((row) => [row.key, serialize(row).toString('latin1')]),
    );
    const fresh = [...now].filter(([key, bytes]) => rows.get(key) !== bytes);
    written.push(fresh.reduce((sum, [, bytes]) => sum + bytes.length, 0));
    rows = now;
  }
  return { intervals: [...stored.values()].sort((a, b) => a.from - b.from), written };
}

const shape = (intervals: readonly Interval[]) =>
  intervals
    .map(({ id: _, visit: __, ...rest }) => JSON.stringify(Object.entries(rest).sort()))
    .sort();

/** Two hours of work in four tabs, with a pause of 17 s in every minute and a change every 150 s. */
function workingDay(): Arrival[] {
  const arrivals: Arrival[] = [...SYSTEM];
  for (let start = 0; start < 7_200; start += 15) {
    const tab = 1 + (Math.floor(start / 150) % 4);
    const pausing = start % 60 === 30;
    const focus = start % 150 === 0;
    const inputs = pausing ? [] : [span(start + 2, start + 14)];
    if (focus) arrivals.push(heard(start, { kind: 'tab-active', windowId: 1, tabId: tab }));
    arrivals.push(
      told(
        start,
        start + 15,
        {
          inputs,
          inputWindows: inputs.map(({ from }) => Math.floor(from / 5_000)),
          edges: focus
            ? [
                { at: at(start), edge: 'visible' },
                { at: at(start), edge: 'focus' },
              ]
            : [],
          waiting: [span(start + 3, start + 5)],
        },
        { observer: String(tab).repeat(24), tab, platform: `mz${tab}.qingshan.gov.cn` },
      ),
    );
  }
  return arrivals;
}

describe('open evidence in rows', () => {
  it('gives the intervals of a replay, whenever the worker dies', async () => {
    const deed: fc.Arbitrary<Deed> = fc.oneof(
      fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 200 }) }),
      fc.constantFrom<Deed>(
        { do: 'touch' },
        { do: 'tab', tab: 0 },
        { do: 'tab', tab: 1 },
        { do: 'elsewhere' },
        { do: 'play' },
        { do: 'lock' },
        { do: 'unlock' },
        { do: 'other', visible: true },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 25 }), async (deeds) => {
        const { arrivals } = live(deeds);
        await database.state.clear();
        const { intervals } = await fold(arrivals);
        let last = 0;
        const options = { zone: ZONE, newId: () => String(++last).padStart(24, '0') };
        expect(shape(intervals)).toEqual(shape(replay(arrivals, options)));
      }),
      { numRuns: 25 },
    );
  });

  it('writes no more than 3 kB for a message, and less than 1 kB for most', async () => {
    const { written } = await fold(workingDay());
    const sorted = [...written].sort((a, b) => a - b);
    expect(sorted.at(-1)).toBeLessThan(3_000);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(1_000);
  });

  it('writes little even for one tab in which somebody paused a hundred times', async () => {
    const arrivals: Arrival[] = [...SYSTEM];
    for (let start = 0; start < 6_000; start += 15) {
      const inputs = start % 60 === 0 ? [span(start + 1, start + 2)] : [];
      arrivals.push(told(start, start + 15, { inputs, media: [] }));
    }
    const { written } = await fold(arrivals);
    expect(Math.max(...written)).toBeLessThan(3_000);
  });

  it('leaves no row behind when everything is settled', async () => {
    await fold(workingDay());
    const rows = await database.state.count();
    await fold([heard(20_000, { kind: 'window-focus' }), heard(100_000, { kind: 'window-focus' })]);
    expect(rows).toBeGreaterThan(20);
    const keys = await database.state.toCollection().primaryKeys();
    const evidence = keys.filter((key) => key.startsWith('presence:heard:'));
    expect(keys.filter((key) => !evidence.includes(key))).toEqual(['presence', 'presence:settled']);
    expect(evidence.length, 'of each kind the last').toBeLessThanOrEqual(5);
  });
});
