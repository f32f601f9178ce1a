import { type ChildProcess, execFile, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { ensureDebianPackages, onPath } from '../../e2e/find-browser';

const run = promisify(execFile);
const PROGRAMS = ['Xvfb', 'openbox', 'xdotool', 'xmessage', 'xprop', 'xrandr'];
const PACKAGES = ['xvfb', 'openbox', 'xdotool', 'x11-utils', 'x11-xserver-utils'];

/** A screen of its own with a window manager, and hands that move its mouse and press its keys. */
export interface Display {
  /** As in `DISPLAY`; undefined where there is none. */
  readonly name: string | undefined;
  /** Runs xdotool with these words and returns what it prints. */
  hands(...words: string[]): Promise<string>;
  /** Opens a window of another program and returns its id. */
  openOtherProgram(): Promise<string>;
  /**
   * When the screen first changed after a moment: another window came up, or the window in front got
   * another title, as it does with another tab. Undefined where it did not within the time.
   */
  changeAfter(at: number, withinMs: number): Promise<number | undefined>;
  /** Makes two monitors of the screen, each half as wide. */
  splitInTwo(): Promise<void>;
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
  const children: ChildProcess[] = [];
  const close = () => {
    for (const child of children.reverse()) child.kill();
    children.length = 0;
    process.removeListener('exit', close);
  };
  process.once('exit', close);
  try {
    return await shown(children, close);
  } catch (error) {
    close();
    throw error;
  }
}

async function shown(children: ChildProcess[], close: () => void): Promise<Display> {
  // The screen takes a number that is free and tells it.
  const screen = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  children.push(screen);
  let number = '';
  (screen.stdio[3] as Readable).setEncoding('utf8').on('data', (text: string) => {
    number += text;
  });
  await until(async () => number.endsWith('\n'), 30_000, 'the virtual screen');
  const name = `:${number.trim()}`;
  const env = { ...process.env, DISPLAY: name };
  const start = (program: string, ...words: string[]) => {
    const child = spawn(program, words, { env, stdio: 'ignore' });
    children.push(child);
    return child;
  };
  const hands = async (...words: string[]) =>
    (await run('xdotool', words, { env, timeout: 20_000 })).stdout.trim();
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
  const changes: number[] = [];
  const watched = new Set<string>();
  const watch = (words: readonly string[], tell: (line: string) => void) => {
    const eyes = spawn('xprop', [...words], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(eyes);
    let first = true;
    eyes.stdout.setEncoding('utf8').on('data', (lines: string) => {
      // What it begins with is no change.
      if (!first) changes.push(Date.now());
      first = false;
      tell(lines);
    });
  };
  watch(['-root', '-spy', '_NET_ACTIVE_WINDOW'], (lines) => {
    for (const [id] of lines.matchAll(/0x[0-9a-f]{2,}/g)) {
      if (watched.has(id)) continue;
      watched.add(id);
      watch(['-id', id, '-spy', '_NET_WM_NAME'], () => {});
    }
  });
  return {
    name,
    hands,
    async changeAfter(at, withinMs) {
      const end = Date.now() + withinMs;
      for (;;) {
        const change = changes.find((one) => one >= at);
        if (change !== undefined || Date.now() > end) return change;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async openOtherProgram() {
      const title = `other-${children.length}`;
      start('xmessage', '-title', title, '-geometry', '300x200+1250+40', '-buttons', 'ok', 'x');
      return hands('search', '--sync', '--onlyvisible', '--name', title);
    },
    async splitInTwo() {
      for (const [monitor, geometry, output] of [
        ['left', '800/212x1000/265+0+0', 'screen'],
        ['right', '800/212x1000/265+800+0', 'none'],
      ] as const) {
        await run('xrandr', ['--setmonitor', monitor, geometry, output], { env, timeout: 20_000 });
      }
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
