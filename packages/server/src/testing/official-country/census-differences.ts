import { expect, test } from 'vitest';
import { differencesOf } from './differences-of.ts';
import type { OfficialCountry } from './official-country.ts';

/** Where the delivered totals of the census differ from the sums of their members. Tests that need its table and the registers. */
export function censusDifferences(country: () => OfficialCountry): void {
  test('the census leaves four known differences, and the delivered values stand', async () => {
    expect(await country().rows(differencesOf('population/censusForeigners'))).toEqual([
      { period: '2011', equal: 297, different: 4, keys: '07231 07235 13053 13057' },
    ]);
    expect(await country().rows(differencesOf('population/censusResidents'))).toEqual([
      { period: '2011', equal: 297, different: 4, keys: '07231 07235 13053 13057' },
    ]);
    expect(
      await country().query(`{ district(key: "07231") {
      name
      value(indicator: "population/censusForeigners", period: "2011") { value status origin coverage }
    } }`),
    ).toEqual({
      district: {
        name: 'Bernkastel-Wittlich',
        value: { value: 5329, status: 'NORMAL', origin: 'DELIVERED', coverage: null },
      },
    });
  });

  test('the census has two pairs of districts that are off by equal and opposite amounts', async () => {
    const of = (name: string) =>
      `${name}: reconciliations(measure: "population/census${name}", period: "2011") {
        territories { key } delivered summed differences findings compared }`;
    expect(
      await country().query(
        `{ territory(key: "DG") { ... on Country { ${of('Residents')} ${of('Foreigners')} } } }`,
      ),
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
}
