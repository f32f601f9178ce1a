import { describe, expect, it } from 'vitest';
import { liftedWords, withoutWords } from '../../../utils/cli/lift-words';
import { expressionAt, once, takeWords, wordsAt } from '../../../utils/knowledge/packed-words';

const SOURCE = `
const UNITS = '平方米|平方公里|公顷';
const UNIT = new RegExp(\`^(?:\${UNITS}|单位：平方米)$\`);
const PLACE = /(?:村委会|居委会|街道办)$/u;
const SHORT = /村|镇/u;
const WORDS = new Map([['平方公里', 'km2']]);
function read(text) {
  const found = { UNIT: UNIT.test(text), place: PLACE.test(text), short: SHORT.test(text) };
  return [found, /^(?:是否|有无)/u.test(text), WORDS.get(text), text.replace(/平方公里/gu, 'km2')];
}
return read;
`;
type Read = (text: string) => unknown;

function reading(code: string): Read {
  // The build's own plugin adds the import.
  return new Function('__expressionAt', '__once', '__wordsAt', code)(expressionAt, once, wordsAt);
}

describe('code without its words', () => {
  it('does as it did with them, once they are there', () => {
    const wrapped = `(() => {${SOURCE}})`.replace('return read;', '');
    const lifted = withoutWords('a.js', SOURCE.replace('return read;', ''), 2);
    expect(wrapped).toContain('街道办');
    const read = reading(`${lifted.code} return read;`);
    takeWords(['other', 'words', ...lifted.words]);
    const whole = reading(SOURCE);
    for (const text of ['平方公里', '单位：平方米', '三合村委会', '是否公顷', '公顷', '']) {
      expect(read(text)).toEqual(whole(text));
    }
  });

  it('holds no long Chinese text any more, and keeps short ones', () => {
    const { code } = withoutWords('a.js', SOURCE.replace('return read;', ''), 0);
    expect(code).not.toMatch(/[\u4e00-\u9fff]{4}/u);
    expect(code).toContain('/村|镇/u');
  });

  it('makes nothing of them before it is asked', () => {
    takeWords([]);
    const { code } = withoutWords('a.js', SOURCE.replace('return read;', ''), 0);
    const read = reading(`${code} return read;`);
    expect(() => read('村')).toThrow('words: ');
  });

  it('cannot be exported as a constant, which another module would ask for at once', () => {
    expect(() => withoutWords('a.js', "export const UNITS = '平方米|平方公里';", 0)).toThrow(
      'UNITS is exported',
    );
    expect(() => withoutWords('a.js', "const units = '平方米|平方公里';", 0)).toThrow(
      'units is no',
    );
  });

  it('is what is shipped of the recognition', () => {
    const words = liftedWords('.');
    expect(words.length).toBeGreaterThan(80);
    for (const word of words) expect(word).toMatch(/[\u2e80-\uffef]/u);
    // Beside the words themselves they are never asked for.
    expect(words.join('')).toContain('单位');
  });
});
