import { RESEARCH_TABLES } from '../../utils/domain/research/codebook';
import { codebook } from '../../utils/format/research-package';
import { type Definition, definitions, FIGURE_NAMES } from '../../utils/i18n/definitions';
import { readVectors } from '../vectors/read-vectors';
import { THREATS } from './threats';

/** METRICS.md, from the definitions that the program shows, the codebook, the threats and the vectors. */
export function metricsText(): string {
  const vectors = readVectors();
  const measures = FIGURE_NAMES.map((name) => {
    const definition: Definition = definitions[name];
    const known = THREATS[name];
    const its = vectors.filter(({ vector }) => vector.measure === name);
    const since = its.map(({ vector }) => vector.since).sort()[0] ?? '';
    return [
      `## ${definition.title.en} ${definition.title.zh_CN}`,
      `\`${name}\`${definition.ours ? ' · convention of this project (自定口径)' : ''}`,
      `${definition.what.en}\n\n${definition.what.zh_CN}`,
      `**Formula.** ${definition.formula.en}`,
      `**Threats to validity.** ${known.threats}`,
      `**Computed in** \`utils/domain/${known.module}.ts\`, since ${since}.${known.columns === undefined ? '' : ` **In the research package:** ${known.columns.map((column) => `\`${column}\``).join(', ')}.`}`,
      ...its.map(({ name: file, vector }) => {
        const numbers = vector.cases.map(
          ({ thetaMs, expect }) =>
            `θ = ${thetaMs / 1000} s: ${Object.entries(expect)
              .map(([path, number]) => `\`${path}\` = ${number}`)
              .join(', ')}`,
        );
        return `**Test vector** [${file}](tests/vectors/${file}.json). ${vector.what} → ${numbers.join('; ')}.`;
      }),
    ].join('\n\n');
  });
  return `${[
    '# Measures',
    'Every figure that the program prints: what it is, how it is computed, what threatens it, since when it is computed so, and logs of records with the numbers that they must come to. This file is written by `npm run docs` from what the program itself shows and computes; the vectors are run by `npm test`.',
    'Common to all: figures are those of one browser on one computer. Phones, mini-programs, chat groups, desktop programs and paper are not seen. Weeks with a coverage below 0.8 are incomplete; the first four weeks are shown and not compared. An empty value is not zero.',
    'What a vector leaves out is empty, but for three platforms (a, b and c, of no special category, on the list for 200 days), workdays from Monday to Friday, and working hours from 8:30 to 12:00 and from 14:00 to 18:00. Times are milliseconds since 1970.',
    ...measures,
    codebook(RESEARCH_TABLES, 'en').replaceAll(/^(#+) /gm, '#$1 '),
  ].join('\n\n')}\n`;
}
