import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LiftedText,
  messagesIn,
  packed64,
  usesIn,
  withCalls,
} from '../../../utils/cli/lift-messages';
import { type MessagesAt, packedMessages } from '../../../utils/i18n/packed-messages';

/** The value of an expression after its messages were lifted, behind some others. */
function lifted(expression: string): unknown {
  const other: LiftedText = { zh_CN: '别的', en: 'Other' };
  const code = `export const value = ${expression};`;
  const found = messagesIn('value.ts', code);
  const texts = [other, other, ...found.texts];
  const messagesAt = packedMessages({ zh_CN: packed64(texts, 'zh_CN'), en: packed64(texts, 'en') });
  const calls = withCalls(code, found, 2).replace('export const value =', 'return');
  return new Function('__messagesAt', calls)(messagesAt satisfies MessagesAt);
}

const message = fc.record({ zh_CN: fc.string(), en: fc.string() }, { noNullPrototype: true });

describe('messages lifted out of the code', () => {
  it('are what the literals were: compared, spread, listed or written as JSON', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z][a-z. -]{0,8}$/), message),
        (catalogue) => {
          const value = lifted(JSON.stringify(catalogue)) as typeof catalogue;
          expect(value).toEqual(catalogue);
          expect(Object.entries({ ...value })).toEqual(Object.entries(catalogue));
          expect(JSON.stringify(value)).toBe(JSON.stringify(catalogue));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('leave everything beside them as it was, in its order', () => {
    const value = lifted(`{
      first: 1,
      title: { zh_CN: '标题', en: \`Title\` },
      'a b': { zh_CN: '空格', en: 'Space' },
      more: { zh_CN: '更多', en: "It’s more" },
      list: [{ zh_CN: '一', en: 'One' }, { id: 'x', text: { zh_CN: '二', en: 'Two' } }],
      ours: true,
      three: { zh_CN: '三', en: 'Three', note: 'not a message alone' },
      turned: { en: 'Turned', zh_CN: '反' },
      computed: { zh_CN: '算' + '出', en: 'Computed' },
    }`);
    expect(JSON.stringify(value)).toBe(
      JSON.stringify({
        first: 1,
        title: { zh_CN: '标题', en: 'Title' },
        'a b': { zh_CN: '空格', en: 'Space' },
        more: { zh_CN: '更多', en: 'It’s more' },
        list: [
          { zh_CN: '一', en: 'One' },
          { id: 'x', text: { zh_CN: '二', en: 'Two' } },
        ],
        ours: true,
        three: { zh_CN: '三', en: 'Three', note: 'not a message alone' },
        turned: { en: 'Turned', zh_CN: '反' },
        computed: { zh_CN: '算出', en: 'Computed' },
      }),
    );
  });

  it('are asked for by their place where the code names them', () => {
    const catalogue = "export const words = { title: { zh_CN: '标题', en: 'Title' }, more: 1 };";
    const { catalogues } = messagesIn('a/words.ts', catalogue);
    const of = (path: string) => (path === 'a/words.ts' ? catalogues : undefined);
    const direct = (code: string, path = 'b/page.ts') =>
      withCalls(code, messagesIn(path, code), 0, usesIn(path, code, of)).replaceAll(
        '/* @__PURE__ */',
        '',
      );
    const head = "import { words as own } from '../a/words';";
    expect(direct(`${head}say(own.title, own.more, own['title'], own);`)).toBe(
      `${head}say(__messagesAt(0), own.more, own['title'], own);`,
    );
    for (const other of [
      `${head}(own) => own.title;`,
      `${head}const { own } = other; say(own.title);`,
      `${head}try {} catch (own) { say(own.title); }`,
      "import { words as own } from '../c/words';say(own.title);",
      'other.own.title;',
    ]) {
      expect(direct(other)).toBe(other);
    }
  });

  it('are all that the catalogues hold', () => {
    for (const name of readdirSync('utils/i18n')) {
      const code = readFileSync(`utils/i18n/${name}`, 'utf8');
      const said = code.match(/zh_CN:\s*['"`]/g)?.length ?? 0;
      expect([name, messagesIn(name, code).texts.length]).toEqual([name, said]);
    }
  });
});
