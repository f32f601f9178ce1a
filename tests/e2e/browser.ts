import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from './find-browser';

export interface LaunchOptions {
  /** Show the window; without it the browser runs headless. */
  readonly headed?: boolean;
  /** Local port to which the hosts in `mappedHosts` lead. */
  readonly port?: number;
  /** Host patterns mapped to the local port; `*.gov.cn` unless given. */
  readonly mappedHosts?: readonly string[];
  /** Folder of the built extension; the Chromium build unless given. `null`: no extension. */
  readonly extension?: string | null;
  /** Profile folder to use again; a new one, removed at the end, unless given. */
  readonly profile?: string;
  readonly language?: 'zh-CN' | 'en-US';
  readonly args?: readonly string[];
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
}

export interface Session {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly profile: string;
  /** Console errors and uncaught errors of every page, with the address they came from. */
  readonly pageErrors: string[];
  /** Opens a new tab in front. */
  openTab(url?: string): Promise<Page>;
  /** Opens one of the extension's own pages in a new tab. */
  openOwn(page: string): Promise<Page>;
  /** Makes the browser answer the next question for this pattern with yes, as the person's click would. */
  allow(pattern: string): Promise<void>;
  close(): Promise<void>;
}

export const CHROMIUM_BUILD = resolve('.output/chrome-mv3');

/** Starts a real browser with the built extension. */
export async function launchWithExtension(options: LaunchOptions = {}): Promise<Session> {
  const browser = findBrowser();
  const extension = options.extension === undefined ? CHROMIUM_BUILD : options.extension;
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'qingzhuang-profile-'));
  const hosts = options.mappedHosts ?? ['*.gov.cn'];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.path,
    headless: false,
    viewport: options.viewport ?? { width: 1366, height: 768 },
    colorScheme: options.colorScheme ?? 'light',
    ignoreDefaultArgs: [
      '--disable-extensions',
      '--disable-component-extensions-with-background-pages',
    ],
    args: [
      ...(options.headed ? [] : ['--headless=new']),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--lang=${options.language ?? 'zh-CN'}`,
      '--no-first-run',
      '--disable-features=Translate,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      ...(options.port === undefined
        ? []
        : [
            `--host-resolver-rules=${hosts.map((host) => `MAP ${host} 127.0.0.1:${options.port}`).join(', ')}`,
          ]),
      ...(extension === null
        ? []
        : browser.branded
          ? ['--enable-unsafe-extension-debugging']
          : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
      ...(options.args ?? []),
    ],
    env: { ...process.env, LANGUAGE: options.language === 'en-US' ? 'en_US' : 'zh_CN' },
  });
  if (browser.branded && extension !== null) await loadOverPipe(context, extension);

  const pageErrors: string[] = [];
  const watch = (page: Page) => {
    page.on('pageerror', (error) => pageErrors.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') pageErrors.push(`${page.url()}: ${message.text()}`);
    });
  };
  context.on('page', watch);
  for (const page of context.pages()) watch(page);

  const extensionId = extension === null ? '' : unpackedId(extension);
  const openTab = async (url?: string) => {
    const page = await context.newPage();
    if (url !== undefined) await page.goto(url);
    return page;
  };
  return {
    context,
    extensionId,
    profile,
    pageErrors,
    openTab,
    openOwn: (page) => openTab(`chrome-extension://${extensionId}/${page}`),
    allow: (pattern) => allow(context, extensionId, pattern),
    close: async () => {
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The id that Chromium gives an unpacked extension: a hash of its folder's path. */
export function unpackedId(folder: string): string {
  const hash = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/**
 * The extensions page may grant a host to an unpacked extension: afterwards the same request from a
 * click resolves without the browser's own question, which no program can press.
 */
async function allow(context: BrowserContext, id: string, pattern: string): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto('chrome://extensions');
    await page.evaluate(
      ([extensionId, host]) =>
        (
          globalThis as unknown as {
            chrome: {
              developerPrivate: {
                addHostPermission(id: string | undefined, host: string | undefined): Promise<void>;
              };
            };
          }
        ).chrome.developerPrivate.addHostPermission(extensionId, host),
      [id, pattern],
    );
  } finally {
    await page.close();
  }
}

async function loadOverPipe(context: BrowserContext, extension: string): Promise<void> {
  const browser = context.browser();
  if (browser === null) throw new Error('The browser gives no debugging pipe.');
  const session = await browser.newBrowserCDPSession();
  // The protocol's own types do not know this command yet.
  await (session.send as (method: string, parameters: object) => Promise<unknown>)(
    'Extensions.loadUnpacked',
    { path: extension },
  );
}
