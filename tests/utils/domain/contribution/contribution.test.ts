import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contributionVector,
  type PlatformFigures,
} from '../../../../utils/domain/contribution/contribution';
import { layoutOf } from '../../../../utils/domain/contribution/layout';
import {
  contributionReader,
  vectorFault,
} from '../../../../utils/domain/contribution/read-contribution';
import { contributionToken } from '../../../../utils/domain/contribution/token';
import {
  bytes,
  COLLECTION,
  personWeek,
  plainFile,
  platformFigures,
  secretOf,
  WEEK,
} from './fixture';

const layout = layoutOf(COLLECTION);
const at = (name: string) => layout.entries.findIndex((entry) => entry.name === name);
const figureOf = (
  figures: readonly PlatformFigures[],
  name: string,
  hidden: readonly string[] = [],
) => contributionVector(figures, layout, new Set(hidden))[at(name)];

const anyPlatform = fc.record({
  code: fc.constantFrom(
    'study.xuexi',
    'nb-01',
    'mz.qingshan.gov.cn',
    'elsewhere.example',
    undefined,
  ),
  category: fc.constantFrom('study', 'grid', 'civil_affairs', 'water'),
  days: fc.nat(127),
  workingMs: fc.nat(80 * 3_600_000),
  fillings: fc.nat(400),
  entered: fc.nat(900),
  prefilled: fc.nat(900),
  comparable: fc.nat(900),
  reentered: fc.nat(900),
  reentryMs: fc.nat(20 * 3_600_000),
  checkIns: fc.nat(300),
  traces: fc.nat(300),
  repeats: fc.nat(300),
  zombie: fc.boolean(),
  forms: fc.array(
    fc.record({
      code: fc.constantFrom('f1', undefined),
      fillings: fc.nat(200),
      eachMs: fc.nat(3_600_000),
      reentered: fc.nat(200),
      reentryMs: fc.nat(3_600_000),
    }),
    { maxLength: 3 },
  ),
});

describe('a contribution', () => {
  it('has names for its entries, each once, in ASCII', () => {
    const names = layout.entries.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[\w/.:-]+$/.test(name))).toEqual([]);
  });

  it('is coarse: 5 minutes and 5 h per platform, 15 minutes and 20 h per category, 99', () => {
    const long = platformFigures({ workingMs: 403 * 60_000, checkIns: 250 });
    const short = platformFigures({ workingMs: 22.6 * 60_000 });
    expect(figureOf([short], 'platform/study.xuexi/minutes')).toBe(25);
    expect(figureOf([short], 'category/study/minutes')).toBe(30);
    expect(figureOf([long], 'platform/study.xuexi/minutes')).toBe(300);
    expect(figureOf([long], 'platform/study.xuexi/minutes/square')).toBe(90_000);
    expect(figureOf([long], 'platform/study.xuexi/checkIns')).toBe(99);
    expect(figureOf([long], 'platform/study.xuexi/minutes/bin5')).toBe(1);
  });

  it('keeps the duplicate share where the counts are over the cap', () => {
    const many = platformFigures({ comparable: 400, reentered: 100, entered: 300, prefilled: 0 });
    expect(figureOf([many], 'platform/study.xuexi/comparable')).toBe(99);
    expect(figureOf([many], 'platform/study.xuexi/reentered')).toBe(25);
  });

  it('folds what is not in the dictionary into the rest of its category', () => {
    const off = platformFigures({ code: 'elsewhere.example', category: 'water' });
    expect(figureOf([off], 'rest/other/minutes')).toBe(90);
    expect(figureOf([off], 'category/other/weight')).toBe(1);
  });

  it('passes every check of the reader, whatever the week was', () => {
    fc.assert(
      fc.property(fc.array(anyPlatform, { maxLength: 8 }), (figures) => {
        expect(vectorFault(contributionVector(figures, layout), layout)).toBeUndefined();
      }),
    );
  });

  it('with a row hidden is the one of a week without it', () => {
    const rows = layout.rows.map(({ key }) => key);
    fc.assert(
      fc.property(
        fc.array(anyPlatform, { maxLength: 8 }),
        fc.constantFrom(...rows),
        (figures, row) => {
          const { kind, name } = layout.row.get(row) ?? { kind: '', name: '' };
          const inRow = (one: PlatformFigures) => {
            const listed = layout.row.has(`platform/${one.code}`);
            const category = listed
              ? (layout.row.get(`platform/${one.code}`)?.parent?.slice(9) ?? '')
              : layout.row.has(`category/${one.category}`)
                ? one.category
                : 'other';
            if (kind === 'all') return true;
            if (kind === 'category') return category === name;
            if (kind === 'platform') return one.code === name;
            return kind === 'rest' && !listed && category === name;
          };
          const without = figures
            .filter((one) => !inRow(one))
            .map((one) => ({
              ...one,
              forms: one.forms.filter(({ code }) =>
                one.code !== 'mz.qingshan.gov.cn'
                  ? true
                  : kind === 'form'
                    ? code !== name
                    : !(kind === 'formrest' && code === undefined),
              ),
            }));
          expect(contributionVector(figures, layout, new Set([row]))).toEqual(
            contributionVector(without, layout),
          );
        },
      ),
    );
  });

  it('with everything hidden is blank, and so is an empty week', () => {
    const blank = new Uint32Array(layout.entries.length);
    expect(contributionVector(personWeek(1), layout, new Set(['all']))).toEqual(blank);
    expect(contributionVector([], layout)).toEqual(blank);
  });

  it('has a token that links neither weeks nor collections', () => {
    const tokens = ['a', 'b'].flatMap((collection) =>
      [WEEK, '2026-W48'].map((week) => contributionToken(secretOf(1), collection, week)),
    );
    expect(new Set(tokens).size).toBe(4);
    expect(tokens[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(contributionToken(secretOf(1), 'a', WEEK)).toBe(tokens[0]);
  });
});

describe('reading a contribution', () => {
  const reader = contributionReader(COLLECTION, WEEK);
  const read = (text: string) => reader.read(bytes(text));
  const file = plainFile(1);

  it('gives back the vector that was written', () => {
    const found = read(file);
    expect(found).toMatchObject({ rev: 1 });
    expect(typeof found === 'object' && [...found.vector]).toEqual([
      ...contributionVector(personWeek(1), layout),
    ]);
  });

  it('does not mind a byte order mark and white space around it', () => {
    expect(read(`\ufeff${file}\r\n`)).toMatchObject({ rev: 1 });
  });

  const replaced = (index: number, value: number) =>
    file.replace(/\[(.*)\]/, (_, list: string) => {
      const values = list.split(',');
      values[index] = String(value);
      return `[${values.join(',')}]`;
    });

  it.each([
    ['malformed', ''],
    ['too-large', '{"a":'.repeat(5000)],
    ['malformed', '{"a":'.repeat(300)],
    ['malformed', '{"__proto__":{"rev":1}}'],
    ['malformed', file.slice(0, -30)],
    ['malformed', file.replace('"rev":1', '"rev":0')],
    ['malformed', file.replace('[1,', '[01,')],
    ['malformed', file.replace('[1,', '[-1,')],
    ['malformed', file.replace('[1,', '[1.0,')],
    ['malformed', file.replace('"token"', '"Token"')],
    ['version', file.replace('contribution/1', 'contribution/2')],
    ['version', file.replace('"measures":1', '"measures":2')],
    ['foreign-collection', file.replace('QS-2026-4', 'QS-2026-5')],
    ['foreign-week', file.replace('2026-W47', '2026-W46')],
    ['wrong-length', file.replace(']', ',0]')],
    ['wrong-length', file.replace(/,\d+\]/, ']')],
    ['wrong-mode', file.replace('"values":[', '"open":"')],
    ['over-cap', replaced(at('platform/study.xuexi/minutes'), 305)],
    ['over-cap', replaced(at('all/weight'), 2)],
    ['over-cap', replaced(0, 123456789)],
    ['inconsistent', replaced(at('platform/study.xuexi/minutes'), 3)],
    ['inconsistent', replaced(at('all/minutes/square'), 7)],
    ['inconsistent', replaced(at('platform/study.xuexi/weight'), 0)],
    ['too-large', file.replace('[', `[${'0,'.repeat(20_000)}`)],
  ])('refuses as %s', (reason, text) => {
    expect(read(text)).toBe(reason);
  });
});
