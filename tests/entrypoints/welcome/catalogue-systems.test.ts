import { describe, expect, it } from 'vitest';
import {
  catalogueSystems,
  PROVINCES,
  provinceName,
} from '../../../entrypoints/welcome/catalogue-systems';
import { GOVERNMENT_PATTERN } from '../../../utils/domain/match-pattern';
import { isNeverTracked } from '../../../utils/knowledge/platforms';

const systems = [...catalogueSystems().values()].flat();

describe('the systems to choose from', () => {
  it('are there, each with what the browser would be asked for', () => {
    expect(systems.length).toBeGreaterThan(10);
    expect(systems.filter(({ patterns }) => patterns.length === 0)).toEqual([]);
  });

  it('leave out what agreeing asks for already', () => {
    const patterns = systems.flatMap((system) => system.patterns);
    expect(patterns).not.toContain(GOVERNMENT_PATTERN);
    expect(patterns.filter((pattern) => pattern.includes('.gov.cn'))).toEqual([]);
  });

  it('never ask for the whole web or for what is never recorded', () => {
    for (const pattern of systems.flatMap((system) => system.patterns)) {
      expect(pattern).toMatch(/^\*:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
      const address = pattern.replace('*://', 'https://').replace('*.', '').replace('/*', '/');
      expect(isNeverTracked(address)).toBe(false);
    }
  });

  it('take a second address of a system along with it', () => {
    const jinshuju = systems.find(({ rule }) => rule === 'forms.jinshuju');
    expect(jinshuju?.patterns).toHaveLength(2);
  });
});

describe('the provinces to choose from', () => {
  it('are all of the mainland, and those that the catalogue names among them', () => {
    expect(new Set(PROVINCES).size).toBe(31);
    expect(systems.flatMap(({ province }) => province ?? [])).not.toEqual([]);
    for (const { province } of systems) {
      if (province !== undefined) expect(PROVINCES).toContain(province);
    }
  });

  it('have a name of their own in English, in the same order', () => {
    const english = PROVINCES.map((one) => provinceName(one, 'en'));
    expect(new Set(english).size).toBe(31);
    for (const name of english) expect(name).toMatch(/^[A-Z][A-Za-z ]+$/);
    expect(provinceName('陕西', 'en')).toBe('Shaanxi');
    expect(provinceName('新疆', 'en')).toBe('Xinjiang');
    expect(provinceName('浙江', 'zh_CN')).toBe('浙江');
  });
});
