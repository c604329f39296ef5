import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { name: 'plugin-kit', testTimeout: 30_000 } });
