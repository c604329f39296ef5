import { expect, test } from 'vitest';
import { boundaryHistory, isKnown } from './boundary-history.ts';
import { districtHistory, districtParts } from './boundary-parts.ts';
import { officialKnowledge } from './testing/official-crosswalk.ts';

const municipalities = boundaryHistory(officialKnowledge('municipalities'));
const districts = boundaryHistory(officialKnowledge('districts'));
const both = districtHistory(municipalities, districts);
const state = (year: number): number => municipalities.stateOn(`${year}-12-31`);

const liveIn = (history: typeof municipalities, year: number): readonly string[] =>
  history.keys.filter((key) => history.isLive(key, history.stateOn(`${year}-12-31`)));

/** What all municipalities of a year consist of in those of another: counted by what is known about it. */
function answers(at: number, on: number) {
  const gaps = new Map<string, number>();
  const families = new Set<string>();
  for (const key of liveIn(municipalities, on)) {
    const sources = municipalities.sourcesOf(key, state(at), state(on));
    const answer = isKnown(sources) ? (sources.length === 0 ? 'EMPTY' : 'known') : sources.gap;
    gaps.set(answer, (gaps.get(answer) ?? 0) + 1);
    if (answer === 'AMBIGUOUS' && !isKnown(sources)) families.add(sources.here.toSorted().join());
  }
  return { ...Object.fromEntries(gaps), ambiguousFamilies: families.size };
}

test('as many municipalities and districts are live as the crosswalk has in each year', () => {
  expect(
    [1990, 1995, 2013, 2020].map((year) => [
      year,
      liveIn(municipalities, year).length,
      liveIn(districts, year).length,
    ]),
  ).toMatchInlineSnapshot(`
    [
      [
        1990,
        16147,
        543,
      ],
      [
        1995,
        14700,
        439,
      ],
      [
        2013,
        11235,
        402,
      ],
      [
        2020,
        11001,
        401,
      ],
    ]
  `);
  const dessau = [1990, 1991, 2006, 2007].map((year) => municipalities.isLive('15001000', state(year)));
  expect(dessau).toEqual([true, false, false, true]);
});

test('every municipality of 2013 lies in those of 2020 with its whole area', () => {
  const areas = new Map<string, number>();
  for (const key of liveIn(municipalities, 2020)) {
    const sources = municipalities.sourcesOf(key, state(2013), state(2020));
    if (!isKnown(sources)) throw new Error(`nobody knows what ${key} was in 2013`);
    for (const { source, shares } of sources) {
      areas.set(source, (areas.get(source) ?? 0) + (shares.area ?? Number.NaN));
    }
  }
  expect([...areas.keys()].toSorted()).toEqual(liveIn(municipalities, 2013).toSorted());
  expect([...areas].filter(([, area]) => !(Math.abs(area - 1) < 1e-6))).toEqual([]);
});

test('what is left open between days of which no source leads from one to the other', () => {
  expect({ 'of 2015 in 2011': answers(2011, 2015) }).toMatchInlineSnapshot(`
    {
      "of 2015 in 2011": {
        "AMBIGUOUS": 63,
        "ambiguousFamilies": 19,
        "known": 11103,
      },
    }
  `);
  expect({ 'of 2011 in 2015': answers(2015, 2011) }).toMatchInlineSnapshot(`
    {
      "of 2011 in 2015": {
        "AMBIGUOUS": 98,
        "MERGED_SINCE": 268,
        "ambiguousFamilies": 19,
        "known": 11000,
      },
    }
  `);
  expect({ 'of 2013 in 2020': answers(2020, 2013) }).toMatchInlineSnapshot(`
    {
      "of 2013 in 2020": {
        "AMBIGUOUS": 18,
        "MERGED_SINCE": 523,
        "ambiguousFamilies": 3,
        "known": 10694,
      },
    }
  `);
});

test('all districts of 2015 are known in those of 2011, though some of their municipalities are not', () => {
  const divided = liveIn(districts, 2015).flatMap((key) => {
    const parts = districtParts(both, { key, at: '2011-12-31', on: '2015-12-31' });
    if (typeof parts === 'string') throw new Error(`nobody knows what ${key} was in 2011: ${parts}`);
    return parts
      .filter(({ members }) => members.length > 0)
      .map(({ source, members }) => {
        const moved = members.filter(({ shares }) => shares.area !== 0).length;
        return `${moved} of ${members.length} municipalities of ${source} in ${key}`;
      });
  });
  expect(divided).toMatchInlineSnapshot(`
    [
      "89 of 92 municipalities of 07135 in 07135",
      "3 of 92 municipalities of 07135 in 07140",
      "107 of 108 municipalities of 07231 in 07231",
      "1 of 108 municipalities of 07231 in 07235",
    ]
  `);
});

test('Querfurt (15033) of 1990 lies in 15087 and 15088 of 2020', () => {
  const parts = ['15087', '15088'].map((key) => {
    const found = districtParts(both, { key, at: '1990-12-31', on: '2020-12-31' });
    return typeof found === 'string' ? found : found.find(({ source }) => source === '15033');
  });
  expect(parts).toEqual([
    {
      source: '15033',
      shares: { population: 0.075437068, area: 0.10175476, employment: null },
      members: expect.any(Array),
    },
    {
      source: '15033',
      shares: { population: 0.92456293, area: 0.89824524, employment: null },
      members: expect.any(Array),
    },
  ]);
});

test('Goettingen (03159) of 2020 is the whole of 03152 and 03156 of 2015', () => {
  expect(districtParts(both, { key: '03159', at: '2015-12-31', on: '2020-12-31' })).toEqual(
    ['03152', '03156'].map((source) => ({
      source,
      shares: { population: 1, area: 1, employment: 1 },
      members: [],
    })),
  );
});
