import { defineConfig } from 'vitest/config';

// The files share their modules, which hold no state: half of the time would be spent on loading them again.
export default defineConfig({
  test: { name: 'plugin-kit', testTimeout: 30_000, isolate: false, maxWorkers: 2 },
});
