import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { findBrowser } from '../e2e/find-browser';
import { hostResolverRules } from './hosts';

export interface PlainBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/**
 * A browser without any extension, in which every practice host is answered by the local server.
 * Its tabs are as a person's: only the one in front is visible and has the focus. (A browser that the
 * driver launches itself pretends to every tab that it is in front.)
 *
 * @throws Error where the browser does not start within 20 s
 */
export async function launchPlain(port: number): Promise<PlainBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'portal-profile-'));
  const program = spawn(
    findBrowser().path,
    [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--host-resolver-rules=${hostResolverRules(port)}`,
      '--window-size=1366,855',
      '--lang=zh-CN',
      '--no-first-run',
      '--disable-features=Translate',
      'about:blank',
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((done) => program.once('exit', () => done()));
  const portFile = join(profile, 'DevToolsActivePort');
  for (let i = 0; i < 200 && !(existsSync(portFile) && readFileSync(portFile).length); i++) {
    await new Promise((done) => setTimeout(done, 100));
  }
  if (!existsSync(portFile)) {
    program.kill();
    throw new Error('The browser did not start within 20 s.');
  }
  const [debugPort] = readFileSync(portFile, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debugPort}`, {
    noDefaults: true,
  });
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no window.');
  return {
    context,
    async close() {
      await browser.close();
      program.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
