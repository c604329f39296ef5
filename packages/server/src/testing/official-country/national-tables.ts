import { expect, test } from 'vitest';
import type { OfficialCountry } from './official-country.ts';

/** The national tables as they are stored and as the API tells them. Tests that need all that is official. */
export function nationalTables(country: () => OfficialCountry): void {
  test('the country, the states and the districts stand as delivered', async () => {
    expect(
      await country().rows(
        `select t.kind, count(*)::int as territories, sum(a.value) as residents
         from aggregate a
         join territory t on t.id = a.territory_id
         join catalogue_item i on i.id = a.measure_id
         where i.key = 'population/residents' and a.period = '2015' and a.breakdown_id = 0 and a.status = 0
           and a.version_until is null and a.origin = 0 and t.kind in ('country', 'state', 'district')
         group by t.kind order by t.kind`,
      ),
    ).toEqual([
      { kind: 'country', territories: 1, residents: 82_175_684 },
      // 400 districts and, as states, Hamburg and Berlin, which are districts too.
      { kind: 'district', territories: 400, residents: 82_175_684 - 1_787_408 - 3_520_031 },
      { kind: 'state', territories: 16, residents: 82_175_684 },
    ]);
  });

  test('a kreisfreie Stadt answers as district and as municipality, and boroughs are no districts', async () => {
    const series = '{ periods values origins }';
    const flensburg = {
      periods: ['2014', '2015'],
      values: [84_694, 85_942],
      origins: ['DELIVERED', 'DELIVERED'],
    };
    expect(
      await country().query(`{
        district(key: "01001") { series(indicator: "population/residents", from: "2014") ${series} }
        municipality(key: "01001000") { series(indicator: "population/residents", from: "2014") ${series} }
        hamburg: district(key: "02000") { series(indicator: "population/residents", from: "2015") { values } }
        borough: district(key: "11001") { name }
        districts(first: 1) { totalCount }
      }`),
    ).toEqual({
      district: { series: flensburg },
      municipality: { series: flensburg },
      hamburg: { series: { values: [1_787_408] } },
      borough: null,
      districts: { totalCount: 400 },
    });
  });

  test('a district shows its municipalities and their series; a dissolved town has a past only', async () => {
    const answer = (await country().query(`{
      district(key: "03153") {
        name
        series(indicator: "population/residents", from: "2011", to: "2015") { periods values statuses }
        municipalities { ags name }
      }
      municipality(key: "03153005") {
        name
        series(indicator: "population/residents", from: "2012") { periods values statuses }
      }
    }`)) as { district: { municipalities: readonly unknown[] } };
    expect(answer).toMatchObject({
      district: {
        name: 'Goslar',
        series: { values: [139_575, 138_655, 137_833, 137_256, 138_236] },
      },
      municipality: {
        series: {
          periods: ['2012', '2013', '2014', '2015'],
          values: [40_455, 40_189, null, null],
          statuses: ['NORMAL', 'NORMAL', 'NOT_AVAILABLE', 'NOT_AVAILABLE'],
        },
      },
    });
  });
}
