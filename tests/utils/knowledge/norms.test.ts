import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LEXICON_PATH, parseLexicon } from '../../../utils/knowledge/lexicon';
import { articlesOn, citation, NORMS, normArticle, normById } from '../../../utils/knowledge/norms';

describe('norms', () => {
  it('are named once, and so are their articles', () => {
    const ids = NORMS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const norm of NORMS) {
      const articles = norm.articles.map(({ id }) => id);
      expect(new Set(articles).size).toBe(articles.length);
      expect(norm.readIn.length).toBeGreaterThan(0);
      expect(norm.date).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
      for (const { text, topics } of norm.articles) {
        expect(text.zh_CN).not.toBe('');
        expect(text.en).not.toMatch(/[\u4e00-\u9fff]/u);
        expect(topics.length).toBeGreaterThan(0);
      }
    }
  });

  it('are cited by analogy where they were written for mobile apps', () => {
    const citationOf = (id: string) => {
      const norm = normById(id);
      return norm && citation(norm);
    };
    expect(citationOf('measures-2026')).toBe('by-analogy');
    expect(citationOf('opinion-2023')).toBe('by-analogy');
    expect(citationOf('indicators-2019')).toBe('applies');
    expect(citationOf('constructor')).toBeUndefined();
  });

  it('are found by reference and by topic', () => {
    expect(normArticle('measures-2026/check-in')?.article.topics).toContain('check-in');
    expect(normArticle('measures-2026/none')).toBeUndefined();
    expect(normArticle('measures-2026')).toBeUndefined();
    expect(articlesOn('blank-columns')).toEqual(['indicators-2019/blank-columns']);
    expect(articlesOn('check-in').length).toBeGreaterThanOrEqual(3);
  });

  it('are the ones that the lexicon names', () => {
    const lexicon = parseLexicon(JSON.parse(readFileSync(LEXICON_PATH, 'utf8')));
    for (const { kind, norms } of lexicon.categories) {
      for (const id of norms) expect(normById(id), `${kind}: ${id}`).toBeDefined();
    }
  });
});
