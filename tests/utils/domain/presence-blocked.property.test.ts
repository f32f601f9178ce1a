import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../utils/domain/observation';
import type { Arrival } from '../../../utils/domain/presence-evidence';
import { edge, intervalsOf, span, told } from './presence-evidence-builder';

/** What is told of an edge leaves the page so much later. */
const TOLD = 0.05;

/** All in seconds. */
interface Away {
  /** The page blocks its thread so long, and runs so long in between. */
  readonly blockedFor: number;
  readonly freeFor: number;
  /** When the page began to block for the first time. */
  readonly phase: number;
  readonly left: number;
  readonly sinceKey: number;
  readonly back: number;
  readonly untilKey: number;
  /** No tick of the observer comes between two blocks. */
  readonly adjoining: boolean;
}

const hundredths = (min: number, max: number) =>
  fc.integer({ min: Math.round(min * 100), max: Math.round(max * 100) }).map((one) => one / 100);

const away: fc.Arbitrary<Away> = fc.record({
  blockedFor: hundredths(2, 6),
  freeFor: hundredths(0.2, 1.5),
  phase: hundredths(1, 8),
  left: hundredths(18, 24),
  sinceKey: hundredths(0.3, 1.5),
  back: hundredths(32, 40),
  untilKey: hundredths(0, 0.8),
  adjoining: fc.boolean(),
});

/** What an observer of such a page tells where the desktop tells the browser nothing. */
function worldOf(world: Away): Arrival[] {
  const { blockedFor, freeFor, phase, left, sinceKey, back, untilKey, adjoining } = world;
  const cycle = blockedFor + freeFor;
  const blocks: Span[] = [];
  for (let from = phase; from < 60; from += cycle) {
    const last = blocks.length > 0 && adjoining ? from - freeFor : from;
    blocks.push(span(last, from + blockedFor));
  }
  const heardAt = (at: number): number => {
    const into = (at - phase) % cycle;
    return at < phase || into >= blockedFor ? at : at - into + blockedFor;
  };
  const [blur, focus] = [heardAt(left), heardAt(back)];
  const blocked = (since: number, until: number) => {
    const seen = span(since, until);
    return blocks.filter(({ to }) => to > seen.from && to <= seen.to);
  };
  const gone = blur + TOLD;
  const here = focus + TOLD;
  const key = back + untilKey;
  const inputs = (from: number, to: number, until: number) =>
    from <= until ? [span(from, Math.min(to, until))] : [];
  return [
    told(0, gone, {
      focused: false,
      edges: [edge(blur, 'blur')],
      inputs: [span(0, left - sinceKey)],
      blocked: blocked(0, gone),
    }),
    told(gone, here, {
      edges: [edge(focus, 'focus')],
      inputs: inputs(key, 45, here),
      blocked: blocked(gone, here),
    }),
    told(here, 60, { inputs: [span(Math.max(key, here), 58)], blocked: blocked(here, 60) }),
  ];
}

describe('a page that blocks again and again', () => {
  it('is known within a second to have been left, and come back to, whenever that was', () => {
    fc.assert(
      fc.property(away, (one) => {
        const front = intervalsOf(worldOf(one)).filter(({ place }) => place === 'front');
        expect(Math.abs((front[0]?.to ?? 0) - one.left), 'left').toBeLessThan(1);
        expect(Math.abs((front.at(-1)?.from ?? 0) - one.back), 'come back').toBeLessThan(1);
      }),
      { numRuns: 500 },
    );
  });
});
