import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyAggregates } from '../aggregate/verify-aggregates.ts';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { rebasedFigures } from '../testing/rebased-figures.ts';
import { reformedCountry } from '../testing/reformed-country.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyFacts } from '../testing/small-store.ts';
import { figures } from '../testing/stored-rows.ts';

/** 16091007 was founded in 2016 from 16092002, of another district: this table has no rows of districts. */
const MUNICIPALITIES = `
            people 2015
  16091001  160
  16091003  40
  16091007  30
  16092001  70
  16093001  50
  16094001  50
  16094002  50
  16098000  300
  16099001  20`;

describe.each(askedEngines)('one cell that two tables place in different districts on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await reformedCountry(engine);
  });
  beforeEach(async () => {
    await emptyFacts(store);
    await ingestTable(store, MUNICIPALITIES);
  });
  afterAll(() => store.close());

  async function reported(...territories: readonly string[]) {
    const all = territories.map(async (territory) => [
      territory,
      (await figures(store, territory, 'people'))[2015],
    ]);
    return Object.fromEntries(await Promise.all(all));
  }

  test('counts once, where the latest delivery places it', async () => {
    expect(await reported('state 16', 'district 16091', 'district 16092', 'municipality 16091007')).toEqual({
      'state 16': '770 SUMMED 100 %',
      'district 16091': '200 SUMMED 100 %',
      'district 16092': '100 SUMMED 100 %',
      'municipality 16091007': '30 DELIVERED',
    });
    // One kreisfreie Stadt in five digits makes it a table with rows of districts.
    await ingestTable(store, 'people 2015\n16098 301\n16091007 29', { kind: 'partial' });
    expect(await reported('state 16', 'district 16091', 'district 16092', 'municipality 16091007')).toEqual({
      'state 16': '770 SUMMED 100 %',
      'district 16091': '229 SUMMED 100 %',
      'district 16092': '70 SUMMED 100 %',
      'municipality 16091007': '29 DELIVERED',
    });
    expect((await rebasedFigures(store, 'municipality 16091007', 'people', '2021-12-31'))[2015]).toContain(
      '29 ',
    );
  });

  test('counts once when another input delivers it', async () => {
    await ingestTable(store, 'people 2015\n16091 230\n16091001 160\n16091003 40\n16091007 30', {
      input: 'small/second',
    });
    expect(await reported('state 16', 'district 16091', 'district 16092')).toEqual({
      'state 16': '770 SUMMED 100 %',
      'district 16091': '230 DELIVERED',
      'district 16092': '70 SUMMED 100 %',
    });
  });

  test('goes back to where the remaining table places it, once the later one does not list it any more', async () => {
    const before = await reported('district 16091', 'district 16092', 'municipality 16091007');
    const ofDistricts = 'people 2015\n16091 230\n16091001 160';
    await ingestTable(store, `${ofDistricts}\n16091007 31`, { input: 'small/second' });
    expect(await reported('district 16092')).toEqual({ 'district 16092': '70 SUMMED 100 %' });
    await ingestTable(store, ofDistricts, { input: 'small/second' });
    expect(await reported('district 16091', 'district 16092', 'municipality 16091007')).toEqual({
      ...before,
      'district 16091': '230 DELIVERED',
    });
    expect(await verifyAggregates(store)).toMatchObject({ aggregates: 0, series: 0 });
  });

  test('stays where the table with its figure places it when a later one holds only a dash', async () => {
    await ingestTable(store, 'people 2015\n16098 300\n16091007 -\n16091001 160', { input: 'small/second' });
    expect(await reported('district 16091', 'district 16092', 'municipality 16091007')).toEqual({
      'district 16091': '200 SUMMED 100 %',
      'district 16092': '100 SUMMED 100 %',
      'municipality 16091007': '30 DELIVERED',
    });
  });

  test('is hidden everywhere when a correction hides it', async () => {
    await ingestTable(store, 'people 2015\n16091 202\n16091001 160\n16091003 40\n16091007 .', {
      kind: 'partial',
    });
    expect(await reported('municipality 16091007', 'district 16092', 'district 16091')).toEqual({
      'municipality 16091007': 'CONFIDENTIAL_OR_UNKNOWN DELIVERED',
      // Who was its predecessor has not reported.
      'district 16092': 'INCOMPLETE SUMMED 50 %',
      'district 16091': '202 DELIVERED',
    });
  });
});
