import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../utils/i18n/message';

const FOLDER = 'utils/i18n';
const SOURCES = ['components', 'entrypoints', 'utils'];
/** Words that the interface never uses: they belong to those who collect, or to programmers. */
const FORBIDDEN = {
  zh_CN: ['周报', '挂播', '线索单', '会话', '事件', '哈希', '埋点', '！'],
  en: ['session', 'event', 'hash', 'dashboard', 'score', '!'],
} as const;

interface Entry {
  readonly path: string;
  readonly message: Message;
}

async function everyMessage(): Promise<readonly Entry[]> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && name !== 'message.ts');
  const found: Entry[] = [];
  for (const name of files) {
    const module = (await import(`../../../${FOLDER}/${name}`)) as Record<string, unknown>;
    collect(module, name, found);
  }
  return found;
}

function collect(value: unknown, path: string, found: Entry[]): void {
  if (typeof value !== 'object' || value === null) return;
  if ('zh_CN' in value || 'en' in value) {
    found.push({ path, message: value as Message });
    return;
  }
  for (const [key, child] of Object.entries(value)) collect(child, `${path} › ${key}`, found);
}

function parametersOf(text: string): string[] {
  const names = [...text.matchAll(/\{([^{}:]+)(:[^{}]*)?\}/g)]
    // Which word an English plural takes is no parameter of its own.
    .filter(([, , plural]) => plural === undefined)
    .map(([, name = '']) => name);
  return [...new Set(names)].sort();
}

const entries = await everyMessage();

describe('every message of the interface', () => {
  it('is there', () => {
    expect(entries.length).toBeGreaterThan(100);
  });

  it.each(entries.map(({ path, message }) => [path, message] as const))(
    '%s speaks both languages with the same parameters',
    (_path, message) => {
      expect(message.zh_CN.trim()).not.toBe('');
      expect(message.en.trim()).not.toBe('');
      expect(parametersOf(message.en)).toEqual(parametersOf(message.zh_CN));
    },
  );

  it.each(entries.map(({ path, message }) => [path, message] as const))(
    '%s uses no word that the interface does not use',
    (_path, message) => {
      for (const word of FORBIDDEN.zh_CN) expect(message.zh_CN).not.toContain(word);
      for (const word of FORBIDDEN.en) {
        expect(message.en.toLowerCase()).not.toMatch(new RegExp(`(^|[^a-z])${word}`));
      }
    },
  );

  it.each(entries.map(({ path, message }) => [path, message] as const))(
    '%s has no Chinese punctuation in English nor the reverse',
    (_path, { zh_CN, en }) => {
      // Official numbers of documents keep their own brackets.
      expect(en.replace(/〔\d+〕/g, '')).not.toMatch(/[，。；：、（）？]/);
      expect(zh_CN).not.toMatch(/[\u4e00-\u9fff][,;:?!](?=[\u4e00-\u9fff]|$)/);
      expect(zh_CN).not.toMatch(/[\u4e00-\u9fff]\.(?=\s|$)/);
    },
  );

  it('is used somewhere', () => {
    const sources = SOURCES.flatMap((folder) => filesIn(folder)).map((path) => ({
      path,
      text: readFileSync(path, 'utf8'),
    }));
    const unused = entries.filter(({ path }) => {
      const [file = '', catalogue = '', key = ''] = path.split(' › ');
      const module = file.replace(/\.ts$/, '');
      const users = sources.filter(
        ({ path: at, text }) =>
          at.endsWith(`i18n/${file}`) ||
          text.includes(`i18n/${module}'`) ||
          text.includes(`./${module}'`),
      );
      return !users.some(({ text }) => {
        const alias = new RegExp(`\\b${catalogue} as (\\w+)`).exec(text)?.[1] ?? catalogue;
        // A catalogue that is read by a computed key is used as a whole.
        const whole = new RegExp(`\\b${alias}\\[|Object\\.(entries|keys)\\(${alias}\\)`).test(text);
        return whole || new RegExp(`\\b${alias}\\.${key}\\b`).test(text);
      });
    });
    expect(unused.map(({ path }) => path)).toEqual([]);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
