import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vitest/config';
import { DATABASE_LIBRARY, withoutLiveQueries } from './utils/cli/plain-database.ts';

/** What is stored is tested on the database library as it is shipped, which can do less than the whole one. */
const shippedDatabase: Plugin = {
  name: 'shipped-database',
  enforce: 'pre',
  transform: (code, id) =>
    DATABASE_LIBRARY.test(id) ? { code: withoutLiveQueries(code), map: null } : undefined,
};

export default defineConfig({
  plugins: [shippedDatabase],
  resolve: {
    alias: [
      {
        find: /^dexie$/,
        replacement: join(import.meta.dirname, 'node_modules/dexie/dist/modern/dexie.mjs'),
      },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'tests/bench/**', 'node_modules/**'],
    environment: 'node',
    testTimeout: 30_000,
    server: { deps: { inline: [DATABASE_LIBRARY] } },
  },
});
