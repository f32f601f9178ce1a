import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureDebianPackages, onPath } from './find-browser';

/** The Firefox build in a real Firefox, driven by Marionette, the remote control built into it. */
export interface FirefoxSession {
  /** Grants hosts as the person's yes to the browser's question does. */
  allow(pattern: string): Promise<void>;
  /** Opens an address in the tab in front. */
  open(address: string): Promise<void>;
  /** Opens one of the extension's own pages in the tab in front. */
  openOwn(page: string): Promise<void>;
  /** Runs the body of an async function in the page in front. */
  evaluate<Value>(body: string): Promise<Value>;
  /** Clicks the first element that a selector finds, with a trusted event. */
  click(selector: string): Promise<void>;
  /** Types into the first element that a selector finds, with trusted events. */
  type(selector: string, text: string): Promise<void>;
  close(): Promise<void>;
}

const ADDON_ID = 'qingzhuang@qingzhuang.example';
/** The address of the extension's pages, fixed for the test. */
const ADDON_UUID = '0f6b6f00-0000-4000-8000-000000000001';

/** Finds Firefox; on Debian as root installs `firefox-esr`. Undefined where there is none. */
export function findFirefox(): string | undefined {
  const find = () => onPath(['firefox', 'firefox-esr'])[0];
  ensureDebianPackages(['firefox-esr'], () => find() !== undefined);
  return find();
}

/** Starts Firefox without a window, with the built extension installed for the time of the run. */
export async function launchFirefox(program: string, portalsPort: number): Promise<FirefoxSession> {
  const profile = mkdtempSync(join(tmpdir(), 'qingzhuang-firefox-'));
  const proxy = await startProxy(portalsPort);
  writeFileSync(join(profile, 'user.js'), preferences((proxy.address() as AddressInfo).port));
  const browser = spawn(
    program,
    ['-headless', '-marionette', '-remote-allow-system-access', '-profile', profile],
    { stdio: 'ignore', env: { ...process.env, MOZ_HEADLESS: '1' } },
  );
  const marionette = await connectMarionette(profile);
  const send = marionette.send;
  await send('WebDriver:NewSession', {
    capabilities: { alwaysMatch: { acceptInsecureCerts: true } },
  });
  await send('Addon:Install', { path: resolve('.output/firefox-mv3'), temporary: true });
  await send('WebDriver:SetTimeouts', { script: 60_000, pageLoad: 60_000 });
  await goToWelcomeTab(send);

  const find = async (selector: string): Promise<string> => {
    const { value } = (await send('WebDriver:FindElement', {
      using: 'css selector',
      value: selector,
    })) as { value: Record<string, string> };
    return Object.values(value)[0] ?? '';
  };
  const run = async <Value>(body: string): Promise<Value> => {
    const { value } = (await send('WebDriver:ExecuteAsyncScript', {
      script: `const done = arguments[arguments.length - 1];
        (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`,
      args: [],
      sandbox: null,
    })) as { value: { value: Value; error?: string } };
    if (value.error !== undefined) throw new Error(value.error);
    return value.value;
  };
  const inChrome = async (body: string): Promise<void> => {
    await send('Marionette:SetContext', { value: 'chrome' });
    try {
      await run(body);
    } finally {
      await send('Marionette:SetContext', { value: 'content' });
    }
  };
  return {
    allow: (pattern) =>
      inChrome(`
        const { ExtensionPermissions } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID('${ADDON_ID}');
        await ExtensionPermissions.add('${ADDON_ID}', { permissions: [], origins: ['${pattern}'] }, extension);`),
    open: async (address) => {
      await send('WebDriver:Navigate', { url: address });
    },
    openOwn: async (page) => {
      await send('WebDriver:Navigate', { url: `moz-extension://${ADDON_UUID}/${page}` });
    },
    evaluate: run,
    click: async (selector) => {
      await send('WebDriver:ElementClick', { id: await find(selector) });
    },
    type: async (selector, text) => {
      await send('WebDriver:ElementSendKeys', { id: await find(selector), text });
    },
    close: async () => {
      marionette.end();
      await stop(browser);
      proxy.close();
      proxy.closeAllConnections();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The extension opens its welcome page in front when it is installed: work goes on in that tab. */
async function goToWelcomeTab(send: Marionette['send']): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const handles = (await send('WebDriver:GetWindowHandles', {})) as string[];
    const newest = handles.at(-1);
    if (handles.length > 1 && newest !== undefined) {
      await send('WebDriver:SwitchToWindow', { handle: newest, focus: true });
      return;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('The welcome page did not open.');
}

function preferences(proxyPort: number): string {
  const values: Record<string, unknown> = {
    'marionette.port': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ADDON_UUID }),
    'xpinstall.signatures.required': false,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.no_proxies_on': '',
    'dom.security.https_first': false,
    'dom.security.https_first_schemeless': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false,
    'app.update.enabled': false,
    'intl.accept_languages': 'zh-CN, zh',
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** Hands every request of the browser to the practice portals, whatever its host. */
async function startProxy(portalsPort: number): Promise<Server> {
  const proxy = createServer((incoming, answer) => {
    const url = new URL(incoming.url ?? '/', 'http://unknown');
    const outgoing = httpRequest(
      {
        host: '127.0.0.1',
        port: portalsPort,
        method: incoming.method,
        path: url.pathname + url.search,
        headers: { ...incoming.headers, host: url.host },
      },
      (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
      },
    );
    outgoing.on('error', () => answer.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  return proxy;
}

interface Marionette {
  send(command: string, parameters: object): Promise<unknown>;
  end(): void;
}

/** Firefox writes the port that it chose into the profile. */
async function connectMarionette(profile: string): Promise<Marionette> {
  const end = Date.now() + 60_000;
  for (;;) {
    try {
      const port = Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8'));
      const socket = await new Promise<Socket>((done, failed) => {
        const attempt = connect(port, '127.0.0.1', () => done(attempt));
        attempt.on('error', failed);
      });
      return speak(socket);
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 200));
    }
  }
}

/** The protocol: `length:[0, id, command, parameters]` out, `length:[1, id, error, result]` back. */
function speak(socket: Socket): Marionette {
  let received = Buffer.alloc(0);
  let next = 0;
  const waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>();
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const colon = received.indexOf(':');
      if (colon < 0) return;
      const length = Number(received.subarray(0, colon).toString());
      if (received.length < colon + 1 + length) return;
      const packet = received.subarray(colon + 1, colon + 1 + length).toString();
      received = received.subarray(colon + 1 + length);
      const parsed: unknown = JSON.parse(packet);
      // The first packet is a greeting.
      if (!Array.isArray(parsed)) continue;
      const [, id, error, result] = parsed;
      const waiter = waiting.get(id);
      waiting.delete(id);
      if (error === null) waiter?.done(result);
      else waiter?.failed(new Error(`${error.error}: ${error.message}`));
    }
  });
  return {
    send: (command, parameters) =>
      new Promise((done, failed) => {
        next += 1;
        waiting.set(next, { done, failed });
        const packet = JSON.stringify([0, next, command, parameters]);
        socket.write(`${Buffer.byteLength(packet)}:${packet}`);
      }),
    end: () => socket.destroy(),
  };
}

async function stop(browser: ChildProcess): Promise<void> {
  if (browser.exitCode !== null) return;
  const ended = new Promise((done) => browser.once('exit', done));
  browser.kill('SIGTERM');
  const killer = setTimeout(() => browser.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(killer);
}
