import { ingestRelease } from '@kreisweit/store';
import { expect, test } from 'vitest';
import { releaseOfDistricts } from '../district-release.ts';
import type { OfficialCountry } from './official-country.ts';

/** Made up: nobody lived around Querfurt, so that only its own inhabitants are divided. */
const QUERFURT_AND_NEIGHBOURS = {
  '15033': 10_000,
  '15015': 0,
  '15022': 0,
  '15027': 0,
  '15029': 0,
  '15035': 0,
  '15037': 0,
};

type Series = {
  readonly periods: readonly string[];
  readonly values: readonly (number | null)[];
  readonly statuses: readonly string[];
  readonly flags: readonly (readonly string[])[];
  readonly apportionedShares: readonly (number | null)[];
  readonly obstacles: readonly (string | null)[];
  readonly changes: readonly (number | null)[];
};

/**
 * Official residents on the boundaries of other days. Tests that need all that is official; the last one takes in made-up
 * residents.
 */
export function territoriesOverTime(country: () => OfficialCountry): void {
  async function residentsOf(field: string, boundariesOn?: string): Promise<Series> {
    const on = boundariesOn === undefined ? '' : `, boundariesOn: "${boundariesOn}"`;
    const answer = await country().query<{ of: { series: Series } }>(`{ of: ${field} {
      series(indicator: "population/residents"${on}) {
        periods values statuses flags apportionedShares obstacles changes
      }
    } }`);
    return answer.of.series;
  }

  async function map(level: 'DISTRICT' | 'MUNICIPALITY', period: string, boundariesOn: string) {
    const { de } = await country().query<{
      de: {
        crossSection: {
          territories: readonly { key: string }[];
          values: readonly (number | null)[];
          flags: readonly (readonly string[])[];
          obstacles: readonly (string | null)[];
        };
      };
    }>(`{ de: territory(key: "DG") {
      crossSection(indicator: "population/residents", period: "${period}", level: ${level}, boundariesOn: "${boundariesOn}") {
        territories { key } values flags obstacles
      }
    } }`);
    const { territories, values, flags, obstacles } = de.crossSection;
    return {
      territories: territories.length,
      total: values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      without: territories.filter((_, at) => values[at] === null).map(({ key }) => key),
      estimated: flags.filter((of) => of.includes('ESTIMATED')).length,
      obstacles: [...new Set(obstacles.filter((obstacle) => obstacle !== null))],
    };
  }

  const germany = { 2009: 81_802_257, 2012: 80_523_746, 2013: 80_767_463, 2015: 82_175_684 };

  test('the population of 2013 on the boundaries of 2020 is the same to the last person', async () => {
    expect(await map('MUNICIPALITY', '2013', '2020-12-31')).toEqual({
      territories: 11_001,
      total: germany[2013],
      // Without inhabitants and, of old, without a district.
      without: ['08317971', '08415971'],
      estimated: 0,
      obstacles: [],
    });
    expect(await map('DISTRICT', '2013', '2020-12-31')).toEqual({
      territories: 401,
      total: germany[2013],
      without: [],
      estimated: 0,
      obstacles: [],
    });
  }, 60_000);

  test('so it is for other years, on the boundaries of other days', async () => {
    const found = [];
    for (const period of ['2009', '2012', '2015'] as const) {
      for (const day of ['2015-12-31', '2021-12-31', '2023-11-30']) {
        const { total, ...section } = await map('DISTRICT', period, day);
        found.push({ period, day, difference: total - germany[period], ...section });
      }
    }
    expect(found).toMatchInlineSnapshot(`
      [
        {
          "day": "2015-12-31",
          "difference": 0,
          "estimated": 0,
          "obstacles": [],
          "period": "2009",
          "territories": 402,
          "without": [],
        },
        {
          "day": "2021-12-31",
          "difference": 0,
          "estimated": 0,
          "obstacles": [],
          "period": "2009",
          "territories": 400,
          "without": [],
        },
        {
          "day": "2023-11-30",
          "difference": 0,
          "estimated": 2,
          "obstacles": [],
          "period": "2009",
          "territories": 400,
          "without": [],
        },
        {
          "day": "2015-12-31",
          "difference": 0,
          "estimated": 0,
          "obstacles": [],
          "period": "2012",
          "territories": 402,
          "without": [],
        },
        {
          "day": "2021-12-31",
          "difference": 0,
          "estimated": 0,
          "obstacles": [],
          "period": "2012",
          "territories": 400,
          "without": [],
        },
        {
          "day": "2023-11-30",
          "difference": 0,
          "estimated": 2,
          "obstacles": [],
          "period": "2012",
          "territories": 400,
          "without": [],
        },
        {
          "day": "2015-12-31",
          "difference": 0,
          "estimated": 0,
          "obstacles": [],
          "period": "2015",
          "territories": 402,
          "without": [],
        },
        {
          "day": "2021-12-31",
          "difference": 0,
          "estimated": 0,
          "obstacles": [],
          "period": "2015",
          "territories": 400,
          "without": [],
        },
        {
          "day": "2023-11-30",
          "difference": 0,
          "estimated": 2,
          "obstacles": [],
          "period": "2015",
          "territories": 400,
          "without": [],
        },
      ]
    `);
  }, 60_000);

  test('Goettingen and Osterode, merged in 2016, have one series from the start', async () => {
    const on = await residentsOf('district(key: "03159")', '2023-11-30');
    const [goettingen, osterode] = [
      await residentsOf('district(key: "03152")'),
      await residentsOf('district(key: "03156")'),
    ];
    expect(on.periods).toEqual(goettingen.periods);
    expect(on.values).toEqual(
      goettingen.values.map((value, at) => (value ?? 0) + (osterode.values[at] ?? 0)),
    );
    expect(on.values[on.periods.indexOf('2013')]).toBe(322_616);
    expect(on.apportionedShares.every((share) => share === 0)).toBe(true);
    const reported = await residentsOf('district(key: "03159")');
    expect(reported.values.every((value) => value === null)).toBe(true);
  });

  test('Eisenach, part of the Wartburgkreis since 2021, is in its series from the start', async () => {
    const district = await residentsOf('district(key: "16063")', '2021-12-31');
    const before = await residentsOf('district(key: "16063")');
    const town = await residentsOf('district(key: "16056")');
    expect(town.values[0]).toBe(43_051);
    // What left the Wartburgkreis in between (2019) is the only difference to the sum.
    expect(
      district.values.map((value, at) => (value ?? 0) - (before.values[at] ?? 0) - (town.values[at] ?? 0)),
    ).toMatchInlineSnapshot(`
      [
        -3471,
        -3428,
        -3404,
        -3378,
        -3351,
        -3342,
        -3339,
        -3330,
      ]
    `);
    expect((await residentsOf('municipality(key: "16063105")', '2021-12-31')).values).toEqual(town.values);
  });

  test('Treis-Karden: the break stands where the table changed, and none is left on the boundaries of a day', async () => {
    for (const key of ['07135', '07140']) {
      const reported = await residentsOf(`district(key: "${key}")`);
      const on = await residentsOf(`district(key: "${key}")`, '2020-12-31');
      const broken = (series: Series, flag: string) =>
        series.periods.filter((_, at) => series.flags[at]?.includes(flag));
      expect(broken(reported, 'REFORM')).toEqual(['2011']);
      expect(reported.changes[reported.periods.indexOf('2011')]).toBeNull();
      expect(broken(on, 'REFORM')).toEqual([]);
      // A change of method stays one: the census of 2011.
      expect(broken(on, 'BREAK')).toEqual(['2011']);
      // From 2011 on the table stands on the later boundaries; before, the three municipalities are carried over.
      expect(on.values.slice(3)).toEqual(reported.values.slice(3));
    }
    const [from, to] = [
      await residentsOf('district(key: "07135")', '2020-12-31'),
      await residentsOf('district(key: "07140")', '2020-12-31'),
    ];
    const [fromReported, toReported] = [
      await residentsOf('district(key: "07135")'),
      await residentsOf('district(key: "07140")'),
    ];
    expect([from.values[2], to.values[2]]).toEqual([62_298, 103_256]);
    expect((from.values[2] ?? 0) + (to.values[2] ?? 0)).toBe(
      (fromReported.values[2] ?? 0) + (toReported.values[2] ?? 0),
    );
  });

  test('Querfurt, divided in 1994, is divided by its inhabitants and flagged', async () => {
    await ingestRelease(country().store, releaseOfDistricts('1990', QUERFURT_AND_NEIGHBOURS));
    const [saalekreis, burgenland] = [
      await residentsOf('district(key: "15088")', '2020-12-31'),
      await residentsOf('district(key: "15087")', '2020-12-31'),
    ];
    expect([saalekreis, burgenland].map((series) => at1990(series))).toMatchInlineSnapshot(`
      [
        [
          9246,
          "NORMAL",
          [
            "ESTIMATED",
          ],
          1,
          null,
        ],
        [
          754,
          "NORMAL",
          [
            "ESTIMATED",
          ],
          1,
          null,
        ],
      ]
    `);
  });

  function at1990({ periods, values, statuses, flags, apportionedShares, obstacles }: Series) {
    const at = periods.indexOf('1990');
    return [values[at], statuses[at], flags[at], apportionedShares[at], obstacles[at]];
  }
}
