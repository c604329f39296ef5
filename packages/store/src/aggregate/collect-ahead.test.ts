import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importCrosswalk } from '../changes/import-crosswalk.ts';
import { withdrawRelease } from '../ingest/withdraw-release.ts';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { crosswalkOf } from '../testing/small-changes.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyFacts, smallStore } from '../testing/small-store.ts';
import { figures, openAggregate } from '../testing/stored-rows.ts';
import { verifyAggregates } from './verify-aggregates.ts';

/** The municipality 16099005 came from Fels to Aue in 2013, as 16097005. */
const crosswalk = crosswalkOf(
  [2011, 2012, 2013, 2014],
  2014,
  `
  16097001  16097001  2011  2014
  16099001  16099001  2011  2014
  16099002  16099002  2011  2014
  16099005  16097005  2011  2012
  16097005  16097005  2013  2014`,
);

/** Lists it where it came to two years later. The row of a district says that the district of the key is meant. */
const AHEAD = `
            residents 2011
  16097     9
  16097005  5`;

const MEMBERS_OF_FELS = `
            residents 2011
  16099001  3
  16099002  4`;

const MEMBERS_OF_BOTH = `${MEMBERS_OF_FELS}
  16097001  4`;

const ahead = { input: 'small/second' };
const reason = 'the institute corrected it';

describe.each(askedEngines)('a table ahead of its boundaries on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
    await importCrosswalk(store, crosswalk, { checksum: 'crosswalk' });
  });
  beforeEach(() => emptyFacts(store));
  afterAll(() => store.close());

  const residentsOfFels = () => figures(store, 'district 16099', 'residents');
  const expectNothingElseComputed = async () =>
    expect(await verifyAggregates(store)).toMatchObject({ aggregates: 0, series: 0, differences: [] });

  test('makes no sum for the district before, of which nobody delivered anything', async () => {
    await ingestTable(store, AHEAD, ahead);
    expect(await residentsOfFels()).toEqual({});

    const { release } = await ingestTable(store, MEMBERS_OF_BOTH);
    expect(await residentsOfFels()).toEqual({ 2011: '7 SUMMED 100 %' });
    await withdrawRelease(store, release, { reason });
    expect(await openAggregate(store, 'district 16099 small/residents 2011')).toBeUndefined();
    expect(await residentsOfFels()).toEqual({});
    await expectNothingElseComputed();
  });

  test('expects nobody beside the delivered total of a district of which no member is delivered', async () => {
    await ingestTable(store, `${AHEAD}\n  16099     7`, ahead);
    expect(await openAggregate(store, 'district 16099 small/residents 2011')).toMatchObject({
      value: 7,
      origin: 'DELIVERED',
      reported: 0,
      expected: 0,
    });
  });

  test('excuses the predecessor in the district before, whichever table comes first', async () => {
    await ingestTable(store, AHEAD, ahead);
    await ingestTable(store, MEMBERS_OF_FELS);
    expect(await residentsOfFels()).toEqual({ 2011: '7 SUMMED 100 %' });
    await expectNothingElseComputed();

    await emptyFacts(store);
    await ingestTable(store, MEMBERS_OF_FELS);
    expect(await residentsOfFels()).toEqual({ 2011: 'INCOMPLETE SUMMED 67 %' });
    const { release } = await ingestTable(store, AHEAD, ahead);
    expect(await residentsOfFels()).toEqual({ 2011: '7 SUMMED 100 %' });
    await expectNothingElseComputed();

    await withdrawRelease(store, release, { reason });
    expect(await residentsOfFels()).toEqual({ 2011: 'INCOMPLETE SUMMED 67 %' });
    await expectNothingElseComputed();
  });

  test('excuses it in a mean of which only the weights changed', async () => {
    await ingestTable(
      store,
      `
                waitDays 2011  places 2011
      16099001  3              1
      16099002  6              1`,
    );
    expect(await figures(store, 'district 16099', 'waitDays')).toEqual({ 2011: 'INCOMPLETE SUMMED' });
    await ingestTable(
      store,
      `
                waitDays 2011
      16097     2
      16097005  5`,
      ahead,
    );
    await expectNothingElseComputed();
    await ingestTable(
      store,
      `
                places 2011
      16099001  2
      16099002  1`,
      { kind: 'partial' },
    );
    await expectNothingElseComputed();
    expect(await figures(store, 'district 16099', 'waitDays')).toEqual({ 2011: '4 SUMMED 100 %' });
  });
});
