import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync('components/theme.css', 'utf8');

/** The colours of one theme, over those of the light one. */
function colours(theme: 'light' | 'dark' | 'contrast'): Map<string, string> {
  const found = new Map<string, string>();
  for (const selector of [':root', `:root[data-theme="${theme}"]`]) {
    const start = CSS.indexOf(`${selector} {`);
    if (start < 0) continue;
    const block = CSS.slice(start, CSS.indexOf('}', start));
    for (const [, name = '', value = ''] of block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)) {
      found.set(name, value);
    }
  }
  return found;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const PAPERS = ['paper', 'paper-raised', 'accent-wash', 'signal-wash'];
const INKS = ['ink', 'ink-soft', 'accent', 'signal', 'grey-1', 'grey-2', 'focus'];

describe.each(['light', 'dark', 'contrast'] as const)('the %s theme', (theme) => {
  const tokens = colours(theme);
  const colour = (name: string) => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`no token ${name}`);
    return value;
  };

  it.each(PAPERS.flatMap((paper) => INKS.map((ink) => [ink, paper] as const)))(
    'writes %s on %s with at least 4.5 : 1',
    (ink, paper) => {
      expect(contrast(colour(ink), colour(paper))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('writes on its accent with at least 4.5 : 1', () => {
    expect(contrast(colour('accent-ink'), colour('accent'))).toBeGreaterThanOrEqual(4.5);
  });
});
