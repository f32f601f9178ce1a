import { existsSync, readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { build, type Rolldown } from 'vite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RESEARCH_TABLES } from '../../utils/domain/research/codebook';
import { definitions } from '../../utils/i18n/definitions';
import { PLATFORM_CATEGORIES } from '../../utils/knowledge/categories';
import { parseFieldConcepts } from '../../utils/knowledge/field-concepts';
import { compileLexicon, parseLexicon } from '../../utils/knowledge/lexicon';
import lexicon from '../../utils/knowledge/lexicon.json';
import { createConceptMatcher } from '../../utils/knowledge/match-concept';
import portals from '../../utils/knowledge/portals.json';
import { renderControlWords } from '../../utils/knowledge/render-words';
import { THREATS } from '../metrics/threats';
import { readVectors } from '../vectors/read-vectors';

const text = readFileSync('CONTRIBUTING.md', 'utf8');

function example<Kind>(name: string): Kind {
  const [, json] = new RegExp(`\`\`\`json ${name}\\n([\\s\\S]+?)\`\`\``).exec(text) ?? [];
  return JSON.parse(json ?? '');
}

/** The module that knows libraries, with one more line in its list. */
async function libraryWith(
  line?: object,
): Promise<typeof import('../../entrypoints/observer.content/forms/library')> {
  const head = 'export const LIBRARIES: readonly Library[] = [';
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'another-library',
        enforce: 'pre',
        transform: (code, id) =>
          line !== undefined && id.endsWith('forms/library.ts')
            ? code.replace(head, `${head} ${JSON.stringify(line)},`)
            : undefined,
      },
    ],
    build: {
      write: false,
      lib: { entry: 'entrypoints/observer.content/forms/library.ts', formats: ['es'] },
    },
  })) as Rolldown.RolldownOutput[];
  const { code } = (built[0] as Rolldown.RolldownOutput).output[0];
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.doUnmock('../../utils/knowledge/portals.json');
  vi.resetModules();
});

describe('adding by the text of CONTRIBUTING', () => {
  it('a platform: its address is known by its name', async () => {
    const entry = example<{ id: string; name: string; value: string; category: string }>(
      'platform',
    );
    expect(PLATFORM_CATEGORIES).toContain(entry.category);
    vi.doMock('../../utils/knowledge/portals.json', () => ({
      default: { ...portals, rules: [...portals.rules, entry] },
    }));
    vi.resetModules();
    const { resolvePlatform } = await import('../../utils/knowledge/platforms');
    const address = `http://${entry.value}/home`;
    expect(resolvePlatform(address)).toMatchObject({ name: entry.name, category: entry.category });
  });

  it('a word: a control that says it is of that kind, and was not before', () => {
    const { kind, list, word } = example<{ kind: string; list: 'strong'; word: string }>('word');
    const scored = (json: unknown) =>
      compileLexicon(parseLexicon(json))
        .scoreControl({ text: word })
        .some((one) => one.kind === kind && one.score >= lexicon.scoring.threshold);
    const controls = lexicon.controls.map((one) =>
      one.kind === kind ? { ...one, [list]: [...(one[list] ?? []), word] } : one,
    );
    expect(scored(lexicon)).toBe(false);
    expect(scored({ ...lexicon, controls })).toBe(true);
  });

  it('a concept: its labels are matched, and no label names two concepts', () => {
    const entry = example<{ id: string; labels: string[] }>('concept');
    const json = JSON.parse(readFileSync('public/knowledge/field-concepts.json', 'utf8'));
    const taken = new Set(json.concepts.flatMap((one: { labels: string[] }) => one.labels));
    expect(entry.labels.filter((label) => taken.has(label))).toEqual([]);
    const knowledge = parseFieldConcepts({ ...json, concepts: [...json.concepts, entry] });
    const { matchConcept } = createConceptMatcher(knowledge);
    for (const label of entry.labels) {
      expect(matchConcept({ labels: [{ text: label, source: 'label' }] })?.key).toBe(entry.id);
    }
  });

  it('a component library: its line leads from a control to the label', async () => {
    const { markup, ...line } =
      example<Record<'name' | 'item' | 'label' | 'markup', string>>('library');
    const { document, Node, Element: Drawn } = new Window();
    vi.stubGlobal('Node', Node);
    vi.stubGlobal('Element', Drawn);
    document.body.innerHTML = markup;
    const input = document.querySelector('input') as unknown as Element;
    const without = await libraryWith();
    expect(without.libraryItem(input)).toBeUndefined();
    const { libraryItem } = await libraryWith(line);
    expect(libraryItem(input)?.library.name).toBe(line.name);
    expect(libraryItem(input)?.label?.textContent).toBe('户主姓名');
  });

  it('a measure: every step was taken for the one that stands as the example', () => {
    const { figure, module, column, vector } =
      example<Record<'figure' | 'module' | 'column' | 'vector', string>>('measure');
    const [table = '', name = ''] = column.split('.');
    expect(readFileSync(`utils/domain/${module}.ts`, 'utf8')).toMatch(/^\/\*\*\n \* /);
    expect(existsSync(`tests/utils/domain/${module}.test.ts`)).toBe(true);
    const { what, formula } = definitions[figure as keyof typeof definitions];
    for (const one of [what, formula]) expect(one.en.length * one.zh_CN.length).toBeGreaterThan(0);
    const { module: computed, columns } = THREATS[figure as keyof typeof THREATS];
    expect(computed).toBe(module);
    expect(columns).toContain(column);
    const described = RESEARCH_TABLES.find((one) => one.name === table)?.columns;
    expect(described?.find((one) => one.name === name)?.since).toBeDefined();
    expect(readVectors().find((one) => one.name === vector)?.vector.measure).toBe(figure);
  });

  it('a word: the step that carries it into the content scripts is told', async () => {
    const { kind, list, word } = example<{ kind: string; list: 'strong'; word: string }>('word');
    const controls = lexicon.controls.map((one) =>
      one.kind === kind ? { ...one, [list]: [...(one[list] ?? []), word] } : one,
    );
    const carried = readFileSync('utils/knowledge/control-words.ts', 'utf8');
    // Without being rendered the word would be in the lexicon only.
    expect(renderControlWords(parseLexicon({ ...lexicon, controls }))).not.toBe(carried);
    expect(text).toContain('`npx vitest run tests/utils/knowledge/lexicon.test.ts -u`');
  });

  it('names only files that are there', () => {
    const named = [...text.matchAll(/`((?:utils|tests|public|entrypoints)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
});
