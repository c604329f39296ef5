import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Pothos, which is not bundled, loads the CommonJS build: everybody must, or there are two copies of graphql.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // Most of the time is PostgreSQL's, so a small machine can run two files at once.
    maxWorkers: 2,
    // The files share their modules: a quarter of the time would be spent on loading them again.
    isolate: false,
    name: 'server',
    globalSetup: '../store/src/testing/postgres-server.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
