import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Chromium-based browser on this machine. */
export interface FoundBrowser {
  readonly path: string;
  /** Branded Chrome ignores `--load-extension` since 137: the extension is then loaded over the pipe. */
  readonly branded: boolean;
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const base = process.env[variable];
    return base === undefined
      ? []
      : [
          join(base, 'Google/Chrome/Application/chrome.exe'),
          join(base, 'Microsoft/Edge/Application/msedge.exe'),
          join(base, 'Chromium/Application/chrome.exe'),
        ];
  }),
];

/**
 * Finds Chrome, Edge or Chromium; on Debian as root installs `chromium` and a CJK font where missing.
 *
 * @throws Error that says exactly what to install
 */
export function findBrowser(): FoundBrowser {
  const found = look();
  if (found !== undefined) {
    ensureDebianPackages(['fonts-noto-cjk'], () => hasChineseFont());
    return found;
  }
  ensureDebianPackages(['chromium', 'fonts-noto-cjk'], () => look() !== undefined);
  const installed = look();
  if (installed !== undefined) return installed;
  throw new Error(
    'No Chrome, Edge or Chromium was found. Install one of them (Debian and Ubuntu: ' +
      '"apt-get install chromium fonts-noto-cjk"), or name its program in BROWSER_PATH.',
  );
}

function look(): FoundBrowser | undefined {
  const named = process.env.BROWSER_PATH;
  const path = [...(named === undefined ? [] : [named]), ...onPath(NAMES), ...PLACES].find(
    runnable,
  );
  if (path === undefined) return undefined;
  return { path, branded: /chrome(?!\w*ium)|edge/i.test(path) && !/chromium/i.test(path) };
}

/** The programs of these names that stand on the PATH, in the order of the names. */
export function onPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(runnable);
}

/**
 * Installs Debian packages where `present` says that they are missing, this is Debian, and this is
 * root. Elsewhere it does nothing.
 *
 * @returns whether `present` holds now
 */
export function ensureDebianPackages(packages: readonly string[], present: () => boolean): boolean {
  if (present()) return true;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false;
  console.log(`Installing ${packages.join(', ')} …`);
  const quiet = {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', ...packages],
      quiet,
    );
  } catch {
    // What is still missing is said by whoever needs it.
  }
  return present();
}

function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return !existsSync('/etc/debian_version') || !readFileSync('/etc/debian_version', 'utf8');
  }
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
