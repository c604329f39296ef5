import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installOffline, linkTools, type PackedPackages, packedPackages } from './testing/index.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));

let packed: PackedPackages;
let folder: string;
beforeAll(async () => {
  packed = await packedPackages();
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-packed-'));
  const dependencies = Object.fromEntries(
    ['@kreisweit/plugin-kit', '@kreisweit/plugin-population'].map((name) => [
      name,
      `file:${packed.tarball(name)}`,
    ]),
  );
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module', dependencies }),
  );
  await installOffline(folder, packed);
  await linkTools(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('what is published is JavaScript with types, and no test', async () => {
  const files = await readdir(join(folder, 'node_modules/@kreisweit/plugin-kit'), { recursive: true });
  expect(files).toEqual(
    expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'index.js', 'index.d.ts']),
  );
  expect(files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))).toEqual([]);
  expect(files.filter((file) => file.includes('.test.'))).toEqual([]);
});

test.each(['packages/domain', 'packages/plugin-kit', 'plugins/population'])(
  '%s depends on the very versions that it is tested with',
  (workspace) => {
    const { name, version, dependencies } = JSON.parse(
      readFileSync(join(root, workspace, 'package.json'), 'utf8'),
    );
    const published = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
    expect(published).toMatchObject({ name, version, type: 'module', license: 'Apache-2.0' });
    expect(published.dependencies).toEqual(dependencies);
  },
);

test('runs in a folder of its own', async () => {
  const program = `
    import { formatPluginProblem, registerPlugins } from '@kreisweit/plugin-kit';
    import { populationPlugin } from '@kreisweit/plugin-population';
    const { catalogue, problems } = registerPlugins([populationPlugin, { ...populationPlugin, id: 'Other' }]);
    console.log(catalogue.indicators.length > 3, problems.map(formatPluginProblem).join());`;
  await writeFile(join(folder, 'program.js'), program);
  const { stdout } = await run(process.execPath, ['program.js'], { cwd: folder });
  expect(stdout).toMatch(/^true .*'Other' does not fit: write an id in kebab-case/);
});

test('has types that refuse the name of a measure that there is not', async () => {
  const source = `
    import { defineIndicatorPlugin, per, type Formula } from '@kreisweit/plugin-kit';
    const title = { de: 'Plätze', en: 'Places' };
    export const placesPlugin = defineIndicatorPlugin({
      id: 'places', apiVersion: 1, title,
      statistics: { own: { title, institute: 'Kreis', licence: 'dl-de/by-2-0', populationBase: 'places' } },
      measures: {
        places: { title, unit: 'count', rollup: 'sum', overTime: 'last', reference: { at: '03-01' }, disclosure: 'none' },
      },
      indicators: {
        right: { title, unit: 'ratio', decimals: 1, formula: (m): Formula => per(1000, m.places, m.places) },
        wrong: { title, unit: 'ratio', decimals: 1, formula: (m) => m.place },
      },
    });`;
  await writeFile(join(folder, 'places-plugin.ts'), source);
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2024',
    strict: true,
    noEmit: true,
    types: ['node'],
  };
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['places-plugin.ts'] }),
  );
  const said = await run(process.execPath, ['node_modules/typescript/bin/tsc', '--pretty', 'false'], {
    cwd: folder,
  }).then(
    () => 'no error',
    ({ stdout }: { readonly stdout: string }) => stdout,
  );
  expect(said.trim().split('\n')).toEqual([
    expect.stringMatching(/^places-plugin\.ts\(12,\d+\): error TS\d+: Property 'place' does not exist/),
  ]);
});
