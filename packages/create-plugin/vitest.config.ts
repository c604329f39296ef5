import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  // The template is a workspace with tests of its own.
  test: { name: 'create-plugin', exclude: [...configDefaults.exclude, 'template', 'dist'] },
});
