import type { Catalogue } from '@kreisweit/domain';
import { groupsOf, importGroups, type Store } from '@kreisweit/store';
import { askedEngines, ingestTable, smallCatalogue, smallStore } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, ask, dataOf } from './ask.ts';

const lowerIsBetter = ['small/foreignShare', 'small/places'];
const catalogue: Catalogue = {
  ...smallCatalogue,
  indicators: smallCatalogue.indicators.map((indicator) =>
    lowerIsBetter.includes(indicator.key) ? { ...indicator, direction: 'lowerIsBetter' } : indicator,
  ),
};

/** Of Aue (16097) foreigners are hidden: one municipality is, and the district with it. Fels has 3 places in two villages. */
const figures = `
            residents 2014  foreigners 2014  places 2014
  02        1000            200              _
  09171     500             50               _
  16097     200             .                _
  16097001  100             _                5
  16097002  60              _                5
  16097003  40              _                8
  16098     300             60               20
  16099     80              8                _
  16099001  50              _                1
  16099002  30              _                2`;

const groups = [
  { key: 'towns', members: ['16098', '02'] },
  { key: 'country', members: ['16097', '16099', '09171'] },
].map(({ key, members }) => ({
  key,
  title: { de: key, en: key },
  category: 'OTHER',
  source: 'Test',
  members: members.map((member) => ({ key: member === '02' ? '02000' : member, from: '2010-01-01' })),
}));

type Cross = {
  readonly territory: {
    readonly crossSection: {
      readonly territories: readonly { readonly key: string }[];
      readonly values: readonly (number | null)[];
    };
  };
};

type Compared = {
  readonly rank: number | null;
  readonly of: number;
  readonly without: number;
  readonly quantiles: Readonly<Record<string, number>> | null;
};

describe.each(askedEngines)('comparisons on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await smallStore(engine, catalogue);
    await importGroups(store, groupsOf('groups.json', JSON.stringify({ groups })));
    await ingestTable(store, figures);
    db = store.db;
  });
  afterAll(() => store.close());

  async function compared(territory: string, indicator: string, among: string): Promise<Compared | null> {
    const data = (await dataOf(
      db,
      `{ ${territory} { value(indicator: "small/${indicator}", period: "2014") { comparison(among: ${among}) {
        rank of without quartile
        quantiles { minimum lowestTenth lowerQuartile median upperQuartile highestTenth maximum }
      } } } }`,
    )) as Readonly<Record<string, { readonly value: { readonly comparison: Compared | null } }>>;
    return Object.values(data)[0]?.value.comparison ?? null;
  }

  test('rank the highest first where nothing is better, with the spread of all published values', async () => {
    expect(
      await answer(
        db,
        `{ district(key: "16098") { value(indicator: "small/residents", period: "2014") {
          value
          comparison(among: { inside: COUNTRY }) {
            rank of without quartile
            quantiles { minimum lowestTenth lowerQuartile median upperQuartile highestTenth maximum }
          }
        } } }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        district: {
          value: {
            value: 300,
            comparison: {
              rank: 3,
              of: 5,
              without: 0,
              quartile: 2,
              quantiles: {
                minimum: 80,
                lowestTenth: 128,
                lowerQuartile: 200,
                median: 300,
                upperQuartile: 500,
                highestTenth: 800,
                maximum: 1000
              }
            }
          }
        }
      }"
    `);
  });

  test('rank the best first where the indicator says which it is; equal values share a rank', async () => {
    const ranks = await Promise.all(
      ['02000', '09171', '16098', '16099'].map(async (key) => [
        key,
        (await compared(`district(key: "${key}")`, 'foreignShare', '{ inside: COUNTRY }'))?.rank,
      ]),
    );
    expect(Object.fromEntries(ranks)).toEqual({ '02000': 3, '09171': 1, '16098': 3, '16099': 1 });
  });

  test('leave out what is hidden: it has no rank, and is told with what is missing', async () => {
    const hidden = await compared('district(key: "16097")', 'foreignShare', '{ inside: COUNTRY }');
    expect(hidden).toEqual({
      rank: null,
      of: 4,
      without: 1,
      quartile: null,
      quantiles: {
        minimum: 10,
        lowestTenth: 10,
        lowerQuartile: 10,
        median: 15,
        upperQuartile: 20,
        highestTenth: 20,
        maximum: 20,
      },
    });
    expect(await compared('district(key: "16098")', 'foreignShare', '{ inside: STATE }')).toMatchObject({
      rank: 2,
      of: 2,
      without: 1,
    });
  });

  test('are among those of the same Land, the same kind in law, or a group', async () => {
    const of = async (key: string, among: string) => {
      const comparison = await compared(`district(key: "${key}")`, 'residents', among);
      return comparison && `${comparison.rank} of ${comparison.of}`;
    };
    expect({
      land: await of('16098', '{ inside: STATE }'),
      ruralInGermany: await of('16099', '{ sameDesignationInside: COUNTRY }'),
      ruralInTheLand: await of('16099', '{ sameDesignationInside: STATE }'),
      towns: await of('16098', '{ sameDesignationInside: COUNTRY }'),
      group: await of('16099', '{ group: "country" }'),
      foreignGroup: await of('16098', '{ group: "country" }'),
    }).toMatchInlineSnapshot(`
      {
        "foreignGroup": "null of 3",
        "group": "3 of 3",
        "land": "1 of 3",
        "ruralInGermany": "3 of 3",
        "ruralInTheLand": "2 of 2",
        "towns": "2 of 2",
      }
    `);
  });

  test('compare municipalities with municipalities, and count no uninhabited one as missing', async () => {
    const birke = 'municipality(key: "16097002")';
    expect(await compared(birke, 'places', '{ inside: DISTRICT }')).toMatchObject({
      rank: 1,
      of: 3,
      without: 0,
    });
    expect(await compared(birke, 'places', '{ inside: STATE }')).toMatchObject({
      rank: 3,
      of: 6,
      without: 0,
    });
    expect(await compared(birke, 'places', '{ sameDesignationInside: STATE }')).toMatchObject({
      rank: 3,
      of: 4,
    });
    const eiche = await compared('municipality(key: "16098000")', 'places', '{ inside: STATE }');
    expect(eiche?.rank).toBe(6);
  });

  test('are null where there is nobody to compare with, and name an unknown group', async () => {
    expect(await compared('territory(key: "DG")', 'residents', '{ inside: COUNTRY }')).toBeNull();
    expect(await compared('district(key: "16097")', 'residents', '{ inside: DISTRICT }')).toBeNull();
    expect(await compared('district(key: "16097")', 'desks', '{ inside: COUNTRY }')).toEqual({
      rank: null,
      of: 0,
      without: 5,
      quartile: null,
      quantiles: null,
    });
    const { errors } = await ask(
      db,
      `{ district(key: "16097") { value(indicator: "small/residents", period: "2014") {
        comparison(among: { group: "nobody" }) { rank } } } }`,
    );
    expect(errors).toMatchInlineSnapshot(`
      [
        {
          "argument": "among",
          "code": "BAD_USER_INPUT",
          "message": "There is no group 'nobody'. Write a key that \`groups\` lists.",
          "path": "district.value.comparison",
        },
      ]
    `);
  });

  test('follow from what crossSection shows, for every indicator, level and territory', async () => {
    for (const indicator of ['residents', 'foreigners', 'foreignShare', 'places', 'waitDays']) {
      for (const level of ['DISTRICT', 'MUNICIPALITY', 'STATE']) {
        const { territory } = (await dataOf(
          db,
          `{ territory(key: "DG") { crossSection(indicator: "small/${indicator}", period: "2014", level: ${level}) {
            territories { key } values } } }`,
        )) as Cross;
        const { territories, values } = territory.crossSection;
        const published = values.filter((value) => value !== null).sort((left, right) => left - right);
        const best = (value: number, other: number) =>
          lowerIsBetter.includes(`small/${indicator}`) ? other < value : other > value;
        for (const [index, { key }] of territories.entries()) {
          const value = values[index] ?? null;
          const node =
            level === 'STATE' ? `territory(key: "${key}")` : `${level.toLowerCase()}(key: "${key}")`;
          const comparison = await compared(node, indicator, '{ inside: COUNTRY }');
          expect({ key, rank: comparison?.rank, of: comparison?.of }).toEqual({
            key,
            rank: value === null ? null : 1 + published.filter((other) => best(value, other)).length,
            of: published.length,
          });
          const shares = Object.values(comparison?.quantiles ?? {});
          const expected =
            published.length === 0 ? [] : [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map(interpolated(published));
          for (const [at, quantile] of shares.entries()) expect(quantile).toBeCloseTo(expected[at] ?? 0, 6);
          expect(shares).toHaveLength(expected.length);
        }
      }
    }
  });
});

/** The quantile of ascending values, by linear interpolation: written out apart from SQL. */
function interpolated(values: readonly number[]): (share: number) => number {
  return (share) => {
    const at = share * (values.length - 1);
    const below = values[Math.floor(at)] ?? 0;
    const above = values[Math.ceil(at)] ?? 0;
    return below + (above - below) * (at - Math.floor(at));
  };
}
