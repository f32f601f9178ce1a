import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Run {
  readonly seconds: number;
  /** Time of all processors, which does not grow with what else runs on the machine. */
  readonly processorSeconds: number;
  /** Most memory held, MB (10⁶ bytes). */
  readonly megabytes: number;
  readonly output: string;
}

/**
 * Runs one program of this folder in a process of its own, from its start to its end.
 *
 * @throws Error with what it said where it fails
 */
export async function runProgram(path: string, words: readonly string[]): Promise<Run> {
  const usageFile = join(tmpdir(), `usage-${process.pid}-${Date.now()}`);
  const preload = fileURLToPath(new URL('./report-usage.ts', import.meta.url));
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--import',
      preload,
      fileURLToPath(new URL(path, import.meta.url)),
      ...words,
    ],
    { env: { ...process.env, USAGE_FILE: usageFile }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stdout.on('data', (part) => {
    output += String(part);
  });
  child.stderr.on('data', (part) => {
    output += String(part);
  });
  const status = await new Promise<number | null>((done) => child.on('close', done));
  const seconds = (performance.now() - startedAt) / 1_000;
  if (status !== 0) throw new Error(`${path} ended with ${status}: ${output}`);
  const usage = JSON.parse(readFileSync(usageFile, 'utf8')) as { bytes: number; seconds: number };
  rmSync(usageFile);
  return { seconds, processorSeconds: usage.seconds, megabytes: usage.bytes / 1e6, output };
}
