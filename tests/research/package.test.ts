import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020';
import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { JUDGEMENT_RULE_VERSION } from '../../utils/domain/duplicates';
import { FINDING_RULES } from '../../utils/domain/finding-rules';
import { RESEARCH_TABLES } from '../../utils/domain/research/codebook';
import { type ResearchInput, researchTables } from '../../utils/domain/research/research-tables';
import { parseStudy } from '../../utils/domain/research/study';
import { researchPackage } from '../../utils/format/research-package';
import { consentOf, researchInput, SECRET, STUDY } from './fixtures';

const bytesOf = (input: ResearchInput = researchInput()) =>
  researchPackage({
    study: input.consent.study,
    rows: researchTables(input),
    programVersion: '0.1.0',
  });
const filesOf = (input?: ResearchInput) => unzipSync(bytesOf(input));
const textOf = (files: Record<string, Uint8Array>, path: string) =>
  strFromU8(files[path] ?? new Uint8Array());

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly format: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema: {
    readonly fields: readonly { readonly name: string; readonly type: string }[];
    readonly primaryKey: readonly string[];
  };
}

const resourcesOf = (files: Record<string, Uint8Array>): readonly Resource[] =>
  JSON.parse(textOf(files, 'datapackage.json')).resources;

describe('the research package', () => {
  const files = filesOf();
  const tables = resourcesOf(files).filter(({ format }) => format === 'csv');

  it('describes every table in it, and nothing that is not', () => {
    const described = resourcesOf(files).map(({ path }) => path);
    const data = Object.keys(files).filter((path) => path.startsWith('data/'));
    expect([...described].sort()).toEqual(data.sort());
    expect(tables.map(({ name }) => name)).toEqual(
      RESEARCH_TABLES.flatMap(({ name, timeOfDay }) => (timeOfDay ? [] : [name])),
    );
  });

  it('says of every table what bytes it has', () => {
    for (const { path, bytes, hash } of resourcesOf(files)) {
      const content = files[path] ?? new Uint8Array();
      expect(content.length).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(content).digest('hex')}`).toBe(hash);
    }
  });

  it.each(tables.map(({ name }) => name))(
    '%s reads the same from CSV and Parquet',
    async (name) => {
      const resource = tables.find((one) => one.name === name) as Resource;
      const { data, errors } = papa.parse<Record<string, string>>(textOf(files, resource.path), {
        header: true,
        skipEmptyLines: true,
      });
      expect(errors).toEqual([]);
      const types = new Map(resource.schema.fields.map(({ name: column, type }) => [column, type]));
      const fromCsv = data.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, text]) => [
            column,
            text === ''
              ? null
              : types.get(column) === 'string'
                ? text
                : types.get(column) === 'boolean'
                  ? text === 'true'
                  : Number(text),
          ]),
        ),
      );
      const file = (files[`data/${name}.parquet`] ?? new Uint8Array()).slice().buffer;
      const fromParquet = (await parquetReadObjects({ file })).map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => [
            column,
            typeof value === 'bigint' ? Number(value) : (value ?? null),
          ]),
        ),
      );
      expect(fromParquet).toEqual(fromCsv);

      const { $defs } = JSON.parse(textOf(files, 'schema.json'));
      const validate = new Ajv2020().compile($defs[name]);
      for (const row of fromCsv) {
        const there = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
        expect(validate(there), JSON.stringify(validate.errors)).toBe(true);
      }
      const keys = fromCsv.map((row) =>
        resource.schema.primaryKey.map((key) => row[key]).join('|'),
      );
      expect(new Set(keys).size).toBe(keys.length);
      if (name !== 'answers') expect(keys.length).toBeGreaterThan(0);
    },
  );

  it('explains every column in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const text = textOf(files, `codebook.${language}.md`);
      for (const { schema } of tables)
        for (const { name } of schema.fields) expect(text).toContain(`| ${name} | `);
    }
  });

  it('fills every column that the codebook has', () => {
    const answers = [{ id: '1', week: '2026-W47', kind: 'upload', answer: 'right' }] as const;
    const rows = researchTables(
      researchInput({ consent: consentOf({ answers, timeOfDay: true }) }),
    );
    const empty = RESEARCH_TABLES.flatMap(({ name, columns }) =>
      columns
        .filter((column) => !(rows.get(name) ?? []).some((row) => row[column.name] !== undefined))
        .map((column) => `${name}.${column.name}`),
    );
    expect(empty).toEqual([]);
  });

  it('is the same bytes whenever it is made', () => {
    const later = bytesOf(researchInput({ today: '2027-01-31' }));
    expect(Buffer.from(later).equals(Buffer.from(bytesOf()))).toBe(true);
  });

  it('holds no host, title, label, record id or moment', () => {
    const all = Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join('\n');
    for (const { summary } of researchInput().weeks) {
      for (const { platform, name } of summary.platforms) {
        expect(all).not.toContain(platform);
        expect(all).not.toContain(name);
      }
    }
    for (const secret of ['低保申请', 'ab'.repeat(12), SECRET]) expect(all).not.toContain(secret);
    expect(
      Object.values(files)
        .map((bytes) => strFromU8(bytes))
        .join('\n'),
    ).not.toMatch(/1[67]\d{11}\b/);
  });

  it('holds no time of day unless that was agreed to by itself', () => {
    expect(Object.keys(files).filter((path) => path.includes('hours'))).toEqual([]);
    const agreed = filesOf(researchInput({ consent: consentOf({ timeOfDay: true }) }));
    expect(textOf(agreed, 'data/hours.csv').split('\n').length).toBeGreaterThan(10);
    // And the rest of it is the same.
    expect(textOf(agreed, 'data/weeks.csv')).toBe(textOf(files, 'data/weeks.csv'));
  });

  it('names the person by a token that only this study knows', () => {
    const tokenOf = (change: Partial<typeof STUDY>, secret = SECRET) =>
      researchTables(
        researchInput({ secret, consent: consentOf({ study: { ...STUDY, ...change } }) }),
      ).get('weeks')?.[0]?.study;
    const own = tokenOf({});
    expect(own).toMatch(/^[0-9a-f]{32}$/);
    expect(tokenOf({ title: 'x' })).toBe(own);
    expect(tokenOf({ code: 'another-2026' })).not.toBe(own);
    expect(tokenOf({ ends: '2028-06-30' })).not.toBe(own);
    expect(tokenOf({}, 'f'.repeat(64))).not.toBe(own);
  });

  it('is made no more once the study has ended', () => {
    expect(() => researchTables(researchInput({ today: STUDY.ends }))).not.toThrow();
    expect(() => researchTables(researchInput({ today: '2027-07-01' }))).toThrow('has ended');
  });

  it('keeps attempts apart and every variant of the pause limit', () => {
    const rows = researchTables(researchInput());
    expect(new Set(rows.get('times')?.map((row) => row.theta_s))).toEqual(new Set([30, 60, 300]));
    const [platform] = rows.get('platforms') ?? [];
    expect(platform).toHaveProperty('attempts');
    expect(platform).toHaveProperty('submissions');
  });

  it('counts answers by week and kind', () => {
    const answers = (['right', 'right', 'wrong', 'unsure'] as const).map((answer, index) => ({
      id: String(index),
      week: '2026-W47',
      kind: 'submission' as const,
      answer,
    }));
    const rows = researchTables(researchInput({ consent: consentOf({ answers }) })).get('answers');
    expect(rows).toEqual([
      expect.objectContaining({
        week: '2026-W47',
        kind: 'submission',
        right: 2,
        wrong: 1,
        unsure: 1,
      }),
    ]);
  });

  it('says by which version of each rule it was judged', () => {
    const { ruleVersions } = JSON.parse(textOf(files, 'provenance.json'));
    expect(ruleVersions.duplicates).toBe(JUDGEMENT_RULE_VERSION);
    expect(Object.keys(ruleVersions)).toEqual(['duplicates', ...FINDING_RULES.map(({ id }) => id)]);
  });

  it('is refused where a row is not as the codebook says', () => {
    const rows = new Map(researchTables(researchInput()));
    const [first, ...others] = rows.get('weeks') ?? [];
    for (const broken of [
      { week: '张建国' },
      { coverage: 2 },
      { uploads: 1.5 },
      { uploads: -1 },
      { state: undefined },
    ]) {
      rows.set('weeks', [{ ...first, ...broken } as never, ...others]);
      expect(() => researchPackage({ study: STUDY, rows, programVersion: '0.1.0' })).toThrow(
        RangeError,
      );
    }
  });
});

describe('the file of a study', () => {
  it('is read where it is whole', () => {
    expect(parseStudy(JSON.stringify(STUDY))).toEqual(STUDY);
  });

  it.each([
    ['no text of a study', '[]'],
    ['broken', '{'],
    ['of another version', JSON.stringify({ ...STUDY, version: 2 })],
    ['with a key of its own', JSON.stringify({ ...STUDY, timeOfDay: true })],
    ['without an end', JSON.stringify({ ...STUDY, ends: undefined })],
    ['with an endless text', JSON.stringify({ ...STUDY, purpose: 'x'.repeat(201) })],
    ['with a code that is a path', JSON.stringify({ ...STUDY, code: '../x' })],
  ])('is refused where it is %s', (_name, text) => {
    expect(parseStudy(text)).toBeUndefined();
  });
});
