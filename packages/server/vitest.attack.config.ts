import { defineConfig, mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** Attacks on a server that really runs: minutes of requests, so not part of `npm test`. */
export default mergeConfig(
  config,
  defineConfig({
    test: {
      include: ['attack/**/*.attack.ts'],
      // One server is attacked in an order that never changes, so that what is printed can be compared.
      sequence: { shuffle: false },
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  }),
);
