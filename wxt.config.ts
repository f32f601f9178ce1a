import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { defineConfig } from 'wxt';
import {
  denseCode,
  densePages,
  FEW_FILES,
  plainCatalogue,
  plainLoading,
  plainSealing,
} from './utils/cli/dense-code';
import { denseZip } from './utils/cli/dense-zip';
import { lendModules } from './utils/cli/lend-modules';
import { liftMessages } from './utils/cli/lift-messages';
import { liftedWords, liftWords } from './utils/cli/lift-words';
import { withoutDerived } from './utils/cli/plain-concepts';
import { plainDatabase } from './utils/cli/plain-database';
import { plainDigests } from './utils/cli/plain-digests';
import { plainPolyfill } from './utils/cli/plain-polyfill';
import { plainSchemas } from './utils/cli/plain-schemas';
import { privateNames } from './utils/cli/private-names';
import { PACKED_CONCEPTS_PATH, packConcepts } from './utils/knowledge/packed-concepts';

/** Nothing may go out: only own files, and blob: for reading a file that the person handed over. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  'connect-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** `Features.LightDark` of lightningcss: no sheet uses that function, so none needs its stand-in. */
const LIGHT_DARK = 1 << 20;

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  // A build that says its own machine or moment could not be reproduced.
  vite: () => ({
    build: { sourcemap: false, target: 'chrome109' },
    css: { lightningcss: { exclude: LIGHT_DARK } },
    plugins: [privateNames(import.meta.dirname), plainDigests(), denseCode()],
    worker: {
      format: 'es',
      plugins: () => [denseCode()],
      rolldownOptions: { output: { entryFileNames: '[name].js' } },
    },
    // The package's own entry is the ES5 build; this one is the same program for today's engines.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  }),
  manifest: ({ browser }) => ({
    default_locale: 'zh_CN',
    name: '__MSG_extensionName__',
    short_name: '__MSG_extensionShortName__',
    description: '__MSG_extensionDescription__',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'idle', 'activeTab'],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    incognito: 'not_allowed',
    action: { default_title: '__MSG_extensionName__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'qingzhuang@qingzhuang.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          minimum_chrome_version: '109',
          storage: { managed_schema: 'managed_schema.json' },
        }),
  }),
  hooks: {
    'vite:build:extendConfig': ([entry], config) => {
      if (entry?.type === 'unlisted-script' && config.mode === 'production') {
        config.plugins = [...(config.plugins ?? []), lendModules(import.meta.dirname, entry.name)];
      }
      // Pages and worker are built together; each injected script is built alone.
      if (entry?.type !== 'background' && entry?.type !== 'popup') return;
      if (config.mode !== 'production') return;
      config.plugins = [
        ...(config.plugins ?? []),
        densePages(),
        plainCatalogue(),
        plainLoading(),
        plainDatabase(import.meta.dirname),
        plainPolyfill(import.meta.dirname),
        plainSchemas(),
        plainSealing(),
        liftMessages(import.meta.dirname),
        liftWords(import.meta.dirname),
      ];
      config.build = {
        ...config.build,
        // What a page imports lies beside it on the disk: there is nothing to fetch ahead.
        modulePreload: false,
        rolldownOptions: {
          ...config.build?.rolldownOptions,
          output: FEW_FILES,
          optimization: { inlineConst: { mode: 'all', pass: 3 } },
        },
      };
    },
    // The knowledge is kept readable here and shipped packed.
    'build:publicAssets': (wxt, files) => {
      // The drawing that the icons are made of is none of the package; Firefox reads no schema of policies.
      const unused = wxt.config.browser === 'firefox' ? /\.svg$|^managed_schema/ : /\.svg$/;
      files.splice(
        0,
        files.length,
        ...files.filter(({ relativeDest }) => !unused.test(relativeDest)),
      );
      for (const [index, file] of files.entries()) {
        if (!('absoluteSrc' in file) || !file.relativeDest.endsWith('.json')) continue;
        if (!file.relativeDest.endsWith('field-concepts.json')) {
          // Titles tell whoever reads the source what the guide for administrators tells.
          const contents = JSON.stringify(
            JSON.parse(readFileSync(file.absoluteSrc, 'utf8'), (key, value) =>
              key === 'title' ? undefined : value,
            ),
          );
          files[index] = { contents, relativeDest: file.relativeDest };
          continue;
        }
        const absoluteSrc = join(wxt.config.wxtDir, 'field-concepts.packed');
        mkdirSync(wxt.config.wxtDir, { recursive: true });
        writeFileSync(
          absoluteSrc,
          packConcepts(
            withoutDerived(JSON.parse(readFileSync(file.absoluteSrc, 'utf8'))),
            liftedWords(import.meta.dirname),
          ),
        );
        files[index] = { absoluteSrc, relativeDest: PACKED_CONCEPTS_PATH };
      }
    },
    // Runtime registration would add the observer's matches to the hosts at install; there are none.
    'build:manifestGenerated': (_wxt, manifest) => {
      delete manifest.host_permissions;
    },
    'zip:extension:done': async (_wxt, path) => {
      const files = Object.entries(unzipSync(readFileSync(path)));
      writeFileSync(path, await denseZip(files.map(([name, bytes]) => ({ name, bytes }))));
    },
  },
  zip: { excludeSources: ['tests/.artifacts/**', '.output/**'] },
});
