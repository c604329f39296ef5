import { basename } from 'node:path';
import { createContext, createSchema } from '@kreisweit/graphql';
import {
  defineIndicatorPlugin,
  type IndicatorPlugin,
  openInput,
  registerPlugins,
} from '@kreisweit/plugin-kit';
import { populationPlugin } from '@kreisweit/plugin-population';
import { ingestRelease, type Store, storeOn, syncCatalogue } from '@kreisweit/store';
import { servers } from '@kreisweit/store/testing';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checksumOf } from './cli/checksum-of.ts';
import { releaseOf } from './cli/ingest.ts';
import { changeSources, loadChangeSources } from './testing/load-change-sources.ts';
import { officialFile } from './testing/official-file.ts';

const title = { de: 'Beschäftigte am Arbeitsort', en: 'Employees at the workplace' };

/** Employees of table 13111-01-03-5: a plug-in of one table, as a data partner would write it. */
const employeesPlugin = defineIndicatorPlugin({
  id: 'employees',
  apiVersion: 1,
  title,
  statistics: {
    employment: {
      title: { de: 'Beschäftigungsstatistik', en: 'Employment statistics' },
      code: '13111',
      institute: 'Bundesagentur für Arbeit',
      licence: 'dl-de/by-2-0',
      populationBase: 'employees-workplace',
    },
  },
  inputs: {
    byMunicipality: {
      level: 'municipality',
      reader: 'genesis',
      table: '13111-01-03-5',
      columns: [
        { header: ['Nationalität', 'Insgesamt', 'Geschlecht', 'Insgesamt'], measure: 'employees' },
        { header: ['Nationalität', 'Ausländer(innen)', 'Geschlecht', 'Insgesamt'], measure: 'foreigners' },
      ],
    },
  },
  measures: {
    employees: {
      title,
      unit: 'person',
      rollup: 'sum',
      overTime: 'last',
      reference: { at: '06-30' },
      disclosure: 'atSource',
    },
    foreigners: {
      title,
      unit: 'person',
      rollup: 'sum',
      overTime: 'last',
      reference: { at: '06-30' },
      disclosure: 'atSource',
    },
  },
});

const tables: readonly (readonly [plugin: IndicatorPlugin, file: string])[] = [
  [populationPlugin, 'observations/municipalities/12111-01-01-5_00.csv'],
  [employeesPlugin, 'observations/municipalities/13111-01-03-5_00.csv'],
];

const schema = createSchema();

/** The same SQL is tested on both engines on small countries. */
describe.each(servers)('official tables reconciled on $name', ({ open }) => {
  let store: Store;

  beforeAll(async () => {
    store = await storeOn(await open());
    const { catalogue, problems } = registerPlugins([populationPlugin, employeesPlugin]);
    expect(problems).toEqual([]);
    await syncCatalogue(store, catalogue);
    await loadChangeSources(store, changeSources.slice(0, 2));
    for (const [plugin, path] of tables) {
      const file = officialFile(path);
      await ingestRelease(
        store,
        releaseOf(await openInput(plugin, file), basename(file), await checksumOf(file)),
      );
    }
  }, 240_000);

  afterAll(() => store.close());

  async function query(source: string): Promise<unknown> {
    const contextValue = createContext({ db: store.db, principal: { roles: ['reader'] } });
    const { data, errors } = await graphql({ schema, source, contextValue });
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data));
  }

  test('the census has two pairs of districts that are off by equal and opposite amounts', async () => {
    const of = (name: string) =>
      `${name}: reconciliations(measure: "population/census${name}", period: "2011") {
        territories { key } delivered summed differences findings compared }`;
    expect(
      await query(`{ territory(key: "DG") { ... on Country { ${of('Residents')} ${of('Foreigners')} } } }`),
    ).toMatchInlineSnapshot(`
      {
        "territory": {
          "Foreigners": {
            "compared": 301,
            "delivered": [
              5329,
              8099,
              852,
              646,
            ],
            "differences": [
              38,
              -38,
              -9,
              9,
            ],
            "findings": [
              "DIFFERENT",
              "DIFFERENT",
              "WITHIN_ACCURACY",
              "WITHIN_ACCURACY",
            ],
            "summed": [
              5291,
              8137,
              861,
              637,
            ],
            "territories": [
              {
                "key": "07231",
              },
              {
                "key": "07235",
              },
              {
                "key": "13053",
              },
              {
                "key": "13057",
              },
            ],
          },
          "Residents": {
            "compared": 301,
            "delivered": [
              112319,
              142228,
              96905,
              103288,
            ],
            "differences": [
              1045,
              -1045,
              -1807,
              1807,
            ],
            "findings": [
              "DIFFERENT",
              "DIFFERENT",
              "DIFFERENT",
              "DIFFERENT",
            ],
            "summed": [
              111274,
              143273,
              98712,
              101481,
            ],
            "territories": [
              {
                "key": "07231",
              },
              {
                "key": "07235",
              },
              {
                "key": "13053",
              },
              {
                "key": "13057",
              },
            ],
          },
        },
      }
    `);
  });

  test('no difference tells the foreign employees of Ahnsbeck, the one village of Celle that is hidden', async () => {
    const answer = (await query(`{
      district(key: "03351") {
        foreigners: reconciliation(measure: "employees/foreigners", period: "2015") { delivered summed difference finding note }
        employees: reconciliation(measure: "employees/employees", period: "2015") { delivered summed difference finding }
      }
      territory(key: "03") { ... on State { reconciliations(measure: "employees/foreigners", period: "2015") {
        territories { key } differences } } }
      reporting(plugin: "employees", measure: "employees/foreigners", period: "2015", state: "03") {
        territories { key } statuses reported expected }
    }`)) as {
      readonly district: unknown;
      readonly territory: {
        readonly reconciliations: { readonly territories: readonly { readonly key: string }[] };
      };
      readonly reporting: {
        readonly territories: readonly { readonly key: string }[];
        readonly statuses: readonly string[];
        readonly reported: readonly (number | null)[];
        readonly expected: readonly (number | null)[];
      };
    };
    expect(answer.district).toMatchInlineSnapshot(`
      {
        "employees": {
          "delivered": 55562,
          "difference": null,
          "finding": "CONFIDENTIAL",
          "summed": null,
        },
        "foreigners": {
          "delivered": 2605,
          "difference": null,
          "finding": "CONFIDENTIAL",
          "note": "Ein Wert ist geheim zu halten. Summe und Abweichung würden ihn verraten.",
          "summed": null,
        },
      }
    `);
    expect(answer.territory.reconciliations.territories.map(({ key }) => key)).not.toContain('03351');
    const celle = answer.reporting.territories.findIndex(({ key }) => key === '03351');
    const { statuses, reported, expected } = answer.reporting;
    expect([statuses[celle], reported[celle], expected[celle]]).toMatchInlineSnapshot(`
      [
        "PARTIAL",
        null,
        null,
      ]
    `);
    // 2,605 less the 2,589 of the members that are shown: the hidden one.
    expect(JSON.stringify(answer.district)).not.toMatch(/\b(?:16|2589)\b/);
  });

  test('of all districts as many could be compared as have no hidden member', async () => {
    expect(
      await query(`{ territory(key: "DG") { ... on Country {
        reconciliations(measure: "employees/foreigners", period: "2015") { districts compared differences } } } }`),
    ).toMatchInlineSnapshot(`
      {
        "territory": {
          "reconciliations": {
            "compared": 137,
            "differences": [],
            "districts": 402,
          },
        },
      }
    `);
  });
});
