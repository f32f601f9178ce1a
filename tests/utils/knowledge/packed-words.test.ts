import { describe, expect, it } from 'vitest';
import {
  expressionAt,
  inSteps,
  once,
  takeWords,
  wordsAt,
} from '../../../utils/knowledge/packed-words';

describe('words taken out of the code', () => {
  it('are not to be had before they came, nor beyond their number', () => {
    expect(() => wordsAt(0)).toThrow('words: 0 of 0');
    takeWords(['村|镇', '^[一二三]']);
    expect(wordsAt(1)).toBe('^[一二三]');
    expect(() => wordsAt(2)).toThrow('words: 2 of 2');
    expect(() => takeWords(undefined)).toThrow('none in the package');
  });

  it('give the expression that stood there', () => {
    takeWords(['村|镇', '^[一二三]']);
    expect(expressionAt(1, 'u').test('三年级')).toBe(true);
    expect('青山镇三合村'.replace(expressionAt(0, 'gu'), '')).toBe('青山三合');
  });

  it('give an expression that keeps no place from one use to the next', () => {
    takeWords(['村']);
    for (let use = 0; use < 2; use++) expect(expressionAt(0, 'g').test('三合村')).toBe(true);
  });

  it('come back from the steps between their characters, where they were packed so', () => {
    const sorted = Array.from({ length: 60 }, (_, place) =>
      String.fromCharCode(0x4e00 + place * place),
    ).join('');
    for (const text of [sorted, `${sorted}一`, '一丁七', '']) {
      takeWords([inSteps(text)]);
      expect(wordsAt(0)).toBe(text);
    }
    expect(inSteps(sorted)).not.toBe(sorted);
    expect(inSteps('一丁七')).toBe('一丁七');
  });

  it('are made into a constant once, and only when it is asked for', () => {
    let made = 0;
    const constant = once(() => {
      made += 1;
      return undefined;
    });
    expect(made).toBe(0);
    constant();
    constant();
    expect(made).toBe(1);
  });
});
