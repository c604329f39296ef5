import { expect, test } from 'vitest';
import { boundaryHistory } from './boundary-history.ts';
import type { BoundaryKnowledge, Transfer } from './boundary-knowledge.ts';
import { type Shares, WHOLE } from './shares.ts';

const share = (population: number | null, area: number | null, employment: number | null = null): Shares => ({
  population,
  area,
  employment,
});

/** Transfers written as `source target first-last`, with the days of those years. */
function transfer(text: string, shares: Shares = WHOLE): Transfer {
  const [source = '', target = '', years = ''] = text.split(' ');
  const [from = '', until = from] = years.split('-');
  return { source, target, from: `${from}-12-31`, until: `${until}-12-31`, shares };
}

function knowledge(told: Partial<BoundaryKnowledge>, lives: Record<string, string> = {}): BoundaryKnowledge {
  const ends = Object.entries(lives).map(([key, life]) => {
    const [from = '', until = ''] = life.split('/');
    return [key, { from: from || null, until: until || null }] as const;
  });
  return { crosswalks: [], changeLists: [], registerDays: [], ...told, lives: new Map(ends) };
}

const daysOf = (...years: readonly number[]): readonly string[] => years.map((year) => `${year}-12-31`);

test('the state in force on a day is the last one known', () => {
  const history = boundaryHistory(knowledge({ registerDays: daysOf(2013, 2021) }));
  expect(history.states).toEqual(['2013-12-31', '2021-12-31']);
  expect(['2013-12-30', '2013-12-31', '2015-06-30', '2030-01-01'].map(history.stateOn)).toEqual([
    -1, 0, 0, 1,
  ]);
});

test('nothing is known of days before the first and of days that nothing joins', () => {
  const history = boundaryHistory(
    knowledge({ registerDays: daysOf(2013, 2021) }, { A: '/2020-12-31', B: '2021-01-01/' }),
  );
  expect(history.sourcesOf('B', -1, 1)).toMatchObject({ gap: 'NO_CHANGES_KNOWN' });
  expect(history.sourcesOf('B', 0, 1)).toMatchObject({ gap: 'NO_CHANGES_KNOWN' });
});

test('a key that was given up and given again is not live in between (15001000 Dessau, Dessau-Rosslau)', () => {
  const crosswalk = {
    days: daysOf(1990, 1991, 2006, 2007),
    on: '2020-12-31',
    transfers: [
      transfer('15001000 15001000 1990'),
      transfer('15101000 15001000 1991-2006'),
      transfer('15151055 15001000 1990-2006'),
      transfer('15001000 15001000 2007'),
    ],
  };
  const history = boundaryHistory(
    knowledge(
      { crosswalks: [crosswalk] },
      { '15001000': '/', '15101000': '1991-12-31/2006-12-31', '15151055': '/2006-12-31' },
    ),
  );
  expect(history.states.map((_, state) => history.isLive('15001000', state))).toEqual([
    true,
    false,
    false,
    true,
    true,
  ]);
  expect(history.sourcesOf('15001000', 2, 3)).toEqual([
    { source: '15101000', shares: WHOLE },
    { source: '15151055', shares: WHOLE },
  ]);
  expect(history.sourcesOf('15001000', 0, 2)).toMatchObject({ gap: 'NO_CHANGES_KNOWN' });
  expect(history.sourcesOf('15101000', 3, 2)).toMatchObject({ gap: 'MERGED_SINCE' });
});

test('a crosswalk of decades, two of a year and a list of changes make one way', () => {
  const history = boundaryHistory(
    knowledge(
      {
        crosswalks: [
          {
            days: daysOf(1990, 2013),
            on: '2020-12-31',
            transfers: [
              transfer('A A 1990-2013', share(0.6, 0.5)),
              transfer('A B 1990-2013', share(0.4, 0.5)),
              transfer('B B 1990-2013'),
              transfer('C C 1990-2013'),
            ],
          },
          {
            days: daysOf(2020),
            on: '2021-12-31',
            transfers: [transfer('A A 2020'), transfer('B B 2020'), transfer('C D 2020')],
          },
          {
            days: daysOf(2021),
            on: '2022-12-31',
            transfers: [transfer('A D 2021'), transfer('B B 2021'), transfer('D D 2021')],
          },
        ],
        changeLists: [
          {
            from: '2023-01-01',
            until: '2023-12-31',
            steps: [
              { source: 'B', target: 'D', on: '2023-06-01', shares: share(0.5, 0.1) },
              { source: 'B', target: 'B', on: '2023-06-01', shares: share(0.5, 0.9) },
            ],
          },
        ],
      },
      { A: '/2021-12-31', B: '/', C: '/2020-12-31', D: '2021-12-31/' },
    ),
  );
  const sources = history.sourcesOf('D', history.stateOn('2013-12-31'), history.stateOn('2023-12-31'));
  expect(sources).toEqual([
    {
      source: 'A',
      shares: { population: expect.closeTo(0.8, 9), area: expect.closeTo(0.55, 9), employment: null },
    },
    { source: 'C', shares: WHOLE },
    { source: 'B', shares: { population: 0.5, area: 0.1, employment: null } },
  ]);
  // The day before the change in the middle of the year nothing of B was in D.
  expect(history.sourcesOf('D', history.stateOn('2022-12-31'), history.stateOn('2023-05-31'))).toEqual([
    { source: 'D', shares: WHOLE },
  ]);
});

test('a territory of which a part comes from nowhere is not known', () => {
  const history = boundaryHistory(
    knowledge(
      {
        crosswalks: [
          { days: daysOf(2019), on: '2020-12-31', transfers: [transfer('A A 2019')] },
          { days: daysOf(2020), on: '2021-12-31', transfers: [transfer('A A 2020'), transfer('X A 2020')] },
        ],
      },
      { A: '/', X: '2020-12-31/2020-12-31' },
    ),
  );
  expect(history.sourcesOf('A', 0, 2)).toMatchObject({ gap: 'NO_CHANGES_KNOWN' });
});

test('what a crosswalk does not name (areas of the sea) stayed as it was', () => {
  const history = boundaryHistory(
    knowledge(
      { crosswalks: [{ days: daysOf(2013), on: '2020-12-31', transfers: [transfer('A A 2013')] }] },
      { A: '/', '13000999': '/' },
    ),
  );
  expect(history.sourcesOf('13000999', 0, 1)).toEqual([{ source: '13000999', shares: WHOLE }]);
});

const later = { days: daysOf(2011, 2015), on: '2020-12-31' };

test('between two days of one crosswalk: merged, founded of several, unchanged, and left open', () => {
  const transfers = [
    transfer('A A 2011-2015'),
    transfer('B A 2011'),
    transfer('C C 2011-2015'),
    transfer('D C 2011-2015'),
    transfer('E F 2011-2015'),
    transfer('F F 2011-2015'),
    transfer('G F 2011'),
  ];
  const lives = {
    A: '/',
    B: '/2011-12-31',
    C: '/',
    D: '/2015-12-31',
    E: '/2015-12-31',
    F: '/',
    G: '/2011-12-31',
  };
  const history = boundaryHistory(knowledge({ crosswalks: [{ ...later, transfers }] }, lives));
  expect(history.sourcesOf('A', 0, 1)).toEqual([
    { source: 'A', shares: WHOLE },
    { source: 'B', shares: WHOLE },
  ]);
  expect(history.sourcesOf('B', 1, 0)).toEqual({ gap: 'MERGED_SINCE', here: ['B', 'A'], there: ['A'] });
  expect(history.sourcesOf('C', 0, 1)).toEqual([{ source: 'C', shares: WHOLE }]);
  expect(history.sourcesOf('E', 0, 1)).toEqual({
    gap: 'AMBIGUOUS',
    here: ['E', 'F'],
    there: ['E', 'F', 'G'],
  });
});

test('a piece of one thousandth of the area that moved is a change, areas measured anew are none', () => {
  const borders = (kept: number) => share(kept, kept);
  const moved = (area2015: number) => [
    ...[2011, 2015].map((year) => transfer(`B B ${year}`)),
    transfer('A A 2011', borders(0.9)),
    transfer('A B 2011', borders(0.1)),
    transfer('A A 2015', borders(area2015)),
    transfer('A B 2015', borders(1 - area2015)),
  ];
  const sourcesOf = (area2015: number) =>
    boundaryHistory(
      knowledge({ crosswalks: [{ ...later, transfers: moved(area2015) }] }, { A: '/', B: '/' }),
    ).sourcesOf('A', 0, 1);
  expect(sourcesOf(0.90003)).toEqual([{ source: 'A', shares: WHOLE }]);
  expect(sourcesOf(0.9005)).toMatchObject({ gap: 'AMBIGUOUS' });
});

test('newer data of a municipality that only took a meadow keep all its inhabitants on older boundaries', () => {
  const listed = (population: number, employment: number | null) =>
    boundaryHistory(
      knowledge(
        {
          changeLists: [
            {
              from: '2023-01-01',
              until: '2023-12-31',
              steps: [
                { source: 'A', target: 'B', on: '2023-10-01', shares: share(population, 0.001, employment) },
                {
                  ...{ source: 'A', target: 'A', on: '2023-10-01' },
                  shares: share(1 - population, 0.999, employment === null ? null : 1 - employment),
                },
              ],
            },
          ],
        },
        { A: '/', B: '/' },
      ),
    ).sourcesOf('B', 1, 0);
  expect(listed(0, 0)).toEqual([{ source: 'B', shares: share(1, null, 1) }]);
  expect(listed(0, 0.2)).toEqual([{ source: 'B', shares: share(1, null, null) }]);
  expect(listed(0, null)).toEqual([{ source: 'B', shares: share(1, null, null) }]);
  expect(listed(0.007, 0)).toMatchObject({ gap: 'AMBIGUOUS' });
});

test('a register between the days of a crosswalk leads on like the day that shows the same territories', () => {
  const transfers = [transfer('A A 2015-2016'), transfer('B A 2015'), transfer('C C 2015-2016')];
  const told = { crosswalks: [{ days: daysOf(2015, 2016), on: '2020-12-31', transfers }] };
  const lives = (end: string) => ({ A: '/', B: `/${end}`, C: '/' });
  const sourcesOf = (end: string) => {
    const history = boundaryHistory(knowledge({ ...told, registerDays: ['2016-06-30'] }, lives(end)));
    return history.sourcesOf('A', history.stateOn('2016-06-30'), history.stateOn('2020-12-31'));
  };
  expect(sourcesOf('2016-06-30')).toHaveLength(2);
  expect(sourcesOf('2016-06-29')).toEqual([{ source: 'A', shares: WHOLE }]);
});

test('a register that shows the territories of the state before it is the same', () => {
  const told = {
    crosswalks: [{ days: daysOf(2021), on: '2022-12-31', transfers: [transfer('A B 2021')] }],
    registerDays: ['2023-11-30'],
  };
  const history = boundaryHistory(knowledge(told, { A: '/2021-12-31', B: '2022-12-31/' }));
  expect(history.sourcesOf('B', 0, 2)).toEqual([{ source: 'A', shares: WHOLE }]);
});

test('where two lists tell of the same day, what either tells counts once', () => {
  const step = (source: string, target: string, shares = WHOLE) => ({
    source,
    target,
    on: '2023-03-01',
    shares,
  });
  const early = { from: '2022-01-01', until: '2023-12-31', steps: [step('A', 'B')] };
  const year = {
    ...{ from: '2023-01-01', until: '2023-12-31' },
    steps: [step('A', 'B'), step('C', 'C', share(0.5, 0.5)), step('C', 'D', share(0.5, 0.5))],
  };
  const lives = { A: '/2023-02-28', B: '/', C: '/', D: '/' };
  for (const changeLists of [
    [early, year],
    [year, early],
  ]) {
    const history = boundaryHistory(knowledge({ changeLists }, lives));
    const [at, on] = [history.stateOn('2022-12-31'), history.stateOn('2023-12-31')];
    expect(history.sourcesOf('B', at, on)).toEqual([
      { source: 'B', shares: WHOLE },
      { source: 'A', shares: WHOLE },
    ]);
    expect(history.sourcesOf('C', at, on)).toEqual([{ source: 'C', shares: share(0.5, 0.5) }]);
  }
});
