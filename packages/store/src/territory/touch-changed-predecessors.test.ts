import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyAggregates } from '../aggregate/verify-aggregates.ts';
import { importCrosswalk } from '../changes/import-crosswalk.ts';
import type { Crosswalk } from '../crosswalk/crosswalk.ts';
import type { Store } from '../open-store.ts';
import { servers } from '../testing/index.ts';
import { crosswalkOf } from '../testing/small-changes.ts';
import { register2013, register2021 } from '../testing/small-country.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyStore, storeWithoutRegisters } from '../testing/small-store.ts';
import { allFigures, figures, openAggregates } from '../testing/stored-rows.ts';
import { importRegister } from './import-register.ts';

/** An edition of one crosswalk: the municipalities that never changed, and the lines given. */
function edition(lines: string): Crosswalk {
  const always = ['09171001', '16097001', '16099001', '16099002'].map((key) => `${key}  ${key}  2011  2014`);
  return crosswalkOf([2011, 2012, 2013, 2014], 2014, [...always, lines.trim()].join('\n'));
}

/** The municipality 16099005 came from Fels to Aue in 2013, as 16097005; 09171005 went into its neighbour in Linde. */
const first = edition(`
  16099005  16097005  2011  2012
  09171005  09171001  2011  2012
  16097005  16097005  2013  2014`);

/** It was the one of Linde that came to Aue. */
const fromElsewhere = edition(`
  16099005  16099001  2011  2012
  09171005  16097005  2011  2012
  16097005  16097005  2013  2014`);

const sharedOut = (population: number) =>
  edition(`
  16099005  16097005  2011  2012  ${population}
  16099005  16099005  2011  2012  ${1 - population}
  16099005  16099005  2013  2014
  16097005  16097005  2013  2014`);

/** It was there before, and only took the other in. */
const thereBefore = edition(`
  16099005  16097005  2011  2012
  09171005  09171001  2011  2012
  16097005  16097005  2011  2014`);

/** Stands two years ahead: it lists the municipality where it came to. */
const AHEAD = `
            residents 2011
  16097     9
  16097005  5`;

const MEMBERS = `
            residents 2011
  09171001  8
  16099001  3
  16099002  4`;

/** Lists the earlier municipalities with `-`, although they lived. */
const DASHES = `
            residents 2011  residents 2012
  09171001  8               8
  09171005  -               2
  16099001  3               3
  16099002  4               4
  16099005  -               2
  16097005  5               _`;

describe.each(servers)('an edition of a crosswalk that corrects another on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine);
  });
  beforeEach(() => emptyStore(store));
  afterAll(() => store.close());

  const deliver = async (tables: readonly string[]) => {
    for (const [index, text] of tables.entries()) {
      await ingestTable(store, text, { input: index === 0 ? 'small/first' : 'small/second' });
    }
  };
  const history = async (editions: readonly Crosswalk[], tables: readonly string[]) => {
    await emptyStore(store);
    await importRegister(store, register2013, { checksum: 'register of 2013' });
    await importRegister(store, register2021, { checksum: 'register of 2021' });
    for (const [index, each] of editions.entries()) {
      await importCrosswalk(store, each, { checksum: `edition ${index}`, smaller: true });
      if (index === 0) await deliver(tables);
    }
    return {
      aggregates: await openAggregates(store),
      series: await allFigures(store),
      fels: await figures(store, 'district 16099', 'residents'),
    };
  };

  test.each([
    ['elsewhere', [first, fromElsewhere], [MEMBERS, AHEAD]],
    ['elsewhere back', [fromElsewhere, first], [MEMBERS, AHEAD]],
    ['share less', [sharedOut(1), sharedOut(0.3)], [MEMBERS, AHEAD]],
    ['share more', [sharedOut(0.3), sharedOut(1)], [MEMBERS, AHEAD]],
    ['there before', [first, thereBefore], [MEMBERS, AHEAD]],
    ['not there before', [thereBefore, first], [MEMBERS, AHEAD]],
    ['dashes', [first, fromElsewhere], [DASHES]],
    ['dashes back', [fromElsewhere, first], [DASHES]],
    ['dashes there before', [first, thereBefore], [DASHES]],
    ['dashes not there before', [thereBefore, first], [DASHES]],
  ] as const)('%s', async (_, [before, now], tables) => {
    const corrected = await history([before, now], tables);
    const verified = await verifyAggregates(store);
    const only = await history([now], tables);
    console.log(_, corrected.fels, only.fels, verified.differences.length);
    expect(verified).toMatchObject({ aggregates: 0, series: 0, differences: [] });
    expect(corrected).toEqual(only);
  });
});
