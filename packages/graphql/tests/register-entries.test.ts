import type { Store } from '@kreisweit/store';
import { askedEngines } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, dataOf } from './ask.ts';
import { insertRows } from './fixture/insert-rows.ts';
import { madeUpCountry } from './fixture/made-up-country.ts';

const ADORF = 5;
const BEDORF = 6;
const CEDORF = 7;
const ALTDORF = 13;

/**
 * Inserts what registers say: those of 2013 and 2021, a text of 2023 without the degree of urbanisation, one of 2021 that
 * was replaced in data version 2, and one that a later data version brings.
 */
async function insertEntries(store: Store): Promise<void> {
  await insertRows(
    store,
    'register',
    [
      'id',
      'file',
      'format',
      'checksum',
      'territory_date',
      'population_date',
      'demo',
      'version_from',
      'version_until',
    ],
    [
      [3, '2023.txt', 'GV100AD', 'c', '2023-11-30', '2022-12-31', false, 1, null],
      [4, 'replaced.xlsx', 'AuszugGV', 'd', '2021-12-31', '2020-12-31', false, 1, 2],
      [5, 'later.xlsx', 'AuszugGV', 'e', '2024-12-31', '2024-12-31', false, 3, null],
    ],
  );
  await insertRows(
    store,
    'register_entry',
    [
      'register_id',
      'territory_id',
      'name',
      'inhabited',
      'area_hectares',
      'population',
      'male',
      'postcode',
      'degree_of_urbanisation',
    ],
    [
      [1, ADORF, 'Adorf', true, 1009, 5100, 2500, '91001', 3],
      [2, ADORF, 'Adorf', true, 1010, 5200, 2600, '91001', 2],
      [3, ADORF, 'Adorf', true, 1010, 5300, 2700, '91001', null],
      [4, ADORF, 'Adorf', true, 9999, 9999, 9999, '99999', 1],
      [5, ADORF, 'Adorf', true, 8888, 8888, 8888, '88888', 1],
      [2, BEDORF, 'Bedorf', true, 7, 70, 30, null, 3],
      [3, CEDORF, 'Cedorf', true, 8, 80, 40, '91003', null],
      [1, ALTDORF, 'Altdorf', true, 5673, 90_000, 45_000, '91004', 1],
    ],
  );
}

describe.each(askedEngines)('what registers say, on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await madeUpCountry(engine);
    await insertEntries(store);
    db = store.db;
  });
  afterAll(() => store.close());

  test('is told register by register, the oldest first, as the data version knows them', async () => {
    const found = await answer(
      db,
      `{
        adorf: municipality(key: "09199001") { registerEntries { ...all } }
        altdorf: municipality(key: "09197001") { registerEntries { ...all } }
        nowhere: municipality(key: "09199900") { registerEntries { ...all } }
      }
      fragment all on RegisterEntry {
        territoryDate populationDate population malePopulation squareKilometres postcode
        degreeOfUrbanisation de: degreeOfUrbanisationTitle en: degreeOfUrbanisationTitle(lang: EN)
      }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        adorf: {
          registerEntries: [
            {
              territoryDate: '2013-12-31',
              populationDate: '2012-12-31',
              population: 5100,
              malePopulation: 2500,
              squareKilometres: 10.09,
              postcode: '91001',
              degreeOfUrbanisation: 'RURAL',
              de: 'gering besiedelt',
              en: 'Rural areas'
            },
            {
              territoryDate: '2021-12-31',
              populationDate: '2020-12-31',
              population: 5200,
              malePopulation: 2600,
              squareKilometres: 10.1,
              postcode: '91001',
              degreeOfUrbanisation: 'TOWNS_AND_SUBURBS',
              de: 'mittlere Besiedlungsdichte',
              en: 'Towns and suburbs'
            },
            {
              territoryDate: '2023-11-30',
              populationDate: '2022-12-31',
              population: 5300,
              malePopulation: 2700,
              squareKilometres: 10.1,
              postcode: '91001',
              degreeOfUrbanisation: null,
              de: null,
              en: null
            }
          ]
        },
        altdorf: {
          registerEntries: [
            {
              territoryDate: '2013-12-31',
              populationDate: '2012-12-31',
              population: 90000,
              malePopulation: 45000,
              squareKilometres: 56.73,
              postcode: '91004',
              degreeOfUrbanisation: 'CITIES',
              de: 'dicht besiedelt',
              en: 'Cities'
            }
          ]
        },
        nowhere: { registerEntries: [] }
      }"
    `);
  });

  test('gives the degree of urbanisation of the day, from the last register that says it', async () => {
    const on = (day: string) => `municipality(key: "09199001", on: "${day}") { degreeOfUrbanisation }`;
    const found = await answer(
      db,
      `{
        latest: municipality(key: "09199001") {
          degreeOfUrbanisation de: degreeOfUrbanisationTitle en: degreeOfUrbanisationTitle(lang: EN)
        }
        before: ${on('2010-01-01')}
        between: ${on('2021-12-30')}
        onTheDay: ${on('2021-12-31')}
        later: ${on('2030-01-01')}
        gone: municipality(key: "09197001") { degreeOfUrbanisation }
        onlyLater: municipality(key: "09199002", on: "2014-01-01") { degreeOfUrbanisation }
        notSaid: municipality(key: "09199003") { degreeOfUrbanisation degreeOfUrbanisationTitle }
        noRegister: municipality(key: "09199900") { degreeOfUrbanisation degreeOfUrbanisationTitle }
      }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        latest: {
          degreeOfUrbanisation: 'TOWNS_AND_SUBURBS',
          de: 'mittlere Besiedlungsdichte',
          en: 'Towns and suburbs'
        },
        before: { degreeOfUrbanisation: 'RURAL' },
        between: { degreeOfUrbanisation: 'RURAL' },
        onTheDay: { degreeOfUrbanisation: 'TOWNS_AND_SUBURBS' },
        later: { degreeOfUrbanisation: 'TOWNS_AND_SUBURBS' },
        gone: { degreeOfUrbanisation: 'CITIES' },
        onlyLater: { degreeOfUrbanisation: 'RURAL' },
        notSaid: { degreeOfUrbanisation: null, degreeOfUrbanisationTitle: null },
        noRegister: { degreeOfUrbanisation: null, degreeOfUrbanisationTitle: null }
      }"
    `);
  });

  test('is told of the members of a district on the day that they are asked for', async () => {
    const document = `query ($on: Date) { district(key: "09199") {
      municipalities(on: $on) { name degreeOfUrbanisation registerEntries { degreeOfUrbanisation } }
    } }`;
    const towns = (adorf: string) => ({
      district: {
        municipalities: [
          {
            name: 'Adorf',
            degreeOfUrbanisation: adorf,
            registerEntries: ['RURAL', 'TOWNS_AND_SUBURBS', null].map((degreeOfUrbanisation) => ({
              degreeOfUrbanisation,
            })),
          },
          {
            name: 'Bedorf',
            degreeOfUrbanisation: 'RURAL',
            registerEntries: [{ degreeOfUrbanisation: 'RURAL' }],
          },
          { name: 'Cedorf', degreeOfUrbanisation: null, registerEntries: [{ degreeOfUrbanisation: null }] },
        ],
      },
    });
    expect(await dataOf(db, document)).toEqual(towns('TOWNS_AND_SUBURBS'));
    expect(await dataOf(db, document, { on: '2014-01-01' })).toEqual(towns('RURAL'));
  });
});
