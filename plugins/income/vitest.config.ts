import { defineConfig } from 'vitest/config';

// The kit runs as it does where it is installed: Node reads it as it is, which is much faster than to transform it first.
export default defineConfig({
  test: { name: 'income', server: { deps: { external: [/\/packages\/(plugin-kit|domain)\//] } } },
});
