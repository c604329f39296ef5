import {
  type DeliveredObservation,
  type Measure,
  readCell,
  rollUpCountry,
  type TerritoryOnDay,
} from '@kreisweit/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officialFile, officialTable } from '../../tests/official-table.ts';
import { peoplePlugin } from '../../tests/people-plugin.ts';
import { defineIndicatorPlugin } from '../definition/define-indicator-plugin.ts';
import { change, lag, share } from '../formula/formula-nodes.ts';
import { openInput } from '../input/open-input.ts';
import { registerPlugins } from '../registration/register-plugins.ts';
import { type DistrictRow, districtTable, type FileFigures } from './district-table.ts';

const title = { de: 'Titel', en: 'Title' };
const people = {
  title,
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  disclosure: 'atSource',
  dimensions: ['sex'],
} as const;

/** A measure for each way of adding up, and formulas over them. */
const plugin = defineIndicatorPlugin({
  id: 'people',
  apiVersion: 1,
  title,
  statistics: {
    own: { title, code: '12411', institute: 'Amt', licence: 'dl-de/by-2-0', populationBase: 'residents' },
  },
  inputs: { figures: { level: 'municipality', reader: 'own-figures' } },
  measures: {
    residents: { ...people, breaks: [{ from: '2011', reason: title }] },
    foreigners: people,
    helped: { ...people, disclosure: { minimum: 3 } },
    waiting: { ...people, unit: 'day', disclosure: 'none', rollup: { weightedMeanBy: 'residents' } },
    meetings: { ...people, unit: 'count', disclosure: 'none', reportedAt: 'association' },
    offices: { ...people, unit: 'count', disclosure: 'none', rollup: 'count' },
    large: {
      ...people,
      unit: 'count',
      disclosure: 'none',
      overTime: 'none',
      countOf: { measure: 'residents', atLeast: 100 },
      breaks: [{ from: '2011', reason: title }],
    },
  },
  indicators: {
    foreignShare: { title, unit: 'percent', decimals: 1, formula: (m) => share(m.foreigners, m.residents) },
    growth: {
      title,
      unit: 'percent',
      decimals: 1,
      formula: (m) => share(change(m.residents), lag(m.residents, 1)),
    },
  },
});
const { catalogue, problems } = registerPlugins([plugin]);

/** An observation written `key measure period cell`, or `key measure period sex cell`. */
function observation(text: string, index: number): DeliveredObservation {
  const [territory = '', measure = '', period = '', ...rest] = text.split(' ');
  const cell = readCell(rest.at(-1) ?? '', { decimal: ',' });
  if (typeof cell === 'string') throw new Error(cell);
  const breakdown = rest.length > 1 ? { breakdown: { sex: rest[0] ?? '' } } : {};
  return { territory, name: `Name of ${territory}`, measure, period, cell, line: index + 1, ...breakdown };
}

function table(cells: readonly string[], kind: FileFigures['kind'] = 'full'): readonly DistrictRow[] {
  return districtTable(
    { plugin: 'people', input: 'figures', kind, observations: cells.map(observation) },
    catalogue,
  );
}

/** A table as lines of what a person would look at. */
function told(cells: readonly string[], kind?: FileFigures['kind']): readonly string[] {
  return table(cells, kind).map(
    ({ district, key, period, breakdown, value, status, origin, reported, expected }) =>
      [district, key.slice(7), period, breakdown, value ?? status, origin, `${reported}/${expected}`]
        .filter((part) => part !== '')
        .join(' '),
  );
}

describe('the district table', () => {
  it('is made for a plug-in that is valid', () => {
    expect(problems).toEqual([]);
  });

  it('takes the delivered figure of a district, else the sum of its municipalities', () => {
    expect(
      told([
        'DG residents 2015 900',
        '12 residents 2015 800',
        '12070 residents 2015 99',
        '12070001 residents 2015 40',
        '12070002 residents 2015 50',
        '12071001 residents 2015 30',
        '12071002 residents 2015 20',
      ]),
    ).toMatchInlineSnapshot(`
      [
        "12070 residents 2015 99 DELIVERED 2/2",
        "12070 large 2015 0 SUMMED 2/2",
        "12071 residents 2015 50 SUMMED 2/2",
        "12071 large 2015 0 SUMMED 2/2",
      ]
    `);
  });

  it('hides a sum with a hidden member, and says nothing of its coverage', () => {
    expect(
      told([
        '12070001 foreigners 2015 40',
        '12070002 foreigners 2015 .',
        '12071 foreigners 2015 70',
        '12071001 foreigners 2015 40',
        '12071002 foreigners 2015 *',
        '12072 foreigners 2015 .',
        '12072001 foreigners 2015 40',
      ]),
    ).toMatchInlineSnapshot(`
      [
        "12070 foreigners 2015 CONFIDENTIAL_OR_UNKNOWN SUMMED null/null",
        "12071 foreigners 2015 70 DELIVERED null/null",
        "12072 foreigners 2015 CONFIDENTIAL_OR_UNKNOWN DELIVERED null/null",
      ]
    `);
  });

  it('hides own counts below their minimum, and every category beside a small one', () => {
    expect(
      told([
        '12070001 helped 2015 1',
        '12070002 helped 2015 1',
        '12071001 helped 2015 2',
        '12071002 helped 2015 9',
        '12072 helped 2015 20',
        '12072 helped 2015 male 18',
        '12072 helped 2015 female 2',
      ]),
    ).toMatchInlineSnapshot(`
      [
        "12070 helped 2015 CONFIDENTIAL SUMMED null/null",
        "12071 helped 2015 11 SUMMED 2/2",
        "12072 helped 2015 20 DELIVERED 0/0",
        "12072 helped 2015 sex=female CONFIDENTIAL DELIVERED null/null",
        "12072 helped 2015 sex=male CONFIDENTIAL DELIVERED null/null",
      ]
    `);
  });

  it('expects all municipalities that the file lists, but for those of which it says - only', () => {
    expect(
      told([
        '12070001 residents 2014 40',
        '12070001 residents 2015 41',
        '12070002 residents 2014 50',
        '12070002 residents 2015 ...',
        '12070003 residents 2014 -',
        '12070003 residents 2015 -',
      ]).filter((line) => !line.includes('large')),
    ).toMatchInlineSnapshot(`
      [
        "12070 residents 2014 90 SUMMED 2/2",
        "12070 residents 2015 INCOMPLETE SUMMED 1/2",
        "12070 growth 2015 INCOMPLETE SUMMED 1/2",
      ]
    `);
  });

  it('weighs means, counts members, and counts municipalities by a condition', () => {
    expect(
      told([
        '12070001 residents 2015 100',
        '12070002 residents 2015 300',
        '12070001 waiting 2015 10',
        '12070002 waiting 2015 20',
        '12070001 offices 2015 7',
        '12070002 offices 2015 7',
        '12071 residents 2015 500',
      ]),
    ).toMatchInlineSnapshot(`
      [
        "12070 residents 2015 400 SUMMED 2/2",
        "12070 waiting 2015 17.5 SUMMED 2/2",
        "12070 offices 2015 2 SUMMED 2/2",
        "12070 large 2015 2 SUMMED 2/2",
        "12071 residents 2015 500 DELIVERED 0/0",
      ]
    `);
  });

  it('adds up associations where they report, and never their members too', () => {
    expect(
      told([
        '03151401 meetings 2015 4',
        '03151401001 meetings 2015 3',
        '03151401002 meetings 2015 1',
        '03151009 meetings 2015 5',
      ]),
    ).toMatchInlineSnapshot(`
      [
        "03151 meetings 2015 9 SUMMED 2/2",
      ]
    `);
  });

  it('computes what the file alone tells, and nothing across a break', () => {
    const growth = told([
      '12070 residents 2009 100',
      '12070 residents 2010 110',
      '12070 residents 2011 220',
      '12070 foreigners 2010 11',
    ]).filter((line) => !line.includes('residents') && !line.includes('foreigners'));
    expect(growth).toMatchInlineSnapshot(`
      [
        "12070 foreignShare 2010 10 DELIVERED 0/0",
        "12070 growth 2010 10 DELIVERED 0/0",
        "12070 growth 2011 NOT_APPLICABLE DELIVERED 0/0",
      ]
    `);
  });

  it('knows that Hamburg is a district, and a kreisfreie Stadt its own municipality', () => {
    expect(
      told([
        '02 residents 2015 7',
        '02000 residents 2015 7',
        '09161000 residents 2015 8',
        '11001 residents 2015 3',
      ]),
    ).toMatchInlineSnapshot(`
      [
        "02000 residents 2015 7 DELIVERED 0/0",
        "09161 residents 2015 8 DELIVERED 0/0",
      ]
    `);
  });

  it('merges the rows of one municipality under two associations', () => {
    expect(
      told(['03158401008 foreigners 2015 -', '03158407008 foreigners 2015 12', '03158001 foreigners 2015 3']),
    ).toEqual(['03158 foreigners 2015 15 SUMMED 2/2']);
  });

  it('lets a "." give way to a number in another row of the same municipality', () => {
    expect(
      told(['03158401008 foreigners 2015 .', '03158407008 foreigners 2015 12', '03158001 foreigners 2015 3']),
    ).toEqual(['03158 foreigners 2015 15 SUMMED 2/2']);
  });

  it('refuses two figures for one cell, all of them at once', () => {
    expect(() =>
      table([
        '03158401008 foreigners 2015 1',
        '03158407008 foreigners 2015 2',
        '12070 residents 2015 1',
        '12070 residents 2015 1',
      ]),
    ).toThrowErrorMatchingInlineSnapshot(
      `
      [InputProblems: The figures cannot be added up: 2 problems, nothing was stored
        2: 03158407008 (before as 03158401008) has two figures for foreigners 2015, the first in line 1: expected one row a territory
        4: 12070 has two figures for residents 2015, the first in line 3: expected one row a territory]
    `,
    );
  });

  it('reads a column of . as not tabulated in a whole table, and as hidden in a part of one', () => {
    const cells = ['12070 foreigners 2015 .', '12071 foreigners 2015 .'];
    expect(told(cells)[0]).toBe('12070 foreigners 2015 NOT_COLLECTED_AT_LEVEL DELIVERED 0/0');
    expect(told(cells, 'partial')[0]).toBe(
      '12070 foreigners 2015 CONFIDENTIAL_OR_UNKNOWN DELIVERED null/null',
    );
  });

  it('names districts and marks what is not exact', () => {
    const rough = {
      ...catalogue,
      inputs: catalogue.inputs.map((input) => ({ ...input, accuracy: { roundedTo: 5 } })),
    };
    const observations = ['12070 residents 2015 5', '12071001 residents 2015 5'].map(observation);
    const rows = districtTable({ plugin: 'people', input: 'figures', kind: 'full', observations }, rough);
    expect(rows.map(({ name, flags }) => [name, ...flags])).toEqual([
      ['Name of 12070', 'ROUNDED'],
      ['', 'ESTIMATED', 'ROUNDED'],
      ['', 'ESTIMATED', 'ROUNDED'],
    ]);
  });

  it('asks for a catalogue that has the input', () => {
    expect(() =>
      districtTable({ plugin: 'people', input: 'other', kind: 'full', observations: [] }, catalogue),
    ).toThrow('the catalogue has no input people/other: register the plug-in first');
  });
});

describe('the laws of the district table', () => {
  const cell = fc.constantFrom('1', '2', '7', '0', '-', '.', '*', '/', '...', 'x');
  const municipality = fc.record({ association: fc.constantFrom('', '401', '402'), cell, weight: cell });
  const measures = ['foreigners', 'waiting', 'meetings', 'offices'] as const;

  it('a district adds up as it does in the whole country', () => {
    fc.assert(
      fc.property(
        fc.array(municipality, { minLength: 1, maxLength: 5 }),
        fc.option(cell, { nil: null }),
        fc.constantFrom(...measures),
        (members, own, name) => {
          const keys = members.map(({ association }, index) => `03151${association}00${index + 1}`);
          const cells = keys.map((key, index) => `${key} ${name} 2015 ${members[index]?.cell}`);
          const weights = keys.map((key, index) => `${key} residents 2015 ${members[index]?.weight}`);
          const district = own === null ? [] : [`03151 ${name} 2015 ${own}`];
          const [row] = table([...cells, ...weights, ...district], 'partial').filter(
            ({ key }) => key === `people/${name}`,
          );
          const expected = countrySum(name, [...cells, ...district], weights);
          expect(row && { ...row, flags: undefined }).toEqual(expected && expect.objectContaining(expected));
        },
      ),
      { numRuns: 150 },
    );
  });

  /** The same by the roll-up of the country, with the signs as the file itself proves them. */
  function countrySum(name: string, cells: readonly string[], weights: readonly string[]) {
    const measure = catalogue.measures.find(({ key }) => key === `people/${name}`);
    if (measure === undefined) throw new Error('no such measure');
    const hasFigure = (key: string): boolean =>
      [...cells, ...weights].some((line) => line.startsWith(`${key} `) && /\d$/.test(line));
    const figures = (lines: readonly string[], { dash }: Pick<Measure, 'dash'>) =>
      new Map(
        lines.map(observation).map(({ territory, cell: { value, status, flags, sign } }) => {
          const isZero = sign === '-' && dash === undefined && hasFigure(territory);
          const figure = isZero
            ? ({ value: 0, status: 'NORMAL', flags, sign } as const)
            : { value, status, flags, sign };
          const key = territory.length === 11 ? territory.slice(0, 5) + territory.slice(8) : territory;
          const association = territory.length === 11 ? `031515${territory.slice(5, 8)}` : null;
          return [key, { figure, association }] as const;
        }),
      );
    const delivered = figures(cells, measure);
    const district: TerritoryOnDay = {
      key: '03151',
      kind: 'district',
      association: null,
      memberOf: [],
      standing: 'expected',
      isLive: false,
      population: null,
    };
    const members = [...delivered].flatMap(([key, { association }]): readonly TerritoryOnDay[] =>
      key === '03151' ? [] : [{ ...district, key, kind: 'municipality', association, memberOf: ['03151'] }],
    );
    const country = [district, ...members];
    const residents = catalogue.measures.find(({ key }) => key === 'people/residents');
    if (residents === undefined) throw new Error('no such measure');
    const found = rollUpCountry(
      country,
      delivered,
      measure,
      rollUpCountry(country, figures(weights, residents), residents),
    ).get('03151');
    if (found === undefined) return undefined;
    const { value, status, origin } = found;
    const decimals = catalogue.indicators.find(({ key }) => key === measure.key)?.decimals ?? 0;
    return { value: value === null ? null : Number(value.toFixed(decimals)), status, origin };
  }
});

describe('the district table of an official file', () => {
  const employees = defineIndicatorPlugin({
    id: 'employees',
    apiVersion: 1,
    title,
    statistics: {
      employment: {
        title,
        code: '13111',
        institute: 'Amt',
        licence: 'dl-de/by-2-0',
        populationBase: 'workplace',
      },
    },
    inputs: {
      byMunicipality: {
        level: 'municipality',
        reader: 'genesis',
        table: '13111-01-03-5',
        columns: [
          {
            header: ['Nationalität', 'Ausländer(innen)', 'Geschlecht', 'Insgesamt'],
            measure: 'foreignEmployees',
          },
        ],
      },
    },
    measures: { foreignEmployees: { ...people, dimensions: [], reference: { at: '06-30' } } },
  });

  it('shows the delivered total and not how many of its members are hidden', async () => {
    const opened = await openInput(employees, officialTable('municipalities/13111-01-03-5_00.csv'));
    const observations = (await Array.fromAsync(opened.batches())).flat();
    const registered = registerPlugins([employees]);
    expect(registered.problems).toEqual([]);
    const rows = districtTable({ ...opened, observations }, registered.catalogue);
    // The members shown sum to 2,589, with a single one hidden: the difference would tell it.
    expect(rows.find(({ district }) => district === '03351')).toMatchObject({
      name: expect.stringContaining('Celle'),
      value: 2605,
      status: 'NORMAL',
      origin: 'DELIVERED',
      reported: null,
      expected: null,
    });
    const withHidden = rows.filter(
      ({ value, reported, origin }) => origin === 'SUMMED' && value !== null && reported === null,
    );
    expect(withHidden).toEqual([]);
  });

  it('adds up live districts only, and no town that a table lists beside its district', async () => {
    const people = peoplePlugin({
      flat: {
        level: 'district',
        reader: 'genesis-flat',
        table: '12411-01-01-4',
        values: [{ content: 'BEVSTD', measure: 'people', dimensions: { GES: 'sex' } }],
      },
    });
    const file = officialFile('observations/flat/12411-01-01-4_1773175772751_de_flat.csv');
    const opened = await openInput(people, file);
    const observations = (await Array.fromAsync(opened.batches())).flat();
    const rows = districtTable({ ...opened, observations }, registerPlugins([people]).catalogue);
    const live = rows.filter(({ breakdown, value }) => breakdown === '' && value !== null);
    expect(live).toHaveLength(400);
    expect(live.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(83_577_140);
  });
});
