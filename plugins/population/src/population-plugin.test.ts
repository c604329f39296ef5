import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type DeliveredObservation,
  formatPluginProblem,
  openInput,
  registerPlugins,
} from '@kreisweit/plugin-kit';
import { describe, expect, it } from 'vitest';
import { populationPlugin } from './population-plugin.ts';

const DATA = new URL('../../../../shared/data/observations/', import.meta.url);

function table(name: string): string {
  const path = fileURLToPath(new URL(name, DATA));
  if (existsSync(path)) return path;
  throw new Error(
    `${path} is missing: link the folder 'shared' with the official data beside the repository`,
  );
}

async function load(name: string) {
  const { batches, ...opened } = await openInput(populationPlugin, table(name));
  return { ...opened, observations: (await Array.fromAsync(batches())).flat() };
}

type Place = {
  readonly measure?: string;
  readonly territory: string;
  readonly period: string;
  readonly sex?: string;
};

/** The value of a cell, or its sign. Throws unless exactly one observation is meant. */
function cellOf(observations: readonly DeliveredObservation[], { measure, territory, period, sex }: Place) {
  const found = observations.filter(
    (one) =>
      one.territory === territory &&
      one.period === period &&
      one.breakdown?.sex === sex &&
      (measure === undefined || one.measure === measure),
  );
  expect(found).toHaveLength(1);
  return found[0]?.cell.value ?? found[0]?.cell.sign;
}

describe('the population plug-in', () => {
  it('is valid', () => {
    const { problems, catalogue } = registerPlugins([populationPlugin]);
    expect(problems.map(formatPluginProblem)).toEqual([]);
    expect(catalogue.inputs).toMatchInlineSnapshot(`
      [
        {
          "key": "population/residentsByMunicipality",
          "level": "municipality",
          "plugin": "population",
          "revision": "20292fb77de9",
          "statistic": "population/update",
        },
        {
          "key": "population/residentsByDistrict",
          "level": "district",
          "plugin": "population",
          "revision": "62e88cee4021",
          "statistic": "population/update",
        },
        {
          "key": "population/foreignersByDistrict",
          "level": "district",
          "plugin": "population",
          "revision": "57f5877cb9df",
          "statistic": "population/update",
        },
        {
          "accuracy": {
            "perturbed": true,
          },
          "key": "population/censusByMunicipality",
          "level": "municipality",
          "plugin": "population",
          "revision": "670094534f1e",
          "statistic": "population/census2011",
        },
      ]
    `);
    expect(
      catalogue.indicators.map(({ key, unit, decimals, dimensions }) =>
        [key, unit, decimals, ...dimensions].join(' '),
      ),
    ).toMatchInlineSnapshot(`
      [
        "population/residents person 0 sex",
        "population/foreigners person 0 sex",
        "population/censusResidents person 0 sex",
        "population/censusForeigners person 0 sex",
        "population/foreignShare percent 1 sex",
        "population/censusForeignShare percent 1 sex",
      ]
    `);
    expect(catalogue.indicators.at(-2)?.resolved).toMatchInlineSnapshot(`
      {
        "op": "share",
        "part": {
          "key": "population/foreigners",
          "op": "measure",
        },
        "whole": {
          "key": "population/residents",
          "op": "measure",
        },
      }
    `);
  });

  it('is a definition only', () => {
    expect(JSON.parse(JSON.stringify(populationPlugin))).toEqual(populationPlugin);
  });
});

describe('the tables of the population plug-in', () => {
  it('reads residents of municipalities, districts and states', async () => {
    const { observations, ...opened } = await load('municipalities/12411-01-01-5_00.csv');
    expect(opened).toMatchObject({
      plugin: 'population',
      input: 'residentsByMunicipality',
      statistic: 'update',
      level: 'municipality',
      table: '12411-01-01-5',
      institute: 'Statistische Ämter des Bundes und der Länder',
      licence: 'dl-de/by-2-0',
      retrieved: '2017-10-10T11:01:03',
    });
    expect(opened.boundaryNotes).toContainEqual({
      state: '07',
      from: '2011',
      until: null,
      boundary: { yearsLater: 1 },
    });
    expect(observations).toHaveLength(14_493 * 24);
    expect(new Set(observations.map(({ measure }) => measure))).toEqual(new Set(['residents']));
    const at = (territory: string, period: string, sex?: string) =>
      cellOf(observations, sex === undefined ? { territory, period } : { territory, period, sex });
    expect(at('DG', '2015')).toBe(82_175_684);
    expect(at('DG', '2015', 'female')).toBe(41_661_561);
    expect(at('DG', '2008')).toBe(82_002_356);
    expect([at('12070', '2015'), at('12070', '2015', 'male'), at('12070', '2008')]).toMatchInlineSnapshot(`
      [
        77573,
        38556,
        84284,
      ]
    `);
    expect([
      at('03153', '2015'),
      at('09473', '2011'),
      at('03153005', '2013'),
      at('03153005', '2014'),
    ]).toMatchInlineSnapshot(`
      [
        138236,
        87404,
        40189,
        "-",
      ]
    `);
  });

  it('reads residents of districts since 1995', async () => {
    const { input, observations } = await load('districts/12411-01-01-4_00.csv');
    expect(input).toBe('residentsByDistrict');
    expect(observations).toHaveLength(526 * 63);
    expect(cellOf(observations, { territory: '12070', period: '1995' })).toMatchInlineSnapshot(`101421`);
    expect(cellOf(observations, { territory: '09473', period: '2015', sex: 'female' })).toMatchInlineSnapshot(
      `43818`,
    );
  });

  it('reads the same districts from a file in the older encoding', async () => {
    const original = await load('districts/12411-01-01-4.csv');
    const converted = await load('districts/12411-01-01-4_00.csv');
    const of2015 = converted.observations.filter(({ period }) => period === '2015');
    expect(original.observations).toHaveLength(526 * 3);
    expect(original.observations.map(({ column: _, ...one }) => one)).toEqual(
      of2015.map(({ column: _, ...one }) => one),
    );
    expect(original.observations.find(({ territory }) => territory === '03153')?.name).toBe(
      'Goslar, Landkreis',
    );
  });

  it('reads foreign residents of districts, of all ages, and no residents', async () => {
    const { input, observations } = await load('districts/12411-03-03-4_00.csv');
    expect(input).toBe('foreignersByDistrict');
    expect(observations).toHaveLength(526 * 3);
    expect(new Set(observations.map(({ measure }) => measure))).toEqual(new Set(['foreigners']));
    expect(cellOf(observations, { territory: 'DG', period: '2015' })).toBe(8_651_958);
    expect(cellOf(observations, { territory: '12070', period: '2015' })).toMatchInlineSnapshot(`2192`);
    expect(cellOf(observations, { territory: '03153', period: '2015', sex: 'male' })).toMatchInlineSnapshot(
      `5724`,
    );
  });

  it('reads residents and foreign residents of the census', async () => {
    const { input, statistic, observations } = await load('municipalities/12111-01-01-5_00.csv');
    expect([input, statistic]).toEqual(['censusByMunicipality', 'census2011']);
    expect(observations).toHaveLength(14_493 * 6);
    expect(new Set(observations.map(({ period }) => period))).toEqual(new Set(['2011']));
    const at = (measure: string, territory: string, sex?: string) =>
      cellOf(observations, { measure, territory, period: '2011', ...(sex === undefined ? {} : { sex }) });
    expect(at('censusResidents', 'DG')).toBe(80_219_695);
    expect(at('censusForeigners', 'DG')).toBe(6_180_013);
    expect(at('censusForeigners', 'DG', 'female')).toBe(3_084_023);
    expect([at('censusResidents', '12070'), at('censusForeigners', '12070')]).toMatchInlineSnapshot(`
      [
        80276,
        775,
      ]
    `);
    expect([at('censusResidents', '09473'), at('censusForeigners', '09473', 'male')]).toMatchInlineSnapshot(`
      [
        87775,
        1313,
      ]
    `);
  });

  it('adds up by sex wherever all three are numbers', async () => {
    const { observations } = await load('municipalities/12411-01-01-5_00.csv');
    const sums = new Map<string, number>();
    for (const { territory, period, breakdown, cell } of observations) {
      const key = `${territory} ${period}`;
      const signed = breakdown?.sex === undefined ? -(cell.value ?? Number.NaN) : (cell.value ?? Number.NaN);
      sums.set(key, (sums.get(key) ?? 0) + signed);
    }
    const known = [...sums.values()].filter((sum) => !Number.isNaN(sum));
    expect(known.length).toBeGreaterThan(90_000);
    expect(known.filter((sum) => sum !== 0)).toEqual([]);
  });

  it('refuses a table of somebody else', async () => {
    const other = table('municipalities/12711-01-03-5_00.csv');
    await expect(openInput(populationPlugin, other)).rejects.toThrow(
      /expected 12411-01-01-5 \(residentsByMunicipality\), .* found table 12711-01-03-5/,
    );
  });
});
