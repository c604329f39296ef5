import type { PluginNames } from './plugin-names.ts';
import { type CreatedFile, templateFiles } from './template-files.ts';

/**
 * What the new package is called and depends on, as package.json writes it: `range` is the versions of the kit beside which it
 * can be installed, `kit` and `domain` what it is written and tested with.
 */
export type StandaloneNames = {
  readonly packageName: string;
  readonly range: string;
  readonly kit: string;
  readonly domain: string | undefined;
};

/** What the template is tested with. */
const TOOLS = Object.freeze({ '@types/node': '24.13.6', typescript: '7.0.2', vitest: '5.1.1' });

/** All files of a plug-in that is a package of its own. */
export async function standaloneFiles(
  names: PluginNames,
  { packageName, range, kit, domain }: StandaloneNames,
): Promise<readonly CreatedFile[]> {
  const manifest = {
    name: packageName,
    version: '0.1.0',
    description: `Indicator plug-in ${names.id} for Kreisweit`,
    type: 'module',
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    files: ['dist'],
    scripts: {
      build: 'tsc --project tsconfig.build.json',
      check: 'tsc',
      prepack: 'npm run build',
      test: 'vitest run',
    },
    engines: { node: '>=24' },
    // The first is for those who install the plug-in, this for those who write it: npm says it before anything fails.
    devEngines: { runtime: { name: 'node', version: '>=24', onFail: 'error' } },
    // The kit is that of the installation, of which there is one. A place of a tarball would be gone there.
    peerDependencies: { '@kreisweit/plugin-kit': range },
    devDependencies: {
      ...(domain !== undefined && { '@kreisweit/domain': domain }),
      '@kreisweit/plugin-kit': kit,
      ...TOOLS,
    },
  };
  return [
    ...(await templateFiles(names, packageName)),
    { path: 'package.json', content: json(manifest) },
    { path: 'tsconfig.json', content: json(CHECK) },
    { path: 'tsconfig.build.json', content: json(BUILD) },
    { path: '.gitignore', content: 'node_modules/\ndist/\n*.tgz\n' },
  ];
}

const CHECK = {
  compilerOptions: {
    target: 'es2024',
    module: 'nodenext',
    types: ['node'],
    strict: true,
    noUncheckedIndexedAccess: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ['src'],
};

/** What is reached from index.ts, so no tests. */
const BUILD = {
  extends: './tsconfig.json',
  compilerOptions: {
    noEmit: false,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    rootDir: 'src',
    outDir: 'dist',
  },
  include: [],
  files: ['src/index.ts'],
};

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
