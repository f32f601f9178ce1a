/**
 * Every bench in turn, each with its figures as JSON: `npm run bench`, or `npm run bench -- page report`
 * for some. The folder is what `npm run validity` reads.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

const HERE = 'tests/bench';
const OUT = join('tests', '.artifacts', 'bench');
const known = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. Benches: ${known.join(', ')}.`);
  process.exit(2);
}
mkdirSync(OUT, { recursive: true });
console.log(
  `${type()} ${release()}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${new Date().toISOString().slice(0, 10)}`,
);
const failed = (asked.length > 0 ? asked : known).filter((name) => {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(
    'npx',
    [
      '--no-install',
      'tsx',
      join(HERE, name, 'index.ts'),
      '--check',
      '--json',
      join(OUT, `${name}.json`),
    ],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  return status !== 0;
});
console.log(
  failed.length === 0 ? '\nAll within their limits.' : `\nBelow their limits: ${failed.join(', ')}`,
);
process.exit(failed.length === 0 ? 0 : 1);
