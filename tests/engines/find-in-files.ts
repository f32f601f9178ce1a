/** The same for style sheets, pages and manifests: names of which the floor knows nothing. */
import type { Use } from './find-uses';
import type { NewerFeature, NewerFeatures } from './newer-features';

/** What a style sheet says that the floor does not know, outside `@supports`. */
export function findStyleUses(source: string, { style }: NewerFeatures): readonly Use[] {
  const uses: Use[] = [];
  const blank = (text: string) => ' '.repeat(text.length);
  const css = withoutDescriptors(source.replace(/\/\*[\s\S]*?\*\/|"[^"]*"|'[^']*'/g, blank), blank);
  const note = (name: string, at: number | undefined, feature: NewerFeature | undefined) => {
    if (feature !== undefined) uses.push({ name, feature, at: at ?? 0 });
  };
  // Innermost braces hold declarations; what stands before braces are selectors and at-rules.
  for (const { 1: property = '', 2: value = '', index } of css.matchAll(
    /[{;]\s*([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g,
  )) {
    if (property.startsWith('--')) continue;
    note(property, index, style.get(property));
    for (const [word] of value.matchAll(/[a-z-]+(?![\w-]*\()/g)) {
      note(`${property}: ${word}`, index, style.get(`${property}:${word}`));
    }
    for (const [, called] of value.matchAll(/([a-z-]+)\(/g)) {
      note(`${called}()`, index, style.get(`${called}()`));
    }
  }
  for (const { 1: prelude = '', index } of css.matchAll(/(?:^|[{};])([^{};]*)\{/g)) {
    const rule = /^\s*@([a-z-]+)/.exec(prelude)?.[1];
    if (rule !== undefined) {
      note(`@${rule}`, index, style.get(`@${rule}`));
      for (const [word] of prelude.matchAll(/[a-z-]+/g))
        note(`@${rule} ${word}`, index, style.get(`@${rule} ${word}`));
      continue;
    }
    if (prelude.includes('&')) note('&', index, style.get('&'));
    for (const [, name] of prelude.matchAll(/::?([a-z-]+)/g))
      note(`:${name}`, index, style.get(`:${name}`));
  }
  return uses;
}

/** Without what asks first (`@supports`), and without descriptors of paper and fonts. */
function withoutDescriptors(css: string, blank: (text: string) => string): string {
  return css
    .replace(/@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, blank)
    .replace(/(?<=@(?:page|font-face)[^{}]*\{)[^{}]*(?=\})/g, blank);
}

/** What a page's own markup says that the floor does not know. */
export function findMarkupUses(source: string, { markup }: NewerFeatures): readonly Use[] {
  const uses: Use[] = [];
  for (const { 1: element = '', 2: attributes = '', index } of source.matchAll(
    /<([a-z][a-z0-9-]*)([^>]*)>/gi,
  )) {
    const keys = [
      element,
      ...[...attributes.matchAll(/\s([a-z-]+)/gi)].flatMap(([, name = '']) => [
        `@${name}`,
        `${element}@${name}`,
      ]),
    ];
    for (const key of keys) {
      const feature = markup.get(key);
      if (feature !== undefined) uses.push({ name: `<${key}>`, feature, at: index });
    }
  }
  return uses;
}

/** Keys and permissions of a manifest that the floor does not know. */
export function findManifestUses(
  manifest: object,
  { manifestKeys }: NewerFeatures,
): readonly Use[] {
  const uses: Use[] = [];
  const walk = (value: unknown, prefix: string): void => {
    if (Array.isArray(value)) {
      for (const one of value) if (typeof one === 'string') look(`${prefix}${one}`);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [key, below] of Object.entries(value)) {
      look(`${prefix}${key}`);
      walk(below, `${prefix}${key}.`);
    }
  };
  const look = (path: string): void => {
    const feature = manifestKeys.get(path);
    if (feature !== undefined) uses.push({ name: path, feature, at: 0 });
  };
  walk(manifest, '');
  return uses;
}
