/**
 * The research package as one archive: a Data Package (version 2, datapackage.org) of tidy tables as CSV
 * and Parquet, its table schemas and JSON Schema, a codebook in Chinese and English, and where it comes
 * from. The same rows give the same bytes, whenever and wherever it is made.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { JUDGEMENT_RULE_VERSION } from '../domain/duplicates';
import { FINDING_RULES } from '../domain/finding-rules';
import {
  MISSING,
  RESEARCH_TABLES,
  type ResearchColumn,
  type ResearchTable,
} from '../domain/research/codebook';
import type { ResearchRow, ResearchRows } from '../domain/research/research-tables';
import type { Study } from '../domain/research/study';
import type { Language } from '../i18n/message';
import { parquet } from './parquet';
import { storedZip } from './stored-zip';

export interface ResearchContents {
  readonly study: Study;
  readonly rows: ResearchRows;
  /** Version of the program that made the records. */
  readonly programVersion: string;
}

/** @throws RangeError where a row is not as the codebook says */
export function researchPackage({
  study,
  rows,
  programVersion,
}: ResearchContents): Uint8Array<ArrayBuffer> {
  return dataPackage({
    name: `qingzhuang-${study.code}`,
    title: study.title,
    description: study.purpose,
    contributors: [{ title: study.contact, roles: ['contact'] }],
    codebookTables: RESEARCH_TABLES,
    rows,
    provenance: {
      study,
      program: 'qingzhuang',
      programVersion,
      packageVersion: 1,
      ruleVersions: {
        duplicates: JUDGEMENT_RULE_VERSION,
        ...Object.fromEntries(FINDING_RULES.map(({ id, version }) => [id, version])),
      },
      thetaSeconds: [30, 60, 300],
      incompleteBelowCoverage: 0.8,
      cannotSee: ['phones', 'mini-programs', 'chat groups', 'desktop programs', 'paper'],
      notForRanking: true,
    },
  });
}

export interface PackageContents {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly contributors: readonly object[];
  readonly codebookTables: readonly ResearchTable[];
  readonly rows: ResearchRows;
  readonly provenance: object;
}

/**
 * Any tables of a codebook as a Data Package.
 *
 * @throws RangeError where a row is not as the codebook says
 */
export function dataPackage({
  codebookTables,
  rows,
  provenance,
  ...about
}: PackageContents): Uint8Array<ArrayBuffer> {
  const tables = codebookTables.flatMap((table) => {
    const found = rows.get(table.name);
    return found === undefined ? [] : [{ table, rows: found.map((row) => checked(table, row)) }];
  });
  const data = tables.flatMap(({ table, rows: its }) => {
    const columns = table.columns.map(({ name, type }) => ({
      name,
      type,
      values: its.map((row) => row[name]),
    }));
    return [
      { table, format: 'csv', path: `data/${table.name}.csv`, bytes: encoded(csv(table, its)) },
      { table, format: 'parquet', path: `data/${table.name}.parquet`, bytes: parquet(columns) },
    ];
  });
  const only = tables.map(({ table }) => table);
  const files: readonly (readonly [string, Uint8Array])[] = [
    [
      'datapackage.json',
      json({
        $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
        name: about.name,
        title: about.title,
        description: about.description,
        version: '1.0.0',
        contributors: about.contributors,
        resources: data.map(({ table, format, path, bytes }) => ({
          name: format === 'csv' ? table.name : `${table.name}-parquet`,
          title: table.title.en,
          path,
          type: 'table',
          format,
          mediatype: format === 'csv' ? 'text/csv' : 'application/vnd.apache.parquet',
          ...(format === 'csv' ? { encoding: 'utf-8' } : {}),
          bytes: bytes.length,
          hash: `sha256:${bytesToHex(sha256(bytes))}`,
          schema: tableSchema(table),
        })),
      }),
    ],
    ['schema.json', json(jsonSchema(only))],
    ['codebook.zh.md', encoded(codebook(only, 'zh_CN'))],
    ['codebook.en.md', encoded(codebook(only, 'en'))],
    ['provenance.json', json(provenance)],
    ...data.map(({ path, bytes }) => [path, bytes] as const),
  ];
  return storedZip(files);
}

/** The row, if it is as the codebook says. */
function checked({ name, columns }: ResearchTable, row: ResearchRow): ResearchRow {
  for (const { name: column, type, optional, least, most, values, pattern } of columns) {
    const value = row[column];
    const right =
      value === undefined
        ? optional === true
        : typeof value === (type === 'integer' ? 'number' : type) &&
          (typeof value !== 'number' ||
            ((type === 'number' || Number.isSafeInteger(value)) &&
              value >= (least ?? value) &&
              value <= (most ?? value))) &&
          (typeof value !== 'string' ||
            (new RegExp(pattern ?? '').test(value) && (values?.includes(value) ?? true)));
    if (!right) throw new RangeError(`${name}.${column}`);
  }
  return row;
}

/** No text in a row needs quotes: the codebook's patterns see to that. */
function csv({ columns }: ResearchTable, rows: readonly ResearchRow[]): string {
  const names = columns.map(({ name }) => name);
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
}

function tableSchema({ columns, key }: ResearchTable): object {
  return {
    fields: columns.map((column) => ({
      name: column.name,
      type: column.type,
      title: column.title.zh_CN,
      description: column.title.en,
      ...(column.unit === undefined ? {} : { unit: column.unit }),
      constraints: {
        required: column.optional !== true,
        ...limits(column),
      },
    })),
    missingValues: [''],
    primaryKey: key,
  };
}

function jsonSchema(tables: readonly ResearchTable[]): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $defs: Object.fromEntries(
      tables.map(({ name, columns }) => [
        name,
        {
          type: 'object',
          additionalProperties: false,
          required: columns.flatMap((column) => (column.optional ? [] : column.name)),
          properties: Object.fromEntries(
            columns.map((column) => [column.name, { type: column.type, ...limits(column) }]),
          ),
        },
      ]),
    ),
  };
}

function limits({ least, most, values, pattern }: ResearchColumn): object {
  return {
    ...(least === undefined ? {} : { minimum: least }),
    ...(most === undefined ? {} : { maximum: most }),
    ...(values === undefined ? {} : { enum: values }),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

/** The codebook in one language, as a text that a person reads. */
export function codebook(tables: readonly ResearchTable[], language: Language): string {
  const head =
    language === 'zh_CN'
      ? '| 列 | 含义 | 类型 | 单位 | 取值 | 可空 | 始于 |'
      : '| column | meaning | type | unit | range | may be empty | since |';
  return [
    `# ${language === 'zh_CN' ? '数据字典' : 'Codebook'}`,
    MISSING[language],
    ...tables.map((table) =>
      [
        `## ${table.name}\n\n${table.title[language]}\n\n${head}\n|---|---|---|---|---|---|---|`,
        ...table.columns.map((column) => {
          const { name, type, unit, values, least, most, optional, since } = column;
          const bounds = (least ?? most) === undefined ? '' : `${least ?? ''}…${most ?? ''}`;
          const range = values?.join(' ') ?? bounds;
          return `| ${[name, column.title[language], type, unit ?? '', range, optional ? '✓' : '', since].join(' | ')} |`;
        }),
      ].join('\n'),
    ),
  ].join('\n\n');
}

function json(value: object): Uint8Array {
  return encoded(`${JSON.stringify(value, null, 1)}\n`);
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
