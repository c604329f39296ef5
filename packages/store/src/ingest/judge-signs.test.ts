import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { syncCatalogue } from '../catalogue/sync-catalogue.ts';
import type { Store } from '../open-store.ts';
import { importRegister } from '../territory/import-register.ts';
import { askedEngines } from '../testing/index.ts';
import { smallCatalogue } from '../testing/small-catalogue.ts';
import { register2021 } from '../testing/small-country.ts';
import { ingestTable } from '../testing/small-release.ts';
import { smallStore } from '../testing/small-store.ts';
import { figures, openAggregate } from '../testing/stored-rows.ts';

// Registers of the ends of 2013 and 2021; Meise (16099002) stands in the first only, Specht (16099003) in the second.
describe.each(askedEngines)('the meaning of a sign on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
  });
  afterAll(() => store.close());

  describe('"-"', () => {
    test('is a zero for a territory that the registers before and after show', async () => {
      await ingestTable(
        store,
        `
                  residents 2014  residents 2015
        16097001  100             -
        16097002  60              60
        16097003  40              40`,
      );
      expect((await figures(store, 'municipality 16097001', 'residents'))[2015]).toBe('0 DELIVERED');
      expect((await figures(store, 'district 16097', 'residents'))[2015]).toBe('100 SUMMED 100 %');
    });

    test('is no zero where the input or the measure says so, also after another register came', async () => {
      const silent = { dash: 'notAvailable' } as const;
      await syncCatalogue(store, {
        ...smallCatalogue,
        inputs: smallCatalogue.inputs.map((input) =>
          input.key === 'small/second' ? { ...input, ...silent } : input,
        ),
        measures: smallCatalogue.measures.map((measure) =>
          measure.key === 'small/desks' ? { ...measure, ...silent } : measure,
        ),
      });
      const rows = `
                  residents 2014  desks 2014  residents 2016
        16097001  100             -           -`;
      await ingestTable(store, rows, { input: 'small/second' });
      const found = async () => [
        await figures(store, 'municipality 16097001', 'desks'),
        (await figures(store, 'municipality 16097001', 'residents'))[2016],
      ];
      const missing = 'NOT_AVAILABLE DELIVERED';
      expect(await found()).toEqual([{ 2014: missing }, missing]);
      await importRegister(store, register2021, { checksum: 'again' });
      expect(await found()).toEqual([{ 2014: missing }, missing]);
      await syncCatalogue(store, smallCatalogue);
    });

    test('is a zero also in a row of a district, but not where its members say otherwise', async () => {
      await ingestTable(
        store,
        `
                  desks 2014  desks 2015
        16097     8           -
        16097001  _           3
        160975001 _           4`,
      );
      expect(await figures(store, 'district 16097', 'desks')).toEqual({
        2014: '8 DELIVERED',
        2015: '7 SUMMED 100 %',
      });
    });

    test.each([
      ['before the first register', '2012'],
      ['between registers of which only one shows the territory', '2017'],
    ])('%s proves nothing: not available, and not expected', async (_, period) => {
      await ingestTable(
        store,
        `
                  residents ${period}  places 2014
        16099001  50                   7
        16099002  -                    7
        16099003  -                    7`,
      );
      for (const municipality of ['municipality 16099002', 'municipality 16099003']) {
        expect((await figures(store, municipality, 'residents'))[period]).toBe('NOT_AVAILABLE DELIVERED');
      }
      expect((await figures(store, 'district 16099', 'residents'))[period]).toBe('50 SUMMED 100 %');
      expect(await openAggregate(store, `district 16099 small/residents ${period}`)).toMatchObject({
        reported: 1,
        expected: 1,
      });
    });

    test('after the last register, which shows the territory, is a missing figure', async () => {
      await ingestTable(
        store,
        `
                  residents 2022  places 2014
        16099001  50              7
        16099002  -               7
        16099003  -               7`,
      );
      const figure = async (territory: string) => (await figures(store, territory, 'residents'))[2022];
      expect(await figure('municipality 16099003')).toBe('NOT_AVAILABLE DELIVERED');
      expect(await figure('district 16099')).toBe('INCOMPLETE SUMMED 50 %');
    });

    test('beside a figure of the same period is a zero, and beside one of another period is not', async () => {
      await ingestTable(
        store,
        `
                  foreigners 2018  foreigners 2019  lowest 2018
        16099001  5                5                1
        16099002  -                -                1`,
      );
      expect(await figures(store, 'municipality 16099002', 'foreigners')).toEqual({
        2018: '0 DELIVERED',
        2019: 'NOT_AVAILABLE DELIVERED',
      });
    });

    test('beside a sign of the same period proves no life', async () => {
      await ingestTable(
        store,
        `
                  foreigners 2012  lowest 2012
        16099001  5                1
        16099002  -                .`,
      );
      expect((await figures(store, 'municipality 16099002', 'foreigners'))[2012]).toBe(
        'NOT_AVAILABLE DELIVERED',
      );
    });

    test('in all cells of a live municipality is no zero: it is missing', async () => {
      await ingestTable(
        store,
        `
                  foreigners 2014  foreigners 2015
        16097001  10               11
        16097002  6                7
        16097003  -                -`,
      );
      expect(await figures(store, 'municipality 16097003', 'foreigners')).toEqual({
        2014: 'NOT_AVAILABLE DELIVERED',
        2015: 'NOT_AVAILABLE DELIVERED',
      });
      expect(await figures(store, 'district 16097', 'foreigners')).toEqual({
        2014: 'INCOMPLETE SUMMED 67 %',
        2015: 'INCOMPLETE SUMMED 67 %',
      });
    });

    test('counts on the boundaries of the table, where a footer sets them', async () => {
      const nextYear = { state: '16', from: '2012', until: '2013', boundary: { yearsLater: 1 } };
      await ingestTable(
        store,
        `
                  highest 2012  highest 2013  highest 2014
        16097001  -             -             5`,
        { boundaryNotes: [nextYear] },
      );
      expect(await figures(store, 'municipality 16097001', 'highest')).toEqual({
        2012: '0 DELIVERED',
        2013: '0 DELIVERED',
        2014: '5 DELIVERED',
      });
    });
  });

  describe('"."', () => {
    test('through a whole level means that the table does not go down to it', async () => {
      await ingestTable(
        store,
        `
                  asked 2014  residents 2020  residents 2020 female
        16        _           900             450
        16097     200         200             .
        16098     300         300             .
        16097001  .           .               .
        16097002  .           .               .
        16097003  .           40              .`,
      );
      expect((await figures(store, 'municipality 16097001', 'residents'))[2020]).toBe(
        'CONFIDENTIAL_OR_UNKNOWN DELIVERED',
      );
      const female = { breakdown: 'sex=female' };
      expect((await figures(store, 'municipality 16097001', 'residents', female))[2020]).toBe(
        'NOT_COLLECTED_AT_LEVEL DELIVERED',
      );
      expect((await figures(store, 'district 16097', 'residents', female))[2020]).toBe(
        'NOT_COLLECTED_AT_LEVEL DELIVERED',
      );
      expect((await figures(store, 'state 16', 'residents', female))[2020]).toBe('450 DELIVERED');
      expect((await figures(store, 'district 16097', 'asked'))[2014]).toBe('200 DELIVERED');
    });

    test('in the only row of a level may be confidential', async () => {
      await ingestTable(
        store,
        `
                  places 2020
        16097     200
        16097001  .`,
      );
      expect((await figures(store, 'municipality 16097001', 'places'))[2020]).toBe(
        'CONFIDENTIAL_OR_UNKNOWN DELIVERED',
      );
    });

    test('through a level of a partial release may be confidential: it is no whole table', async () => {
      await ingestTable(
        store,
        `
                  places 2021
        16097001  10
        16097002  6
        16097003  4`,
      );
      await ingestTable(store, `  places 2021\n 16097002 .\n 16097003 .`, { kind: 'partial' });
      expect((await figures(store, 'municipality 16097003', 'places'))[2021]).toBe(
        'CONFIDENTIAL_OR_UNKNOWN DELIVERED',
      );
      expect((await figures(store, 'district 16097', 'places'))[2021]).toBe('CONFIDENTIAL_OR_UNKNOWN SUMMED');
    });
  });
});
