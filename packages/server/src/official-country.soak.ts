import { populationPlugin } from '@kreisweit/plugin-population';
import { workPlugin } from '@kreisweit/plugin-work';
import { storeOn } from '@kreisweit/store';
import { servers } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeSources, loadChangeSources } from './testing/load-change-sources.ts';
import { residentsTable } from './testing/load-national-tables.ts';
import { censusDifferences } from './testing/official-country/census-differences.ts';
import { differencesOf } from './testing/official-country/differences-of.ts';
import { nationalTables } from './testing/official-country/national-tables.ts';
import {
  ingestOfficial,
  type OfficialCountry,
  officialCountry,
} from './testing/official-country/official-country.ts';
import { officialLineage } from './testing/official-country/official-lineage.ts';
import { reconciledTables } from './testing/official-country/reconciled-tables.ts';
import { sumsOfResidents } from './testing/official-country/sums-of-residents.ts';
import { territoriesOverTime } from './testing/official-country/territories-over-time.ts';
import { timelineOf } from './testing/timeline-of.ts';

const sourcesLike = (pattern: RegExp) => changeSources.filter((source) => pattern.test(source));

const registersAndList = sourcesLike(/^register|gebietsaenderungen/);
/** The crosswalk that knows the municipalities that the registers do not. Later ones would be slower after it. */
const longCrosswalk = sourcesLike(/bbsr_xm20/);
const otherCrosswalks = sourcesLike(/bbsr_(?!xm20)/);

/**
 * All that is official is loaded once, step by step, and asked after each step: loading takes most of the time, minutes in all.
 * The part that `npm test` loads is in `official-country.test.ts`.
 */
describe.each(servers)('all of the official country on $name', (engine) => {
  let country: OfficialCountry;

  beforeAll(async () => {
    country = await officialCountry(engine);
  });
  afterAll(() => country.store.close());

  test('registers and the list of changes in any order give the same timeline', async () => {
    await loadChangeSources(country.store, registersAndList);
    const other = await storeOn(await engine.open());
    try {
      await loadChangeSources(other, registersAndList.toReversed());
      const [first, second] = [await timelineOf(country.store), await timelineOf(other)];
      for (const part of Object.keys(first)) expect([part, second[part]]).toEqual([part, first[part]]);
    } finally {
      await other.close();
    }
  }, 120_000);

  describe('with figures between the sources', () => {
    beforeAll(async () => {
      await loadChangeSources(country.store, otherCrosswalks);
      for (const table of [residentsTable, 'observations/municipalities/12111-01-01-5_00.csv']) {
        await ingestOfficial(country.store, table, populationPlugin);
      }
    }, 180_000);

    test('members add up to the delivered district, every year from 2011 to 2015', async () => {
      expect(await country.rows(differencesOf('population/residents'))).toEqual(sumsOfResidents);
    });

    test('municipalities that no register knows are provisional', async () => {
      expect(
        await country.rows(
          `select o.period, count(*)::int as municipalities
           from observation o
           join territory t on t.id = o.territory_id and t.kind = 'municipality' and t.evidence = 'TABLE'
           join catalogue_item i on i.id = o.measure_id
           where i.key = 'population/residents' and o.breakdown_id = 0 and o.version_until is null
             and o.sign is distinct from '-' and o.period >= '2011'
           group by o.period order by o.period`,
        ),
      ).toEqual([
        { period: '2011', municipalities: 160 },
        { period: '2012', municipalities: 74 },
      ]);
    });

    describe('census', () => censusDifferences(() => country));

    test('sources that come after the figures change what is stored', async () => {
      await loadChangeSources(country.store, longCrosswalk);
      // What the registers did not know is confirmed by the crosswalk.
      expect(
        await country.rows(
          `select t.evidence, count(distinct t.id)::int as municipalities
           from observation o
           join territory t on t.id = o.territory_id and t.kind = 'municipality'
           where o.version_until is null and o.sign is distinct from '-'
           group by t.evidence order by t.evidence`,
        ),
      ).toEqual([
        { evidence: 'LIST', municipalities: 1962 },
        { evidence: 'REGISTER', municipalities: 11_142 },
      ]);
    }, 180_000);

    test('members still add up to the delivered district', async () => {
      expect(await country.rows(differencesOf('population/residents'))).toEqual(sumsOfResidents);
    });
  });

  describe('with all of it', () => {
    beforeAll(async () => {
      await ingestOfficial(country.store, 'observations/districts/12411-03-03-4_00.csv', populationPlugin);
      await ingestOfficial(country.store, 'observations/municipalities/13111-01-03-5_00.csv', workPlugin);
    }, 120_000);

    describe('lineage', () => officialLineage(() => country));
    describe('national tables', () => nationalTables(() => country));
    describe('reconciled tables', () => reconciledTables(() => country));
    describe('territories over time', () => territoriesOverTime(() => country));
  });
});
