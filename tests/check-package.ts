/**
 * What must hold of the built packages themselves: the permissions asked for, the policy that lets
 * nothing out, the sizes, and that no file opens a connection.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'fflate';
import { denseZip } from '../utils/cli/dense-zip';

const BUILDS = ['chrome-mv3', 'edge-mv3', 'firefox-mv3'];
/** Old desktops sit behind slow lines. */
const ZIP_LIMIT = 400_000;
const OBSERVER_LIMIT = 12_000;
const PERMISSIONS = ['activeTab', 'alarms', 'idle', 'scripting', 'storage', 'unlimitedStorage'];
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
  "connect-src blob:; base-uri 'none'; form-action 'none'";

const faults: string[] = [];
const check = (holds: boolean, says: string) => {
  if (!holds) faults.push(says);
};

for (const build of BUILDS) {
  const folder = join('.output', build);
  const files = filesBelow(folder);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  check(manifest.manifest_version === 3, `${build}: manifest version 3`);
  check(
    JSON.stringify([...manifest.permissions].sort()) === JSON.stringify(PERMISSIONS),
    `${build}: permissions are ${PERMISSIONS.join(', ')}; found ${manifest.permissions}`,
  );
  check(manifest.host_permissions === undefined, `${build}: no host at install`);
  check(manifest.content_scripts === undefined, `${build}: no content script at install`);
  check(manifest.web_accessible_resources === undefined, `${build}: nothing web-accessible`);
  check(
    JSON.stringify(manifest.optional_host_permissions) === '["*://*/*"]',
    `${build}: every host is optional`,
  );
  check(manifest.incognito === 'not_allowed', `${build}: not in private windows`);
  check(manifest.default_locale === 'zh_CN', `${build}: Chinese is the default`);
  check(manifest.content_security_policy?.extension_pages === POLICY, `${build}: content policy`);
  check(manifest.externally_connectable === undefined, `${build}: not connectable from outside`);
  if (build === 'firefox-mv3') {
    check(
      JSON.stringify(manifest.browser_specific_settings?.gecko?.data_collection_permissions) ===
        '{"required":["none"]}',
      `${build}: declares that it collects nothing`,
    );
  } else {
    check(manifest.minimum_chrome_version === '109', `${build}: floor is Chromium 109`);
  }

  const observer = gzipSync(readFileSync(join(folder, 'observer.js')), {
    level: 9,
  });
  check(
    observer.length <= OBSERVER_LIMIT,
    `${build}: observer ${observer.length} B gz > ${OBSERVER_LIMIT}`,
  );
  const zip = await denseZip(
    files.map((file) => ({ name: file.slice(folder.length + 1), bytes: readFileSync(file) })),
  );
  check(zip.length <= ZIP_LIMIT, `${build}: zip ${zip.length} B > ${ZIP_LIMIT}`);

  for (const file of files.filter((name) => ['.js', '.html'].includes(extname(name)))) {
    const text = readFileSync(file, 'utf8');
    for (const way of [
      'XMLHttpRequest',
      'WebSocket(',
      'EventSource(',
      'sendBeacon',
      'importScripts',
      'eval(',
      'new Function',
    ]) {
      check(!text.includes(way), `${file}: holds ${way}`);
    }
    check(
      !/<script(?![^>]*\ssrc=)[^>]*>[^<]/.test(text) || extname(file) === '.js',
      `${file}: inline script`,
    );
  }
  console.log(
    `${build}: zip ${(zip.length / 1000).toFixed(1)} kB, observer ${(observer.length / 1000).toFixed(1)} kB gz, ${files.length} files`,
  );
}

for (const fault of faults) console.error(`✗ ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
