import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dimensions, recommendationFieldTitles } from '@kreisweit/domain';
import { createSchema } from '@kreisweit/graphql';
import { formatPluginProblem, type IndicatorPlugin, openInput, registerPlugins } from '@kreisweit/plugin-kit';
import { definitionProblems, districtProblems, readFixture } from '@kreisweit/plugin-kit/testing';
import { populationPlugin } from '@kreisweit/plugin-population';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInPlugins } from './plugins.ts';
import { kreisweitInProcess } from './testing/kreisweit-in-process.ts';
import { officialFile } from './testing/official-file.ts';
import { type SmallCell, smallWorkbook } from './testing/small-workbook.ts';
import { commandLines, unknownCommands } from './testing/unknown-commands.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const guide = readFileSync(join(root, 'packages/plugin-kit/README.md'), 'utf8');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kreisweit-guide-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The code blocks of a language in the guide, in their order. */
function blocks(language: string): readonly string[] {
  return [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    (match) => match[1] ?? '',
  );
}

/** What the guide shows of the terminal: commands, each with its output. */
const steps = blocks('console').flatMap((block) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((step) => {
      const [command = '', ...output] = step.split('\n');
      return { command, output: output.join('\n') };
    }),
);

/** Expects what is printed to be what is shown, in which `...` on a line of its own stands for any others. */
function expectShown(shown: string, printed: string): void {
  const parts = shown.split(/^ *\.\.\.\n/m).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  expect(printed).toMatch(new RegExp(`^${parts.join('(?:.*\\n)+?')}$`));
}

/** The module that a block is, in a place from where it finds the kit. */
async function imported(name: string, source: string): Promise<Readonly<Record<string, unknown>>> {
  const file = join(root, 'packages/server/.turbo/partner-guide', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  return await import(file);
}

/** The plug-in of the guide, with other words in it. */
async function ownPlugin(name: string, changed: (source: string) => string): Promise<IndicatorPlugin> {
  const source = blocks('ts').find((block) => block.includes('defineIndicatorPlugin(')) ?? '';
  return (await imported(name, changed(source))).waitingTimesPlugin as IndicatorPlugin;
}

describe('the plug-in of the guide', () => {
  test('registers beside the built-in ones, and nothing is missing in it', async () => {
    const plugin = await ownPlugin('sound.ts', (source) => source);
    expect(registerPlugins([...builtInPlugins, plugin]).problems).toEqual([]);
    expect(definitionProblems(plugin, [populationPlugin])).toEqual([]);
  });

  test('has the results that the guide expects of its figures', async () => {
    const plugin = await ownPlugin('sound.ts', (source) => source);
    const file = join(folder, 'invented-figures.csv');
    writeFileSync(file, blocks('csv')[0] ?? '');
    const [expected = ''] = /\{ district: .*\}/.exec(guide) ?? [];
    expect(expected).toContain("district: '03153', key: 'longShare', period: '2015', value: 25 ");
    const fixture = { file, districts: [{ district: '03153', key: 'longShare', period: '2015', value: 25 }] };
    const reading = await readFixture(plugin, fixture);
    expect(reading.problems).toEqual([]);
    expect(districtProblems(plugin, { fixture, reading, others: [populationPlugin] })).toEqual([]);
  });

  test('is told what is wrong with it in the words of the guide', async () => {
    const plugin = await ownPlugin('wrong.ts', (source) =>
      source
        .replace('disclosure: { minimum: 3 }', "disclosure: 'none'")
        .replace("unit: 'per_1000'", "unit: 'per_mille'"),
    );
    const shown = steps.find(({ command }) => command === 'npm test')?.output ?? '';
    const listed = [...shown.matchAll(/^\+ {3}"(.+)",$/gm)].map((match) => match[1] ?? '');
    expect(definitionProblems(plugin, [populationPlugin]).map(formatPluginProblem)).toEqual(listed);
    expect(listed.length).toBeGreaterThan(2);

    const other = { ...plugin, apiVersion: 2 } as unknown as IndicatorPlugin;
    const [problem] = registerPlugins([other]).problems;
    expect(guide).toContain(problem?.message);
  });

  test('has the test that the guide shows', () => {
    const shown = blocks('ts').find((block) => block.includes('describePlugin')) ?? '';
    expect(shown.trim().split('\n').slice(4)).toHaveLength(3);
    expect(shown).toContain('describePlugin(waitingTimesPlugin, {');
  });
});

test('its inputs, one of each kind, are accepted, and read official files', async () => {
  const shown = blocks('ts').find((block) => block.startsWith('inputs: {')) ?? '';
  const { inputs } = (await imported('inputs.ts', `export const { inputs } = {\n${shown}};\n`)) as {
    readonly inputs: IndicatorPlugin['inputs'];
  };
  const plugin: IndicatorPlugin = {
    id: 'one-of-each',
    apiVersion: 1,
    title: { de: 'Eine Eingabe jeder Art', en: 'One input of each kind' },
    statistics: {
      update: {
        title: { de: 'Bevölkerungsfortschreibung', en: 'Population update' },
        code: '12411',
        institute: 'Statistische Ämter des Bundes und der Länder',
        licence: 'dl-de/by-2-0',
        populationBase: 'residents-update',
      },
    },
    inputs,
    measures: {
      residents: {
        title: { de: 'Einwohner', en: 'Residents' },
        unit: 'person',
        rollup: 'sum',
        overTime: 'last',
        reference: { at: '12-31' },
        disclosure: 'atSource',
        dimensions: ['sex'],
      },
    },
    indicators: {},
    subjects: {},
    plausibility: {},
  };
  expect(registerPlugins([plugin]).problems).toEqual([]);
  expect(Object.values(inputs).map(({ reader }) => reader)).toEqual([
    'genesis',
    'genesis-flat',
    'sdmx-csv',
    'json-stat',
    'own-figures',
  ]);
  for (const path of ['districts/12411-01-01-4.csv', 'flat/12411-01-01-4_1773175772751_de_flat.csv']) {
    const opened = await openInput(plugin, officialFile(`observations/${path}`));
    await Array.fromAsync(opened.batches());
    expect(opened.account().skipped.filter(({ reason }) => reason.startsWith('no mapping'))).toEqual([]);
  }
});

test('it names all shared dimensions and all fields of recommendations', () => {
  const keys = [...dimensions.map(({ key }) => key), ...Object.keys(recommendationFieldTitles)];
  expect(keys.filter((key) => !guide.includes(`\`${key}\``))).toEqual([]);
});

describe('check', () => {
  /** The sheet of the guide as people have typed it; its row 5 is hidden. */
  const typed = (): readonly (readonly SmallCell[])[] => {
    const lines = guide.split('\n').filter((line) => /^\| (?:Schlüssel|\d{4,5}) \|/.test(line));
    return lines.map((line) => line.slice(2, -2).split(' | ').map(cellOf));
  };
  const cellOf = (text: string): SmallCell => {
    if (text === '=450*2') return { value: 900, formula: '450*2' };
    if (text.endsWith(' %')) return { value: Number(text.slice(0, -2)) / 100, isPercent: true };
    return /^\d+$/.test(text) ? Number(text) : text;
  };
  const run = async (...words: readonly string[]): Promise<string> => {
    const { stdout } = await kreisweitInProcess(['check', ...words], { folder });
    return stdout.replaceAll(`${folder}/`, '');
  };
  const shown = (file: string): readonly string[] =>
    steps.filter(({ command }) => command.startsWith(`kreisweit check ${file}`)).map(({ output }) => output);

  test('says of an official table what the guide shows', async () => {
    const file = '12411-01-01-4.csv';
    writeFileSync(join(folder, file), readFileSync(officialFile(`observations/districts/${file}`)));
    expectShown(shown(file)[0] ?? '', await run(file, '--district', '12070'));
  });

  test('says of own figures in Excel what the guide shows, before and after they are mended', async () => {
    const rows = typed();
    expect(rows).toHaveLength(6);
    const file = join(folder, 'figures.xlsx');
    const [before = '', after = ''] = shown('figures.xlsx');
    writeFileSync(file, smallWorkbook(rows, { hiddenRow: 5 }));
    expectShown(before, await run('figures.xlsx'));
    const mended = rows.map((row, index) =>
      index === 2 ? row.with(4, 2) : index === 5 ? row.with(4, 300) : row,
    );
    writeFileSync(file, smallWorkbook(mended, { hiddenRow: 5 }));
    expectShown(after, await run('figures.xlsx'));
  });
});

test('the commands that the guide names exist, with their options', () => {
  const lines = commandLines(guide);
  expect(lines.length).toBeGreaterThan(12);
  expect(unknownCommands(lines)).toEqual([]);
});

test('the query that the guide shows fits the schema', () => {
  const { query } = JSON.parse(blocks('json')[0]?.split('\n')[0] ?? '');
  expect(validate(createSchema(), parse(query))).toEqual([]);
});

test('the scripts and packages that the guide names are there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['build', 'check', 'new-plugin']));
  for (const [, path = ''] of guide.matchAll(/ \.\/((?:packages|plugins)\/[a-z-]+)\/dist/g)) {
    const { version } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    expect(guide).toContain(`-${version}.tgz`);
  }
  const command = readFileSync(join(root, 'packages/create-plugin/src/create-plugin-command.ts'), 'utf8');
  for (const option of ['--kit', '--domain']) expect(command).toContain(`  ${option} <`);
});
