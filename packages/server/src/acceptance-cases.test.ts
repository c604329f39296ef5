import type { Catalogue } from '@kreisweit/domain';
import { createContext, createSchema } from '@kreisweit/graphql';
import { defineIndicatorPlugin, registerPlugins } from '@kreisweit/plugin-kit';
import { importRegister, type Store } from '@kreisweit/store';
import {
  askedEngines,
  ingestTable,
  registerOf,
  smallCatalogue,
  smallIndicator,
  smallMeasure,
  storeWithoutRegisters,
} from '@kreisweit/store/testing';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const guests = smallMeasure('guests', { additivity: 'perturbed' });

const catalogue: Catalogue = {
  ...smallCatalogue,
  measures: [...smallCatalogue.measures, guests],
  indicators: [...smallCatalogue.indicators, smallIndicator('guests')],
};

const MEMBERS = Array.from({ length: 12 }, (_, index) => `160970${String(index + 1).padStart(2, '0')}`);

/** Aue (16097) has twelve municipalities: ten of 100 inhabitants, one of 300 and one of 700; Fels (16099) has one. */
const register = registerOf(
  '2013-12-31',
  [
    '16  Bergland',
    '16097  Aue  44',
    ...MEMBERS.flatMap((key, index) => {
      const population = index < 10 ? 100 : index === 10 ? 300 : 700;
      const association = `160970${key.slice(-3)}`;
      return [
        `${association}  Ort ${index + 1}  50`,
        `${association}${key.slice(-3)}  Ort ${index + 1}  64  ${population}`,
      ];
    }),
    '16098  Eiche  44',
    '160980001  Linde  50',
    '160980001001  Linde  64  50',
    '16099  Fels  44',
    '160990001  Lerche  50',
    '160990001001  Lerche  64  50',
  ].join('\n'),
);

const tableOf = (column: string, cells: Readonly<Record<string, number | string>>): string =>
  [`  ${column}`, ...Object.entries(cells).map(([key, cell]) => `${key} ${cell}`)].join('\n');

describe.each(askedEngines)('the acceptance cases of official statistics on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine, catalogue);
    await importRegister(store, register, { checksum: 'register' });
  });
  afterAll(() => store.close());

  async function ask(source: string): Promise<unknown> {
    const contextValue = createContext({ db: store.db });
    const { data, errors } = await graphql({ schema: createSchema(), source, contextValue });
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data));
  }

  test('ten of twelve members reported: coverage 10/12 and the population share; no silent mean', async () => {
    const ten = Object.fromEntries(MEMBERS.slice(0, 10).map((key) => [key, 30]));
    await ingestTable(store, tableOf('residents 2014', ten));
    await ingestTable(store, tableOf('waitDays 2014', ten), { input: 'small/second', kind: 'partial' });
    const places = Object.fromEntries(MEMBERS.map((key) => [key, 2]));
    await ingestTable(store, tableOf('places 2014', places), { input: 'small/second', kind: 'partial' });
    expect(
      await ask(`{ district(key: "16097") {
        sum: value(indicator: "small/residents", period: "2014") { value status coverage explanation { components {
          reported expected populationShare  missing { count territories { key } }
        } } }
        mean: value(indicator: "small/waitDays", period: "2014") { value status coverage }
      } }`),
    ).toMatchInlineSnapshot(`
      {
        "district": {
          "mean": {
            "coverage": 0.8333333333333334,
            "status": "INCOMPLETE",
            "value": null,
          },
          "sum": {
            "coverage": 0.8333333333333334,
            "explanation": {
              "components": [
                {
                  "expected": 12,
                  "missing": {
                    "count": 2,
                    "territories": [
                      {
                        "key": "16097011",
                      },
                      {
                        "key": "16097012",
                      },
                    ],
                  },
                  "populationShare": 0.5,
                  "reported": 10,
                },
              ],
            },
            "status": "INCOMPLETE",
            "value": null,
          },
        },
      }
    `);
  });

  test('a rate with a suppressed numerator is suppressed, and sorting by it does not order the hidden rows', async () => {
    const residents = { 16097: 2000, 16098: 50, 16099: 50 };
    await ingestTable(store, tableOf('residents 2015', residents), { input: 'small/byDistrict' });
    const foreigners = { 16097: 40, 16098: '*', 16099: '.' };
    await ingestTable(store, tableOf('foreigners 2015', foreigners), {
      input: 'small/byDistrict',
      kind: 'partial',
    });
    const rank = `value(indicator: "small/foreignShare", period: "2015") { value status
      comparison(among: { inside: STATE }) { rank quartile of without } }`;
    expect(
      await ask(`{
        shown: district(key: "16097") { ${rank} }
        hidden: district(key: "16098") { ${rank} }
        unknown: district(key: "16099") { ${rank} }
        territory(key: "16") { ... on State {
          crossSection(indicator: "small/foreignShare", period: "2015", level: DISTRICT) {
            territories { key } values statuses
          }
        } }
      }`),
    ).toMatchInlineSnapshot(`
      {
        "hidden": {
          "value": {
            "comparison": {
              "of": 1,
              "quartile": null,
              "rank": null,
              "without": 2,
            },
            "status": "CONFIDENTIAL",
            "value": null,
          },
        },
        "shown": {
          "value": {
            "comparison": {
              "of": 1,
              "quartile": null,
              "rank": 1,
              "without": 2,
            },
            "status": "NORMAL",
            "value": 2,
          },
        },
        "territory": {
          "crossSection": {
            "statuses": [
              "NORMAL",
              "CONFIDENTIAL",
              "CONFIDENTIAL_OR_UNKNOWN",
            ],
            "territories": [
              {
                "key": "16097",
              },
              {
                "key": "16098",
              },
              {
                "key": "16099",
              },
            ],
            "values": [
              2,
              null,
              null,
            ],
          },
        },
        "unknown": {
          "value": {
            "comparison": {
              "of": 1,
              "quartile": null,
              "rank": null,
              "without": 2,
            },
            "status": "CONFIDENTIAL_OR_UNKNOWN",
            "value": null,
          },
        },
      }
    `);
  });

  test('the sum of perturbed municipalities differs from the published district total: the API returns the published one, with its origin', async () => {
    const members = Object.fromEntries(MEMBERS.map((key) => [key, 10]));
    await ingestTable(store, tableOf('guests 2014', { 16097: 126, ...members }), {
      input: 'small/second',
      kind: 'partial',
    });
    await ingestTable(store, tableOf('guests 2015', members), { input: 'small/second', kind: 'partial' });
    expect(
      await ask(`{ district(key: "16097") {
        published: value(indicator: "small/guests", period: "2014") { value origin flags }
        reconciliation(measure: "small/guests", period: "2014") { delivered summed difference finding }
        onlyMembers: value(indicator: "small/guests", period: "2015") { value origin flags }
      } }`),
    ).toMatchInlineSnapshot(`
      {
        "district": {
          "onlyMembers": {
            "flags": [
              "ESTIMATED",
            ],
            "origin": "SUMMED",
            "value": 120,
          },
          "published": {
            "flags": [],
            "origin": "DELIVERED",
            "value": 126,
          },
          "reconciliation": {
            "delivered": 126,
            "difference": 6,
            "finding": "WITHIN_ACCURACY",
            "summed": 120,
          },
        },
      }
    `);
  });

  test('a measure without a roll-up rule is refused with a clear error', () => {
    const title = { de: 'Gäste', en: 'Guests' };
    const measure = {
      title,
      unit: 'person',
      overTime: 'last',
      reference: { at: '12-31' },
      disclosure: 'atSource',
    };
    const plugin = defineIndicatorPlugin({
      id: 'guests',
      apiVersion: 1,
      title,
      statistics: {
        survey: { title, institute: 'Institute', licence: 'CC0-1.0', populationBase: 'guests' },
      },
      // @ts-expect-error A plug-in in JavaScript is not held by types.
      measures: { guests: measure },
    });
    const { problems, catalogue: registered } = registerPlugins([plugin]);
    expect(registered.measures).toEqual([]);
    expect(problems).toMatchInlineSnapshot(`
      [
        {
          "message": "is missing: write how members add up: 'sum', { weightedMeanBy: '...' }, 'min', 'max', 'count' or 'none'",
          "path": "measures.guests.rollup",
          "plugin": "guests",
        },
      ]
    `);
  });
});
