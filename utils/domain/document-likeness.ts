/**
 * Whether two documents are near-repeats, from their sketches: at least 80 % of the smaller text is in
 * the larger *and* the figures and pictures agree as well. One form filled for two households has most
 * of its text in common, but neither its figures nor its names.
 */

/** Sets that a sketch samples: shingles of text, figures, embedded pictures and streams. */
export type SketchSort = 't' | 'n' | 'm';

/** Letter, floor and level in front of every entry; they stay readable when the entry is keyed. */
export const READABLE_CHARACTERS = 3;

/** Share of the smaller text that must be in the larger; of a short text more is needed. */
const CONTAINED = 0.8;
const CONTAINED_SHORT = 0.9;
/** A text of fewer sampled shingles is short. */
const SHORT_TEXT = 120;
/** Fewer sampled members than this tell nothing. */
const MIN_MEMBERS = 8;
const MIN_FIGURES = 2;

/** Whether two documents' sketches are near-repeats; both keyed under one key, or neither. */
export function documentsAlike(one: readonly string[], other: readonly string[]): boolean {
  const text = containment('t', one, other);
  const figures = containment('n', one, other);
  const media = containment('m', one, other);
  if (figures.smaller >= MIN_FIGURES && figures.share < CONTAINED) return false;
  if (text.smaller >= MIN_MEMBERS) {
    // The same report with other photographs in it is another report.
    if (media.smaller >= 2 && media.share < 0.5) return false;
    return text.share >= (text.smaller < SHORT_TEXT ? CONTAINED_SHORT : CONTAINED);
  }
  return media.smaller >= 2 && text.smaller === 0 && media.share >= CONTAINED;
}

/** The share of the smaller set that is in the larger, estimated from the samples of both. */
function containment(
  sort: SketchSort,
  one: readonly string[],
  other: readonly string[],
): { readonly share: number; readonly smaller: number } {
  const first = one.filter((entry) => entry.startsWith(sort));
  const second = other.filter((entry) => entry.startsWith(sort));
  const floor = Math.max(floorOf(first[0]), floorOf(second[0]));
  const members = (entries: readonly string[]): readonly string[] =>
    entries.filter((entry) => levelOf(entry) >= floor).map((entry) => entry.slice(2));
  const a = members(first);
  const b = new Set(members(second));
  const smaller = Math.min(a.length, b.size);
  if (smaller === 0) return { share: 0, smaller };
  return { share: a.filter((entry) => b.has(entry)).length / smaller, smaller };
}

function floorOf(entry: string | undefined): number {
  return entry === undefined ? 0 : Number.parseInt(entry.charAt(1), 36);
}

function levelOf(entry: string): number {
  return Number.parseInt(entry.charAt(2), 36);
}
