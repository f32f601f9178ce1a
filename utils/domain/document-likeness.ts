/**
 * Whether two documents are near-repeats, from their sketches: at least 80 % of the smaller text is in
 * the larger *and* the figures and pictures agree as well. One form filled for two households has most
 * of its text in common, but neither its figures nor its names.
 */

/** Sets that a sketch samples: shingles of text, figures, embedded pictures and streams. */
export type SketchSort = 't' | 'n' | 'm';

/** Letter and level in front of every entry; they stay readable when the entry is keyed. */
export const READABLE_CHARACTERS = 2;

/** Share of the smaller text that must be in the larger. */
const CONTAINED = 0.8;
/** Fewer sampled members than this tell nothing. */
const MIN_MEMBERS = 8;
const MIN_FIGURES = 3;

/** Whether two documents' sketches are near-repeats; both keyed under one key, or neither. */
export function documentsAlike(one: readonly string[], other: readonly string[]): boolean {
  const text = containment('t', one, other);
  const figures = containment('n', one, other);
  const media = containment('m', one, other);
  if (figures.smaller >= MIN_FIGURES && figures.share < CONTAINED) return false;
  if (text.smaller >= MIN_MEMBERS) {
    // The same report with other photographs in it is another report.
    if (media.smaller >= 2 && media.share < 0.5) return false;
    return text.share >= CONTAINED;
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
  const level = Math.max(lowestLevel(first), lowestLevel(second));
  const a = first.filter((entry) => levelOf(entry) >= level);
  const b = new Set(second.filter((entry) => levelOf(entry) >= level));
  const smaller = Math.min(a.length, b.size);
  if (smaller === 0) return { share: 0, smaller };
  return { share: a.filter((entry) => b.has(entry)).length / smaller, smaller };
}

function levelOf(entry: string): number {
  return Number.parseInt(entry.charAt(1), 36);
}

function lowestLevel(entries: readonly string[]): number {
  return entries.reduce((lowest, entry) => Math.min(lowest, levelOf(entry)), 35);
}
