import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Most of the time is PostgreSQL's, so a small machine can run two files at once.
    maxWorkers: 2,
    // The files share their modules: a tenth of the time would be spent on loading them again.
    isolate: false,
    name: 'store',
    globalSetup: ['./src/testing/postgres-server.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
