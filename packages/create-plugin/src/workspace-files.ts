import type { PluginNames } from './plugin-names.ts';
import { type CreatedFile, ownVersion, templateFiles } from './template-files.ts';

/** All files of a plug-in inside the repository. */
export async function workspaceFiles(
  names: PluginNames,
  packageName: string,
): Promise<readonly CreatedFile[]> {
  const version = await ownVersion();
  const manifest = {
    name: packageName,
    version,
    description: `Indicator plug-in ${names.id}`,
    license: 'Apache-2.0',
    type: 'module',
    exports: { '.': './src/index.ts' },
    scripts: {
      build: 'node ../../packages/publishing/src/main.ts',
      check: 'tsc --noEmit -p .',
      test: 'vitest run --reporter=default --reporter=json --outputFile.json=.turbo/test-report.json',
    },
    dependencies: { '@kreisweit/plugin-kit': version },
  };
  return [
    ...(await templateFiles(names, packageName)),
    { path: 'package.json', content: `${JSON.stringify(manifest, null, 2)}\n` },
    {
      path: 'tsconfig.json',
      content:
        '{ "extends": "../../tsconfig.base.json", "include": ["**/*.ts"], "exclude": ["node_modules", "dist"] }\n',
    },
    {
      path: 'vitest.config.ts',
      content: `import { defineConfig } from 'vitest/config';\n\nexport default defineConfig({ test: { name: '${names.id}' } });\n`,
    },
  ];
}
