import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EvidenceLog,
  EvidenceLogError,
  readEvidenceLog,
  replayLog,
} from '../../../utils/domain/evidence-log';
import type { Arrival } from '../../../utils/domain/presence-evidence';
import { clocksByTheta, THETAS, type Vector } from '../../vectors/time/vector';
import { at, heard, SYSTEM, span, told } from './presence-evidence-builder';
import { type Deed, live } from './presence-world';

const FOLDER = join(import.meta.dirname, '../../vectors/time');
const vectors = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name): [string, Vector] => [name, JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))]);

function logOf(arrivals: readonly Arrival[]): EvidenceLog {
  return { format: 'evidence-log', version: 1, zone: 'Asia/Shanghai', arrivals };
}

/** The reason for which a log is refused in which one value is another, or gone. */
function refusal(place: string, value?: unknown): string {
  const log = logOf([
    ...SYSTEM,
    told(0, 15, { inputs: [span(1, 9)], edges: [{ at: at(3), edge: 'focus' }] }),
    heard(16, { kind: 'window-focus' }),
  ]);
  const keys = place.split(/[.[\]]+/).filter(Boolean);
  const changed = (node: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return value;
    if (Array.isArray(node)) {
      return node.map((one, index) => (String(index) === key ? changed(one, rest) : one));
    }
    const fields = new Map(Object.entries(node as object));
    return Object.fromEntries([...fields, [key, changed(fields.get(key), rest)]]);
  };
  try {
    readEvidenceLog(JSON.stringify(changed(log, keys)));
  } catch (error) {
    expect(error).toBeInstanceOf(EvidenceLogError);
    return (error as Error).message;
  }
  return 'not refused';
}

describe('a recorded run', () => {
  it('is there', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(6);
  });

  it.each(vectors)('%s gives the same intervals and the same clocks for every θ', (_, vector) => {
    const intervals = replayLog(readEvidenceLog(JSON.stringify(vector.log)));
    expect(intervals).toEqual(vector.intervals);
    expect(clocksByTheta(intervals)).toEqual(vector.clocks);
  });

  it.each(vectors)(
    '%s is right within a second or one part in fifty',
    (_, { truth, intervals }) => {
      const counted = clocksByTheta(intervals);
      const lost = intervals.some(({ certainty }) => certainty !== 'confirmed') ? 15_000 : 0;
      for (const [platform, { working = 0, playing = 0, idle = 0, beside = 0 }] of Object.entries(
        truth,
      )) {
        const own = counted[platform]?.['60'];
        for (const [trueMs, countedMs] of [
          [working, own?.workingMs],
          [playing, own?.playingMs],
          [idle, own?.idleMs],
          [beside, own?.besideMs],
        ] as const) {
          const errorMs = (countedMs ?? 0) - trueMs;
          const limit = Math.max(1_000, trueMs * 0.02);
          expect(errorMs).toBeLessThanOrEqual(limit);
          expect(errorMs).toBeGreaterThanOrEqual(-limit - lost);
        }
      }
    },
  );

  it.each(vectors)(
    '%s keeps input ≤ working ≤ in front, more of it for a longer θ',
    (_, vector) => {
      for (const own of Object.values(vector.clocks)) {
        let before = 0;
        for (const theta of THETAS) {
          const { inputMs = 0, workingMs = 0, frontMs = 0 } = own[theta] ?? {};
          expect(inputMs).toBeLessThanOrEqual(workingMs);
          expect(workingMs).toBeLessThanOrEqual(frontMs);
          expect(workingMs).toBeGreaterThanOrEqual(before);
          before = workingMs;
        }
      }
    },
  );
});

describe('an evidence log', () => {
  it('gives the same intervals after it was written and read', () => {
    const deed: fc.Arbitrary<Deed> = fc.oneof(
      fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 400 }) }),
      fc.constantFrom<Deed>({ do: 'touch' }, { do: 'tab', tab: 1 }, { do: 'play' }, { do: 'lock' }),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 20 }), (deeds) => {
        const log = logOf(live(deeds).arrivals);
        expect(replayLog(readEvidenceLog(JSON.stringify(log)))).toEqual(replayLog(log));
      }),
      { numRuns: 40 },
    );
  });

  it('says what is wrong with a file that is no log', () => {
    expect(() => readEvidenceLog('{')).toThrow('the file is not JSON');
    for (const other of ['null', '7', '[]', '{"format":"backup"}']) {
      expect(() => readEvidenceLog(other)).toThrow('the file is not an evidence log');
    }
    expect(refusal('version', 2)).toBe('the log is of version 2; this program reads version 1');
  });

  it.each([
    ['zone', 'Asia/Nowhere', 'an IANA time zone'],
    ['arrivals', undefined, 'a value, found none'],
    ['arrivals', {}, 'a list'],
    ['arrivals[0]', null, 'an object'],
    ['arrivals[3].title', '民政救助', 'no such key'],
    ['arrivals[1].evidence.state', 'away', '"active" or "idle" or "locked"'],
    ['arrivals[2].evidence.platform', '', 'a text'],
    ['arrivals[2].evidence.observation.at', '10:00', 'a time in epoch ms'],
    ['arrivals[2].now', 2 ** 53, 'a time in epoch ms'],
    ['arrivals[2].evidence.observation.visible', 1, 'true or false'],
    ['arrivals[2].evidence.observation', { since: 2 }, undefined],
    ['arrivals[2].evidence.observation.inputs[0]', { from: 9, to: 8 }, undefined],
    ['arrivals[2].evidence.observation.edges[0].edge', 'gone', undefined],
    ['arrivals[0].evidence.kind', 'guess', undefined],
  ])('says that %s is wrong, and what was expected there', (place, value, expected) => {
    expect(refusal(place, value)).toMatch(
      expected === undefined ? /^arrivals\[\d\]\.evidence\.\w+.*: expected / : /: expected /,
    );
    if (expected !== undefined)
      expect(refusal(place, value)).toBe(`${place}: expected ${expected}`);
  });

  it('is replayed where somebody would have typed for decades', () => {
    const text = JSON.stringify(vectors.find(([name]) => name === 'tabs.json')?.[1].log);
    const [, from = ''] = /"inputs":\[\{"from":(\d+)/.exec(text) ?? [];
    const long = text.replace(`"inputs":[{"from":${from}`, '"inputs":[{"from":1795445020');
    expect(long).not.toBe(text);
    expect(replayLog(readEvidenceLog(long)).length).toBeGreaterThan(0);
  });

  it('refuses a stretch that ends before it starts', () => {
    expect(refusal('arrivals[2].evidence.observation.since', at(60))).toBe(
      'arrivals[2].evidence.observation: expected an end that is not before its start',
    );
  });
});
