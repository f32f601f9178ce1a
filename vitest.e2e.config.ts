import { defineConfig } from 'vitest/config';

/** The built extension in a real browser, one file after the other. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A busy machine starts a browser slowly; what never comes is still said in good time.
    expect: { poll: { timeout: 10_000 } },
  },
});
