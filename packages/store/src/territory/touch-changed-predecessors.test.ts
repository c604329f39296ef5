import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAggregates } from '../aggregate/verify-aggregates.ts';
import { importCrosswalk } from '../changes/import-crosswalk.ts';
import type { Crosswalk } from '../crosswalk/crosswalk.ts';
import type { Store } from '../open-store.ts';
import { servers } from '../testing/index.ts';
import { crosswalkOf } from '../testing/small-changes.ts';
import { register2013 } from '../testing/small-country.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyStore, storeWithoutRegisters } from '../testing/small-store.ts';
import { allFigures, figures, openAggregates } from '../testing/stored-rows.ts';
import { importRegister } from './import-register.ts';

/** An edition of one crosswalk: the municipalities that never changed, and the lines given. */
function edition(lines: string): Crosswalk {
  const always = ['09171001', '16097001', '16099001', '16099002'].map((key) => `${key}  ${key}  2011  2014`);
  return crosswalkOf([2011, 2012, 2013, 2014], 2014, [...always, lines.trim()].join('\n'));
}

/** The municipality 16099005 came from Fels to Aue in 2013, as 16097005. */
const fromFels = edition(`
  16099005  16097005  2011  2012
  09171005  09171001  2011  2012
  16097005  16097005  2013  2014`);

/** It was another that came to Aue, from Linde. All lived as long as before. */
const fromLinde = edition(`
  16099005  16099001  2011  2012
  09171005  16097005  2011  2012
  16097005  16097005  2013  2014`);

/** A part of 16099005 came to Aue, which lived on. */
const aPart = (population: number) =>
  edition(`
  16099005  16097005  2011  2012  ${population}
  16099005  16099005  2011  2012  ${1 - population}
  16099005  16099005  2013  2014
  16097005  16097005  2013  2014`);

/** It went into one of Aue that was there before. */
const thereBefore = edition(`
  16099005  16097005  2011  2012
  09171005  09171001  2011  2012
  16097005  16097005  2011  2014`);

/** One table lists it where it came to two years later. */
const AHEAD = [
  `
            residents 2011
  09171001  8
  16099001  3
  16099002  4`,
  `
            residents 2011
  16097     9
  16097005  5`,
];

/** One table lists those of before with `-`, a zero where they lived and were not counted elsewhere. */
const DASHES = [
  `
            residents 2011  places 2011  residents 2012
  09171001  8               1            8
  09171005  -               -            2
  16099001  3               1            3
  16099002  4               1            4
  16099005  -               -            2
  16097005  5               _            _`,
];

/** A zero of the one that came later is no figure of the one that was there. */
const BOTH_DASHES = [
  `
            residents 2011  residents 2012  residents 2013
  16099001  3               3               3
  16099002  4               4               4
  16099005  -               2               -
  16097005  -               -               5`,
];

describe.each(servers)('an edition of a crosswalk that corrects another on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine);
  });
  afterAll(() => store.close());

  /** Imports an edition into an empty store and delivers the tables. */
  const deliver = async (crosswalk: Crosswalk, tables: readonly string[]) => {
    await emptyStore(store);
    await importRegister(store, register2013, { checksum: 'register' });
    await importCrosswalk(store, crosswalk, { checksum: 'first edition' });
    for (const [index, text] of tables.entries()) {
      await ingestTable(store, text, { input: index === 0 ? 'small/first' : 'small/second' });
    }
  };
  const sumOfFels = async () => (await figures(store, 'district 16099', 'residents'))[2011];
  const everything = async () => [await openAggregates(store), await allFigures(store)];

  test.each([
    ['names another predecessor', fromFels, fromLinde, AHEAD, '7 SUMMED 100 %', 'INCOMPLETE SUMMED 67 %'],
    ['names a smaller share', aPart(1), aPart(0.3), AHEAD, '7 SUMMED 100 %', 'INCOMPLETE SUMMED 67 %'],
    ['shows the successor earlier', fromFels, thereBefore, AHEAD, '7 SUMMED 100 %', 'INCOMPLETE SUMMED 67 %'],
    ['makes a zero of a dash', fromFels, fromLinde, DASHES, '12 SUMMED 100 %', '7 SUMMED 100 %'],
    ['takes a zero back', thereBefore, fromFels, BOTH_DASHES, '7 SUMMED 100 %', '7 SUMMED 100 %'],
  ])('and %s leaves what it alone would', async (_, first, corrected, tables, before, after) => {
    await deliver(first, tables);
    expect(await sumOfFels()).toBe(before);
    await importCrosswalk(store, corrected, { checksum: 'corrected edition' });
    expect(await sumOfFels()).toBe(after);
    expect(await verifyAggregates(store)).toMatchObject({ aggregates: 0, series: 0, differences: [] });
    const found = await everything();
    await deliver(corrected, tables);
    expect(found).toEqual(await everything());
  });
});
