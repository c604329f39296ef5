import type { Catalogue, Indicator, Measure } from '@kreisweit/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { read, smallCatalogue, smallIndicator, smallMeasure } from '../testing/small-catalogue.ts';
import { ingestTable } from '../testing/small-release.ts';
import { smallStore } from '../testing/small-store.ts';
import { allFigures, everyRow, figures, openAggregates, publishedVersion } from '../testing/stored-rows.ts';
import { syncCatalogue } from './sync-catalogue.ts';

function withMeasure(name: string, change: Partial<Measure>): Catalogue {
  const measures = smallCatalogue.measures.map((measure) =>
    measure.key === `small/${name}` ? { ...measure, ...change } : measure,
  );
  return { ...smallCatalogue, measures };
}

function withIndicator(name: string, change: Partial<Indicator>): Catalogue {
  const indicators = smallCatalogue.indicators.map((indicator) =>
    indicator.key === `small/${name}` ? { ...indicator, ...change } : indicator,
  );
  return { ...smallCatalogue, indicators };
}

function without(...names: readonly string[]): Catalogue {
  const stays = ({ key }: { readonly key: string }) => !names.includes(key.slice('small/'.length));
  return {
    ...smallCatalogue,
    measures: smallCatalogue.measures.filter(stays),
    indicators: smallCatalogue.indicators.filter(stays),
  };
}

describe.each(askedEngines)('the catalogue on $name', (engine) => {
  let store: Store;
  let published: Awaited<ReturnType<typeof allFigures>>;
  beforeAll(async () => {
    store = await smallStore(engine);
    await ingestTable(
      store,
      `
                residents 2014  residents 2014 female  foreigners 2014  places 2014  waitDays 2014  asked 2014
      16097001  100             51                     10               1            10             _
      16097002  60              31                     6                3            20             _
      16097003  40              21                     5                6            40             _
      16098     300             160                    31               30           30             20
      16099     80              40                     _                _            _              _`,
    );
    published = await allFigures(store);
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await syncCatalogue(store, smallCatalogue);
    expect(await allFigures(store)).toEqual(published);
  });

  test('as it was makes no data version, in whatever order it is written', async () => {
    const before = await everyRow(store);
    const turned = Object.fromEntries(
      Object.entries(smallCatalogue).map(([part, items]) => [part, items.toReversed()]),
    ) as unknown as Catalogue;
    expect(await syncCatalogue(store, turned)).toEqual({
      version: await publishedVersion(store),
      changed: 0,
    });
    expect(await everyRow(store)).toEqual(before);
  });

  test('with a new indicator publishes it for the data that are there', async () => {
    const women = smallIndicator(
      'perPlace',
      { op: 'divide', left: read('residents'), right: read('places') },
      { decimals: 2 },
    );
    const sync = await syncCatalogue(store, {
      ...smallCatalogue,
      indicators: [...smallCatalogue.indicators, women],
    });
    expect(sync).toEqual({ version: await publishedVersion(store), changed: 1 });
    expect(await figures(store, 'district 16097', 'perPlace')).toEqual({ 2014: '20 SUMMED 100 %' });
    expect(await figures(store, 'municipality 16097002', 'perPlace')).toEqual({ 2014: '20 DELIVERED' });
    expect(await figures(store, 'district 16097', 'residents')).toEqual({ 2014: '200 SUMMED 100 %' });
  });

  test('without an indicator closes its series, and earlier versions still have them', async () => {
    const before = await publishedVersion(store);
    await syncCatalogue(store, without('foreignShare'));
    const names = Object.keys(await allFigures(store));
    expect(names.filter((name) => name.includes('foreignShare'))).toEqual([]);
    expect(names.length).toBeLessThan(Object.keys(published).length);
    expect(await allFigures(store, before)).toEqual(published);
  });

  test('without a measure and its indicators has nothing of them, until they come back', async () => {
    await syncCatalogue(store, without('places', 'placesPerThousand', 'waitDays'));
    const names = Object.keys(await allFigures(store));
    expect(names.filter((name) => /places|waitDays/.test(name))).toEqual([]);
  });

  test('with another formula publishes it anew, and only where it can be computed now', async () => {
    const sum = { op: 'subtract', left: read('foreigners'), right: read('places') } as const;
    await syncCatalogue(
      store,
      withIndicator('residentsBefore', { formula: sum, resolved: sum, dimensions: [] }),
    );
    expect(await figures(store, 'district 16097', 'residentsBefore')).toEqual({ 2014: '11 SUMMED 100 %' });
    expect(await figures(store, 'district 16098', 'residentsBefore')).toEqual({ 2014: '1 DELIVERED' });
    // Nobody delivered foreigners or places of Fels, where the old formula had a value.
    expect(await figures(store, 'district 16099', 'residentsBefore')).toEqual({});
    expect(await figures(store, 'district 16098', 'residentsBefore', { breakdown: 'sex=female' })).toEqual(
      {},
    );
  });

  test('with other decimals rounds anew', async () => {
    await syncCatalogue(store, withIndicator('foreignShare', { decimals: 3 }));
    expect(await figures(store, 'district 16098', 'foreignShare')).toEqual({ 2014: '10.333 DELIVERED' });
  });

  test('without a dimension has no series by it', async () => {
    await syncCatalogue(store, withIndicator('residents', { dimensions: [] }));
    const names = Object.keys(await allFigures(store)).filter((name) =>
      name.includes('small/residents sex='),
    );
    expect(names).toEqual([]);
    expect(await figures(store, 'district 16097', 'residents')).toEqual({ 2014: '200 SUMMED 100 %' });
  });

  test('with a stricter disclosure takes back what must not be known', async () => {
    await syncCatalogue(store, withMeasure('foreigners', { disclosure: { minimum: 50 } }));
    const names = Object.keys(await allFigures(store)).filter((name) => /foreigner|foreignShare/.test(name));
    expect(names.map((name) => name.replace(/^in \w+ \w+: /, ''))).toMatchInlineSnapshot(`
      [
        "district 16097 small/foreignShare",
        "district 16097 small/foreignShare sex=female",
        "district 16097 small/foreigners",
        "district 16098 small/foreignShare",
        "district 16098 small/foreignShare sex=female",
        "district 16098 small/foreigners",
        "district 16099 small/foreignShare",
        "district 16099 small/foreignShare sex=female",
      ]
    `);
    for (const district of ['district 16097', 'district 16098']) {
      for (const indicator of ['foreigners', 'foreignShare']) {
        expect((await figures(store, district, indicator))[2014]).toMatch(/^CONFIDENTIAL/);
      }
    }
  });

  test('with another way of rolling up rolls up anew', async () => {
    await syncCatalogue(store, withMeasure('residents', { rollup: 'none' }));
    expect(await figures(store, 'district 16097', 'residents')).toEqual({});
    expect((await figures(store, 'district 16097', 'foreignShare'))[2014]).toMatch(/^NOT_AVAILABLE/);
    expect(await figures(store, 'district 16098', 'residents')).toEqual({ 2014: '300 DELIVERED' });
    expect(
      (await openAggregates(store)).filter(
        ({ origin, name }) => origin === 'SUMMED' && name.includes('residents'),
      ),
    ).toEqual([]);

    await syncCatalogue(store, withMeasure('waitDays', { rollup: 'max' }));
    expect(await figures(store, 'district 16097', 'waitDays')).toEqual({ 2014: '40 SUMMED 100 %' });
    expect(await figures(store, 'district 16097', 'residents')).toEqual({ 2014: '200 SUMMED 100 %' });

    await syncCatalogue(store, withMeasure('waitDays', { rollup: { weightedMeanBy: 'small/residents' } }));
    expect(await figures(store, 'district 16097', 'waitDays')).toEqual({ 2014: '19 SUMMED 100 %' });
  });

  test('with a measure that is reported for districts only has it for no municipality', async () => {
    await syncCatalogue(store, withMeasure('residents', { reportedAt: 'district' }));
    expect(await figures(store, 'municipality 16097001', 'residents')).toEqual({});
    expect(await figures(store, 'municipality 16097001', 'foreignShare')).toEqual({});
    expect(await figures(store, 'municipality 16097001', 'foreigners')).toEqual({ 2014: '10 DELIVERED' });
  });

  test('of another plug-in beside it leaves what is published as it is', async () => {
    const before = await allFigures(store);
    const guests = smallMeasure('guests');
    await syncCatalogue(store, {
      ...smallCatalogue,
      measures: [...smallCatalogue.measures, guests],
      indicators: [...smallCatalogue.indicators, smallIndicator('guests')],
    });
    expect(await allFigures(store)).toEqual(before);
    await ingestTable(store, `  guests 2014\n 16098 7`, { kind: 'partial' });
    expect(await figures(store, 'district 16098', 'guests')).toEqual({ 2014: '7 DELIVERED' });
  });

  test('keeps what it had of a plug-in that cannot be used now', async () => {
    const before = await allFigures(store);
    const without = {
      ...smallCatalogue,
      plugins: [],
      inputs: [],
      measures: [],
      indicators: [],
      subjects: [],
    };
    const kept = await syncCatalogue(store, without, { keeps: (plugin) => plugin === 'small' });
    expect(kept.changed).toBe(0);
    expect(await allFigures(store)).toEqual(before);
    const gone = await syncCatalogue(store, without, { keeps: (plugin) => plugin === 'other' });
    expect(gone.changed).toBeGreaterThan(0);
    expect(await allFigures(store)).toEqual({});
  });
});
