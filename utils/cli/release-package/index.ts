/**
 * A research package from the releases of a unit.
 *
 * `npm run package:releases -- --out package.zip [--title TITLE] [--contact CONTACT] RELEASE…`
 *
 * Releases are the files that the unit page saves. The package is a Data Package as that of a person's
 * own data: tidy CSV and Parquet, schemas, a codebook in Chinese and English, and where it comes from.
 * Ends with 1 where a file is no release, and writes nothing then.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { parseRelease } from '../../domain/contribution/release-file';
import { dataPackage } from '../../format/research-package';
import { RELEASE_TABLES, releaseTables } from './release-tables';

const USAGE =
  'npm run package:releases -- --out package.zip [--title TITLE] [--contact CONTACT] RELEASE…';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly version: string;
};

function readWords(words: readonly string[]) {
  const options = new Map([
    ['--out', ''],
    ['--title', 'Releases of sums'],
    ['--contact', ''],
  ]);
  const paths: string[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (options.has(word)) {
      const value = rest.shift();
      if (value === undefined) throw new Error(`${word} needs a value. ${USAGE}`);
      options.set(word, value);
    } else if (word.startsWith('--')) throw new Error(`Unknown option ${word}. ${USAGE}`);
    else paths.push(word);
  }
  const out = options.get('--out') ?? '';
  if (out === '' || paths.length === 0) throw new Error(USAGE);
  return {
    out,
    title: options.get('--title') ?? '',
    contact: options.get('--contact') ?? '',
    paths,
  };
}

try {
  const { out, title, contact, paths } = readWords(process.argv.slice(2));
  const releases = paths.map((path) => {
    const read = parseRelease(readFileSync(path, 'utf8'));
    if ('fault' in read) throw new Error(`${path} is no release: ${JSON.stringify(read.fault)}`);
    return read.value;
  });
  const bytes = dataPackage({
    name: 'qingzhuang-releases',
    title,
    description: 'Sums that units released; no person is in them.',
    contributors: contact === '' ? [] : [{ title: contact, roles: ['contact'] }],
    codebookTables: RELEASE_TABLES,
    rows: releaseTables(releases),
    provenance: {
      program: 'qingzhuang',
      programVersion: version,
      packageVersion: 1,
      sources: releases.map(({ source, collection, weeks }) => ({ source, collection, weeks })),
      cannotSee: ['phones', 'mini-programs', 'chat groups', 'desktop programs', 'paper'],
      notForRanking: true,
    },
  });
  writeFileSync(out, bytes);
  console.error(`${releases.length} releases, ${bytes.length} bytes: ${out}`);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}
