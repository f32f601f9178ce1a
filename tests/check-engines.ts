/**
 * The built packages on the oldest engines that they promise to run on: Chromium 109 (the last for
 * Windows 7, and what many desktops of units have) and the oldest Firefox of the manifest. Every script,
 * style sheet, page and manifest is held against @mdn/browser-compat-data; what the floor does not
 * have, unguarded, is a failure with file, feature and version.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { liftedNames } from '../utils/cli/lift-messages';
import { findManifestUses, findMarkupUses, findStyleUses } from './engines/find-in-files';
import { findUses, ownMembers, type Use } from './engines/find-uses';
import { type Floor, newerFeatures } from './engines/newer-features';

/** What may stand unguarded, with the reason why it does no harm. */
const ALLOWED: readonly { readonly name: string; readonly why: string }[] = [
  {
    name: 'Symbol.dispose',
    why: 'a key that @preact/signals writes on its own functions: where it is missing, nothing reads it',
  },
  {
    name: 'break-after: avoid',
    why: 'keeps a heading with its text on paper; where it is unknown, the page breaks as it will',
  },
  {
    name: 'text-size-adjust',
    why: 'keeps mobile browsers from enlarging text; where it is unknown, nothing enlarges it',
  },
];

const BUILDS: readonly (readonly [string, (manifest: Manifest) => Floor])[] = [
  [
    'chrome-mv3',
    (manifest) => ({ engine: 'chrome', version: Number(manifest.minimum_chrome_version) }),
  ],
  [
    'edge-mv3',
    (manifest) => ({ engine: 'edge', version: Number(manifest.minimum_chrome_version) }),
  ],
  [
    'firefox-mv3',
    (manifest) => ({
      engine: 'firefox',
      version: Number.parseFloat(
        manifest.browser_specific_settings?.gecko.strict_min_version ?? '',
      ),
    }),
  ],
];

interface Manifest {
  readonly minimum_chrome_version?: string;
  readonly browser_specific_settings?: { readonly gecko: { readonly strict_min_version: string } };
}

/** Members of own objects whose names the build moved into texts. */
const lifted = liftedNames('.');
const faults: string[] = [];
const used = new Set<string>();
for (const [build, floorOf] of BUILDS) {
  const folder = join('.output', build);
  const files = filesBelow(folder);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const floor = floorOf(manifest);
  if (!(floor.version > 0)) {
    faults.push(`${build}: the manifest names no oldest version`);
    continue;
  }
  const features = newerFeatures(floor);
  const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
  const scripts = files.filter((file) => extname(file) === '.js');
  const own = new Set([
    ...lifted,
    ...scripts.flatMap((file) => [...ownMembers(texts.get(file) ?? '')]),
  ]);
  let checked = 0;
  for (const [file, text] of texts) {
    const uses = usesIn(file, text);
    if (uses === undefined) continue;
    checked += 1;
    for (const { name, feature, at } of uses) {
      if (ALLOWED.some((one) => one.name === name)) {
        used.add(name);
        continue;
      }
      const since = feature.since === 'never' ? 'which it never had' : `since ${feature.since}`;
      faults.push(
        `${file}: ${name} (${feature.path}, ${since}; floor ${floor.engine} ${floor.version}) near ${JSON.stringify(text.slice(Math.max(0, at - 30), at + 50))}`,
      );
    }
  }
  console.log(`${build}: ${checked} files against ${floor.engine} ${floor.version}`);

  function usesIn(file: string, text: string): readonly Use[] | undefined {
    switch (extname(file)) {
      case '.js':
        return findUses(text, features, own);
      case '.css':
        return findStyleUses(text, features);
      case '.html':
        return findMarkupUses(text, features);
      default:
        return file.endsWith('manifest.json') ? findManifestUses(manifest, features) : undefined;
    }
  }
}
for (const { name } of ALLOWED) {
  if (!used.has(name)) faults.push(`${name} is allowed, but nothing uses it any more`);
}
for (const fault of new Set(faults)) console.error(`✗ ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
