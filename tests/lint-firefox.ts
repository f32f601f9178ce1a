/**
 * Mozilla's own linter over the Firefox build. It must find nothing, but for the one warning that
 * every Preact build gives: Preact's handling of `dangerouslySetInnerHTML`, which no component uses.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

interface Message {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

const BUILD = '.output/firefox-mv3';
const run = promisify(execFile);
const { stdout } = await run('npx', ['--no-install', 'addons-linter', '--output', 'json', BUILD], {
  maxBuffer: 50_000_000,
  shell: process.platform === 'win32',
}).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as {
  errors: Message[];
  warnings: Message[];
  notices: Message[];
};
const found = [...report.errors, ...report.warnings, ...report.notices].filter(
  (message) => !isPreactsOwn(message),
);
for (const { code, message, file, line } of found) {
  console.error(`✗ ${code} ${file ?? ''}:${line ?? ''} ${message}`);
}
console.log(found.length === 0 ? 'Nothing found.' : `${found.length} found.`);
process.exit(found.length === 0 ? 0 : 1);

function isPreactsOwn({ code, file, line, column }: Message): boolean {
  if (code !== 'UNSAFE_VAR_ASSIGNMENT' || file === undefined) return false;
  const source = readFileSync(`${BUILD}/${file}`, 'utf8').split('\n')[(line ?? 1) - 1] ?? '';
  const near = source.slice(Math.max(0, (column ?? 0) - 400), (column ?? 0) + 200);
  return near.includes('__html');
}
