import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { builtInCatalogue, builtInPlugins } from '../plugins.ts';
import { loadPlugins } from './load-plugins.ts';
import { formatPackageProblem } from './package-problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-plugins-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'kreisweit.config.json');

/** Installs a package that consists of one file. */
function install(name: string, source: string, manifest: object = { exports: './index.js' }): void {
  const place = join(folder, 'node_modules', name);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name, type: 'module', ...manifest }));
  writeFileSync(join(place, 'index.js'), source);
}

/** A definition as JavaScript: persons counted by the plug-in, and what else is to stand in it. */
function definition(id: string, extra: object = {}): string {
  const title = { de: id, en: id };
  return JSON.stringify({
    id,
    apiVersion: 1,
    title,
    statistics: { own: { title, institute: 'Kreis', licence: 'dl-de/by-2-0', populationBase: id } },
    measures: {
      persons: {
        title,
        unit: 'person',
        rollup: 'sum',
        overTime: 'last',
        reference: { at: '12-31' },
        disclosure: { minimum: 3 },
      },
    },
    ...extra,
  });
}

/** An indicator that doubles what another plug-in counts. */
const doubled = (key: string) => ({
  indicators: {
    doubled: {
      title: { de: 'Doppelt', en: 'Doubled' },
      unit: 'person',
      decimals: 0,
      formula: { op: 'multiply', left: { op: 'measure', key }, right: { op: 'const', value: 2 } },
    },
  },
});

function load(...plugins: readonly string[]) {
  writeFileSync(file, JSON.stringify({ plugins }));
  return loadPlugins({ configuration: { kind: 'named', file } });
}

test('without a configuration there are the built-in plug-ins', async () => {
  const nowhere = { kind: 'usual', files: [join(folder, 'nowhere.json')] } as const;
  const { plugins, catalogue, problems } = await loadPlugins({ configuration: nowhere });
  expect(plugins).toEqual(builtInPlugins);
  expect(catalogue).toEqual(builtInCatalogue());
  expect(problems).toEqual([]);
});

test('plug-ins are taken by name, one or several of a package, also where it is only made for import', async () => {
  install('one', `export const onePlugin = ${definition('one')}; export { onePlugin as default };`);
  install(
    '@kreis/several',
    `export const two = ${definition('two')}; export const threePlugin = ${definition('three', doubled('one/persons'))}; export const other = 7;`,
    { exports: { '.': { types: './index.d.ts', import: './index.js' } } },
  );
  const { plugins, catalogue, problems } = await load('@kreis/several', 'one');
  expect(problems).toEqual([]);
  expect(plugins.map(({ id }) => id).slice(builtInPlugins.length)).toEqual(['three', 'two', 'one']);
  const keys = catalogue.indicators.map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining(['one/persons', 'two/persons', 'three/doubled']));
});

test('what is wrong is told, and left out together with what depends on it', async () => {
  install('throws', `throw new Error('no such table');\nexport const onePlugin = 1;`);
  install('empty', `export const answer = 42;`);
  install('unbuilt', '', { exports: { '.': './dist/index.js' } });
  install('future', `export const futurePlugin = ${definition('future', { apiVersion: 2, charts: [] })};`);
  install('past', `export const pastPlugin = ${definition('past', { apiVersion: 0 })};`);
  install('faulty', `export const faultyPlugin = ${definition('faulty', { statistics: {} })};`);
  install('twin', `export const populationPlugin = ${definition('population')};`);
  install('nameless', `export const plugin = ${definition('Not An Id')};`);
  install(
    'endless',
    `const title = {}; title.de = title; export const a = { apiVersion: 1, id: 'endless', title };`,
  );
  install(
    'odd',
    `export const a = { apiVersion: 1, id: 'odd', title: { get de() { throw new Error('not now'); } } };`,
  );
  install('follows', `export const followsPlugin = ${definition('follows', doubled('faulty/persons'))};`);
  const { plugins, catalogue, problems } = await load(
    ...['missing', 'throws', 'empty', 'unbuilt', 'future', 'past', 'faulty', 'twin', 'nameless', 'endless'],
    ...['odd', 'follows', 'one'],
  );
  expect(
    problems.map(formatPackageProblem).map((line) => line.replaceAll(folder, '.')),
  ).toMatchInlineSnapshot(`
    [
      "missing: is not installed in .: run "npm install missing" there, or name it no more",
      "throws: does not load (no such table): install or build it anew, or tell who made it",
      "empty: exports no indicator plug-in (only answer): export what defineIndicatorPlugin answers, under a name that ends in Plugin",
      "unbuilt: exports nothing that can be loaded (there is no ./node_modules/unbuilt/dist/index.js): build it, or install it anew",
      "twin: population id: is that of a built-in plug-in: choose another",
      "odd: is not understood (not now): tell who made it",
      "future: future apiVersion: speaks version 2 of the contract, and this Kreisweit version 1: update Kreisweit, or install an older version of future",
      "past: past apiVersion: speaks version 0 of the contract, and this Kreisweit version 1: install a newer version of past",
      "faulty: faulty measures.persons.statistic: is missing: the plug-in defines none",
      "nameless: id: 'Not An Id' does not fit: write an id in kebab-case, such as 'care-places'",
      "endless: endless title.de: an object is no text: write the text in German",
      "endless: endless title.en: is missing: write the text in English",
      "endless: endless statistics: is missing: write an object",
      "endless: endless measures: is missing: write an object",
      "follows: follows indicators.doubled.formula: depends on faulty/persons, and faulty is left out",
    ]
  `);
  expect(plugins.map(({ id }) => id)).toEqual([...builtInPlugins.map(({ id }) => id), 'one']);
  expect(catalogue.plugins.map(({ id }) => id)).toEqual(plugins.map(({ id }) => id));
});

test('plug-ins are held to what they promised before', async () => {
  writeFileSync(file, JSON.stringify({ plugins: ['one'] }));
  const choice = { configuration: { kind: 'named', file } } as const;
  const { catalogue: promised } = await loadPlugins(choice);
  const previous = {
    ...promised,
    measures: promised.measures.map((measure) =>
      measure.plugin === 'one' ? { ...measure, unit: 'household' as const } : measure,
    ),
    // Of plug-ins that are not named nothing is said here.
    plugins: [...promised.plugins, { id: 'gone', title: { de: 'Weg', en: 'Gone' }, plausibility: [] }],
  };
  const { plugins, problems } = await loadPlugins(choice, { previous });
  expect(problems.map(formatPackageProblem)).toEqual([
    'one: one measures.persons.unit: changed from household to person: what has another unit needs another name',
  ]);
  expect(plugins).toEqual(builtInPlugins);
});

test('a configuration that cannot be read is an error', async () => {
  writeFileSync(file, '{ "plugins": [ }');
  await expect(loadPlugins({ configuration: { kind: 'named', file } })).rejects.toThrow(
    'kreisweit.config.json:1:16: is no JSON: expected a value, found }',
  );
});
