/** What every bench understands on its command line. */
export interface BenchArguments<Options extends Record<string, string>> {
  /** Also write the figures to this file. */
  readonly json: string | undefined;
  /** Exit with 1 where a limit is missed. */
  readonly check: boolean;
  readonly options: Options;
}

/**
 * Reads `--json FILE`, `--check` and the named options with their defaults.
 *
 * @throws Error on an option that the bench does not know
 */
export function readArguments<Options extends Record<string, string>>(
  defaults: Options,
  words: readonly string[] = process.argv.slice(2),
): BenchArguments<Options> {
  let json: string | undefined;
  let check = false;
  const options: Record<string, string> = { ...defaults };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--check') check = true;
    else if (word === '--json') json = rest.shift();
    else if (word.startsWith('--') && word.slice(2) in defaults) {
      options[word.slice(2)] = rest.shift() ?? '';
    } else {
      const known = ['--json FILE', '--check', ...Object.keys(defaults).map((name) => `--${name}`)];
      throw new Error(`Unknown option ${word}. Known: ${known.join(', ')}.`);
    }
  }
  return { json, check, options: options as Options };
}
