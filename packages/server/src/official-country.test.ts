import { populationPlugin } from '@kreisweit/plugin-population';
import { servers } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeSources, loadChangeSources } from './testing/load-change-sources.ts';
import { residentsTable } from './testing/load-national-tables.ts';
import { differencesOf } from './testing/official-country/differences-of.ts';
import { nationalTables } from './testing/official-country/national-tables.ts';
import {
  ingestOfficial,
  type OfficialCountry,
  officialCountry,
} from './testing/official-country/official-country.ts';
import { sumsOfResidents } from './testing/official-country/sums-of-residents.ts';

/** The country with the registers of 2013 and 2021 and one table: the rest is in `official-country.soak.ts`. */
describe.each(servers)('the official country on $name', (engine) => {
  let country: OfficialCountry;

  beforeAll(async () => {
    country = await officialCountry(engine);
    await loadChangeSources(country.store, changeSources.slice(0, 2));
    await ingestOfficial(country.store, residentsTable, populationPlugin);
  }, 120_000);
  afterAll(() => country.store.close());

  test('members add up to the delivered district, every year', async () => {
    expect(await country.rows(differencesOf('population/residents'))).toEqual(sumsOfResidents);
  });

  describe('national tables', () => nationalTables(() => country));
});
