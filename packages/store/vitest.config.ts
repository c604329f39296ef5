import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Most of the time is PostgreSQL's, so a small machine can run two files at once.
    maxWorkers: 2,
    name: 'store',
    globalSetup: ['./src/testing/postgres-server.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
