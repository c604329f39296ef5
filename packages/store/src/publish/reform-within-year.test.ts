import type { Catalogue } from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importChangeList } from '../changes/import-change-list.ts';
import type { Store } from '../open-store.ts';
import { importRegister } from '../territory/import-register.ts';
import { askedEngines } from '../testing/index.ts';
import { read, smallCatalogue, smallIndicator, smallMeasure } from '../testing/small-catalogue.ts';
import { changeListOf } from '../testing/small-changes.ts';
import { registerOf } from '../testing/small-country.ts';
import { ingestTable } from '../testing/small-release.ts';
import { storeWithoutRegisters } from '../testing/small-store.ts';
import { figures } from '../testing/stored-rows.ts';

const births = smallMeasure('births', {
  overTime: 'sum',
  reference: { during: 'period' },
  dimensions: [],
  apportionBy: 'population',
});
const catalogue: Catalogue = {
  ...smallCatalogue,
  measures: [...smallCatalogue.measures, births],
  indicators: [
    ...smallCatalogue.indicators,
    smallIndicator('births', undefined, { dimensions: [] }),
    smallIndicator('birthsChange', { op: 'change', of: read('births'), periods: 1 }, { dimensions: [] }),
  ],
};

/** Birke went into Ahorn on 1 July 2014. */
describe.each(askedEngines)('a year of quarters with a reform inside on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine, catalogue);
    const districts = '16  Bergland\n16091  Alt  44\n160910001  Ahorn  50';
    const before = `${districts}\n160910001001  Ahorn  64  100\n160910002  Birke  50\n160910002002  Birke  64  60`;
    const after = `${districts}\n160910001001  Ahorn  64  160`;
    await importRegister(store, registerOf('2013-12-31', before), { checksum: '2013' });
    await importRegister(store, registerOf('2014-12-31', after), { checksum: '2014' });
    await importChangeList(
      store,
      changeListOf(2014, 'DISSOLVED  2014-07-01  160910002002  Birke  160910001001  Ahorn  60'),
      { checksum: 'list' },
    );
    await ingestTable(
      store,
      `
                births 2013  births 2014-Q1  births 2014-Q2  births 2014-Q3  births 2014-Q4  births 2015  births 2016
      16091001  40           10              10              20              20              80           90`,
    );
  });
  afterAll(() => store.close());

  test('is compared with neither the year before nor the one after it', async () => {
    expect(await figures(store, 'municipality 16091001', 'births')).toMatchObject({
      2013: '40 DELIVERED',
      2014: '60 SUMMED BREAK REFORM',
      2015: '80 DELIVERED BREAK REFORM',
      2016: '90 DELIVERED',
    });
    expect(await figures(store, 'municipality 16091001', 'birthsChange')).toMatchObject({
      2014: expect.stringMatching(/^NOT_APPLICABLE .*BREAK/),
      2015: expect.stringMatching(/^NOT_APPLICABLE .*BREAK/),
      2016: '10 DELIVERED',
    });
  });
});
