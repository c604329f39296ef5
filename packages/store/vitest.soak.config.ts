import { defineConfig, mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** What takes minutes: not part of `npm test`. */
export default mergeConfig(config, defineConfig({ test: { include: ['src/**/*.soak.ts'] } }));
