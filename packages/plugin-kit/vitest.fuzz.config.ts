import { defineConfig, mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** `npm run fuzz`: minutes of fuzzed files; `npm test` reads some hundred of them. */
export default mergeConfig(
  config,
  defineConfig({
    test: {
      include: ['src/fuzz/*.test.ts'],
      provide: { fuzzedFiles: 20_000 },
      testTimeout: 1_800_000,
    },
  }),
);
