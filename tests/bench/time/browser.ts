import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { unpackedId } from '../../e2e/browser';
import { findBrowser } from '../../e2e/find-browser';
import { until } from './display';
import { type Protocol, protocolOver } from './protocol';

export interface BrowserOptions {
  readonly extension: string;
  readonly port: number;
  /** The display to show on; without it the browser runs headless. */
  readonly display?: string | undefined;
  readonly profile?: string;
}

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly title: string;
}

export interface Browser {
  readonly profile: string;
  readonly extensionId: string;
  readonly process: ChildProcess;
  readonly protocol: Protocol;
  targets(): Promise<readonly TargetInfo[]>;
  /** Opens a tab (or a window) in front and returns its target. */
  open(url: string, options?: { readonly newWindow?: boolean }): Promise<string>;
  /** The page that was opened or activated last. */
  front(): string | undefined;
  activate(targetId: string): Promise<void>;
  closeTab(targetId: string): Promise<void>;
  /** Runs code in a page of the extension or of the browser; it must not be one that is measured. */
  evaluate<Result>(targetId: string, expression: string): Promise<Result>;
  /** Stops the extension's worker from outside, as the browser does after 30 s of quiet. */
  stopWorker(): Promise<boolean>;
  workerRuns(): Promise<boolean>;
  quit(): Promise<void>;
  kill(): Promise<void>;
}

/** A browser that was asked to close gets this long. */
const PATIENCE_MS = 10_000;

/** Starts Chromium with the built extension, controlled over a pipe, with nothing attached. */
export async function startBrowser(options: BrowserOptions): Promise<Browser> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'qingzhuang-time-'));
  const extensionId = unpackedId(options.extension);
  const { path, branded } = findBrowser();
  const child = spawn(
    path,
    [
      `--user-data-dir=${profile}`,
      '--remote-debugging-pipe',
      '--no-first-run',
      '--no-default-browser-check',
      '--password-store=basic',
      '--disable-sync',
      '--hide-crash-restore-bubble',
      '--window-position=0,0',
      '--window-size=1000,800',
      '--lang=zh-CN',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-features=Translate,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      `--host-resolver-rules=MAP *.gov.cn 127.0.0.1:${options.port}, MAP *.com.cn 127.0.0.1:${options.port}, MAP * ~NOTFOUND`,
      ...(branded
        ? ['--enable-unsafe-extension-debugging']
        : [
            `--disable-extensions-except=${options.extension}`,
            `--load-extension=${options.extension}`,
          ]),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.display === undefined ? ['--headless=new'] : []),
      'about:blank',
    ],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      detached: true,
      env: {
        ...process.env,
        ...(options.display === undefined ? {} : { DISPLAY: options.display }),
      },
    },
  );
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const killGroup = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  };
  process.once('exit', killGroup);
  void exited.then(() => process.removeListener('exit', killGroup));
  const protocol = protocolOver(child.stdio[3] as Writable, child.stdio[4] as Readable);
  let opened: string[] = [];
  const targets = async () =>
    (await protocol.send<{ targetInfos: TargetInfo[] }>('Target.getTargets')).targetInfos;
  const worker = async () =>
    (await targets()).find(
      ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
    );
  await until(
    async () => (await targets()).some(({ type }) => type === 'page'),
    30_000,
    'the browser',
  );
  if (branded) await protocol.send('Extensions.loadUnpacked', { path: options.extension });
  return {
    profile,
    extensionId,
    process: child,
    protocol,
    targets,
    async open(url, { newWindow = false } = {}) {
      const { targetId } = await protocol.send<{ targetId: string }>('Target.createTarget', {
        url,
        newWindow,
      });
      opened.push(targetId);
      return targetId;
    },
    front: () => opened.at(-1),
    async activate(targetId) {
      await protocol.send('Target.activateTarget', { targetId });
      opened.push(targetId);
    },
    async closeTab(targetId) {
      await protocol.send('Target.closeTarget', { targetId });
      opened = opened.filter((one) => one !== targetId);
    },
    async evaluate(targetId, expression) {
      const { sessionId } = await protocol.send<{ sessionId: string }>('Target.attachToTarget', {
        targetId,
        flatten: true,
      });
      try {
        const { result, exceptionDetails } = await protocol.send<{
          result: { value: never };
          exceptionDetails?: { exception?: { description?: string }; text: string };
        }>(
          'Runtime.evaluate',
          { expression, awaitPromise: true, returnByValue: true, userGesture: true },
          sessionId,
        );
        if (exceptionDetails !== undefined) {
          throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        }
        return result.value;
      } finally {
        await protocol.send('Target.detachFromTarget', { sessionId }).catch(() => {});
      }
    },
    async stopWorker() {
      const found = await worker();
      if (found === undefined) return false;
      await protocol.send('Target.closeTarget', { targetId: found.targetId });
      return true;
    },
    workerRuns: async () => (await worker()) !== undefined,
    async quit() {
      const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
      void protocol.send('Browser.close').catch(() => {});
      await Promise.race([exited, patience]);
      killGroup();
      await exited;
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
    async kill() {
      // The whole group, as a power cut or the task manager does it.
      killGroup();
      await exited;
    },
  };
}
