import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { ensureDebianPackages, onPath } from '../../e2e/find-browser';

const run = promisify(execFile);
const PROGRAMS = ['Xvfb', 'openbox', 'xdotool', 'xmessage', 'xprop'];
const PACKAGES = ['xvfb', 'openbox', 'xdotool', 'x11-utils'];

/** A screen of its own with a window manager, and hands that move its mouse and press its keys. */
export interface Display {
  readonly name: string;
  /** Runs xdotool with these words and returns what it prints. */
  hands(...words: string[]): Promise<string>;
  /** Opens a window of another program and returns its id. */
  openOtherProgram(): Promise<string>;
  /** Says of the screen that it is locked, as a screen saver does, or that it no longer is. */
  lock(locked: boolean): Promise<void>;
  close(): void;
}

/** The programs that a headed run needs and that are not there, after trying to install them. */
export function missingPrograms(): readonly string[] {
  const missing = () => PROGRAMS.filter((name) => onPath([name]).length === 0);
  ensureDebianPackages(PACKAGES, () => missing().length === 0);
  return missing();
}

/** Starts a virtual screen of 1600 × 1000 with openbox. */
export async function startDisplay(): Promise<Display> {
  const number = freeNumber();
  const name = `:${number}`;
  const env = { ...process.env, DISPLAY: name };
  const children: ChildProcess[] = [];
  const start = (program: string, ...words: string[]) => {
    const child = spawn(program, words, { env, stdio: 'ignore' });
    children.push(child);
    return child;
  };
  start('Xvfb', name, '-screen', '0', '1600x1000x24', '-nolisten', 'tcp');
  const hands = async (...words: string[]) =>
    (await run('xdotool', words, { env, timeout: 20_000 })).stdout.trim();
  await until(async () => existsSync(`/tmp/.X11-unix/X${number}`), 30_000, 'the virtual screen');
  start('openbox');
  await until(
    () =>
      hands('get_desktop').then(
        () => true,
        () => false,
      ),
    30_000,
    'the window manager',
  );
  const close = () => {
    for (const child of children.reverse()) child.kill();
    children.length = 0;
    process.removeListener('exit', close);
  };
  process.once('exit', close);
  return {
    name,
    hands,
    async openOtherProgram() {
      const title = `other-${children.length}`;
      start('xmessage', '-title', title, '-geometry', '300x200+1250+40', '-buttons', 'ok', 'x');
      return hands('search', '--sync', '--onlyvisible', '--name', title);
    },
    async lock(locked) {
      const words = locked
        ? ['-f', '_SCREENSAVER_STATUS', '32a', '-set', '_SCREENSAVER_STATUS', 'LOCK']
        : ['-remove', '_SCREENSAVER_STATUS'];
      await run('xprop', ['-root', ...words], { env, timeout: 20_000 });
    },
    close,
  };
}

/** Waits until something holds, looking ten times a second. */
export async function until(
  holds: () => Promise<boolean>,
  withinMs: number,
  what: string,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited ${withinMs} ms for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

let lastNumber = 89;

/** A number that no other screen has, nor one that is just being started here. */
function freeNumber(): number {
  do lastNumber++;
  while (existsSync(`/tmp/.X11-unix/X${lastNumber}`) || existsSync(`/tmp/.X${lastNumber}-lock`));
  return lastNumber;
}
