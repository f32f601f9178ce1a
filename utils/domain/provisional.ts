import type { Span } from './observation';
import type { Interval } from './records';

/** An interval that was given out and may still change: where it lies, and a mark of all it says. */
export interface Provisional extends Span, Pick<Interval, 'id' | 'platform' | 'place'> {
  readonly mark: number;
}

export function provisionalOf(interval: Interval): Provisional {
  const { id, platform, place, from, to } = interval;
  return { id, platform, place, from, to, mark: markOf(JSON.stringify(interval)) };
}

/** 53 bits of a text, which differ where the text does, as good as always (FNV-1a, twice). */
function markOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b1;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
    high ^= high >>> 15;
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
