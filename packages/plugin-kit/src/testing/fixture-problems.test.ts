import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeliveredObservation } from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallTable, tableFile } from '../../tests/small-table.ts';
import { soundPlugin } from '../../tests/sound-plugin.ts';
import type { IndicatorPlugin, Load } from '../definition/plugin-definition.ts';
import { formatPluginProblem, type PluginProblem } from '../registration/plugin-problem.ts';
import { abortProblems } from './abort-problems.ts';
import { accountProblems } from './account-problems.ts';
import { brokenLaws, districtProblems } from './district-problems.ts';
import { districtTable } from './district-table.ts';
import { goldenProblems } from './golden-problems.ts';
import { observationProblems } from './observation-problems.ts';
import type { PluginFixture } from './plugin-fixture.ts';
import { readFixture } from './read-fixture.ts';
import { repetitionProblems } from './repetition-problems.ts';

let folder = '';
let file = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-'));
  file = await tableFile(folder, 'places.csv', smallTable);
});
afterAll(() => rm(folder, { recursive: true }));

/** The sound plug-in reading its table by a load of its own. */
function loadedBy(load: Load): IndicatorPlugin {
  const { byDistrict } = soundPlugin.inputs;
  if (byDistrict?.reader !== 'genesis') throw new Error('expected a classic table');
  const { columns: _, ignored: __, ...input } = byDistrict;
  return { ...soundPlugin, inputs: { byDistrict: input }, load };
}

const place: DeliveredObservation = {
  measure: 'places',
  territory: '12070',
  period: '2015',
  cell: { value: 7, status: 'NORMAL', flags: 0, sign: null },
};

/** A load that reads nothing and yields these. */
function yielding(...observations: readonly DeliveredObservation[]): IndicatorPlugin {
  return loadedBy(async function* () {
    yield observations;
  });
}

function told(problems: readonly PluginProblem[]): readonly string[] {
  return problems.map((problem) => formatPluginProblem(problem).replaceAll(`${folder}/`, ''));
}

/** All that the suite says of a file. */
async function problemsOf(plugin: IndicatorPlugin, fixture: PluginFixture): Promise<readonly string[]> {
  const reading = await readFixture(plugin, fixture);
  return told([
    ...reading.problems,
    ...observationProblems(plugin, reading),
    ...accountProblems(plugin, reading),
    ...(await repetitionProblems(plugin, fixture, reading)),
    ...(await abortProblems(plugin, fixture)),
    ...goldenProblems(plugin, fixture, reading),
    ...districtProblems(plugin, { fixture, reading }),
  ]);
}

describe('a file that is read well', () => {
  it('has no problems', async () => {
    const fixture: PluginFixture = {
      file,
      input: 'byDistrict',
      golden: [
        { territory: 'DG', measure: 'places', period: '2015', value: 300 },
        {
          territory: '12070',
          measure: 'taken',
          period: '2015',
          sign: '-',
          value: null,
          status: 'NOT_AVAILABLE',
        },
      ],
      districts: [
        { district: '12072', key: 'places', period: '2015', value: 23, origin: 'DELIVERED', reported: 0 },
        { district: '12072', key: 'care/takenShare', period: '2015', value: 47.8 },
      ],
    };
    expect(await problemsOf(soundPlugin, fixture)).toEqual([]);
  });

  it('makes a table of districts', async () => {
    const rows = await districtTable(soundPlugin, { file });
    expect(
      rows.map(({ name, key, period, value, status }) => [name, key, period, value ?? status].join(' ')),
    ).toMatchInlineSnapshot(`
      [
        "Prignitz, Landkreis care/places 2014 76",
        "Prignitz, Landkreis care/places 2015 77",
        "Prignitz, Landkreis care/taken 2014 36",
        "Prignitz, Landkreis care/taken 2015 0",
        "Prignitz, Landkreis care/takenShare 2014 47.4",
        "Prignitz, Landkreis care/takenShare 2015 0",
        "Teltow-Fläming, Landkreis care/places 2014 PENDING",
        "Teltow-Fläming, Landkreis care/places 2015 23",
        "Teltow-Fläming, Landkreis care/taken 2014 UNRELIABLE",
        "Teltow-Fläming, Landkreis care/taken 2015 11",
        "Teltow-Fläming, Landkreis care/takenShare 2014 UNRELIABLE",
        "Teltow-Fläming, Landkreis care/takenShare 2015 47.8",
      ]
    `);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['is missing', 'nowhere.csv', null, [/there is no file nowhere\.csv: give its path/]],
    ['is cut off', 'cut.csv', smallTable.slice(0, 600), [/cut off\?/]],
    [
      'is of somebody else',
      'other.csv',
      smallTable.replace('12411-01-01-4', '12411-03-03-4'),
      [/1: expected 12411-01-01-4 \(byDistrict\), found table 12411-03-03-4/],
    ],
    [
      'does not fit the mapping',
      'changed.csv',
      smallTable.replaceAll('männlich', 'divers'),
      [/no column has the header \["männlich"\]/, /the headers of the file are/],
    ],
  ])('and %s is told, and nothing else', async (_, name, content, messages) => {
    const path = content === null ? join(folder, name) : await tableFile(folder, name, content);
    const problems = await problemsOf(soundPlugin, { file: path });
    expect(problems).toEqual(messages.map((message) => expect.stringMatching(message)));
    await expect(districtTable(soundPlugin, { file: path })).rejects.toThrow(/care /);
  });

  it('taken in by another input than expected', async () => {
    expect(await problemsOf(soundPlugin, { file, input: 'byMunicipality' })).toEqual([
      'care places.csv: is taken in by the input byDistrict, expected byMunicipality',
    ]);
  });
});

describe('what a plug-in may read wrongly', () => {
  it('values that are not expected', async () => {
    const golden = [
      { territory: '12070', measure: 'places', period: '2015', value: 78 },
      { territory: '12070', measure: 'taken', period: '2015', sign: '.' },
      { territory: '12070', measure: 'places', period: '2016', value: 1 },
      { territory: '12073', measure: 'places', period: '2015', value: 1 },
      { territory: '12070', measure: 'place', period: '2015', value: 1 },
      { territory: '12070', measure: 'places', period: '2015', breakdown: { sex: 'male' }, value: 1 },
    ];
    const districts = [
      { district: '12070', key: 'places', period: '2015', value: 78, expected: 2 },
      { district: '12073', key: 'places', period: '2015', value: 78 },
    ];
    expect(await problemsOf(soundPlugin, { file, golden, districts })).toMatchInlineSnapshot(`
      [
        "care places.csv: 12070 places 2015 (line 10): has value 77, expected 78",
        "care places.csv: 12070 taken 2015 (line 10): has sign -, expected .",
        "care places.csv: 12070 places 2016 is not delivered: the file has no period 2016, but 2015",
        "care places.csv: 12073 places 2015 is not delivered: the file has no territory 12073, but 12070",
        "care places.csv: 12070 place 2015 is not delivered: the file has no measure place, but places",
        "care places.csv: 12070 places 2015 sex=male is not delivered: the file has the total",
        "care places.csv: 12070 care/places 2015: has value 77, expected 78 and has expected 0, expected 2",
        "care places.csv: 12073 care/places 2015 is no result of the file",
      ]
    `);
  });

  it('values of a column that nobody has decided about', async () => {
    const { byDistrict } = soundPlugin.inputs;
    if (byDistrict?.reader !== 'genesis') throw new Error('expected a classic table');
    const { ignored: _, ...input } = byDistrict;
    expect(await problemsOf({ ...soundPlugin, inputs: { byDistrict: input } }, { file })).toEqual([
      expect.stringMatching(
        /^care places\.csv: 8 values are left out: no mapping.*map them, or ignore them with a reason$/,
      ),
    ]);
  });

  it('a file by asking the network', async () => {
    const plugin = loadedBy(async function* ({ signal }) {
      signal.throwIfAborted();
      await fetch('https://example.org/places').catch(() => undefined);
      yield [place];
    });
    expect(await problemsOf(plugin, { file })).toEqual([
      'care places.csv: reading asks the network (fetch https://example.org/places): read the file that is given, and nothing else',
    ]);
  });

  it('another thing each time, and without end', async () => {
    let value = 0;
    const plugin = loadedBy(async function* () {
      value += 1;
      yield [{ ...place, cell: { ...place.cell, value } }];
    });
    expect(await problemsOf(plugin, { file })).toEqual([
      'care places.csv: reads differently a second time: 12070 places 2015 = 1, then 12070 places 2015 = 2',
      'care places.csv: is read to its end although the signal was aborted: call signal.throwIfAborted() in load',
    ]);
  });

  it('a whole country in one batch', async () => {
    const country = Array.from({ length: 100_001 }, () => place);
    const { problems } = await readFixture(yielding(...country), { file });
    expect(told(problems)).toEqual([
      'care places.csv: yields 100001 observations at once: yield batches of some thousands, so that long files fit',
    ]);
  });

  it('what is no observation of its input', async () => {
    const wrong = {
      ...soundPlugin,
      statistics: { ...soundPlugin.statistics, other: soundPlugin.statistics.places },
      measures: { ...soundPlugin.measures, taken: { ...soundPlugin.measures.taken, statistic: 'other' } },
    } as IndicatorPlugin;
    const reading = await readFixture(soundPlugin, { file });
    const cell = { value: null, status: 'NORMAL', flags: 0, sign: null } as const;
    const observations: readonly DeliveredObservation[] = [
      place,
      { ...place, line: 9 },
      { ...place, measure: 'plces', territory: '1207', period: '2015-13' },
      { ...place, measure: 'taken', breakdown: { sex: 'male' } },
      { ...place, territory: '12071', cell },
      { ...place, territory: '12072', cell: { ...cell, value: 3, status: 'CONFIDENTIAL' } },
      { ...place, territory: '12073', cell: { ...cell, value: Number.POSITIVE_INFINITY } },
    ];
    expect(told(observationProblems(wrong, { ...reading, observations }))).toMatchInlineSnapshot(`
      [
        "care places.csv: 9: 12070 places 2015 stands twice",
        "care places.csv: '2015-13' is no period: write 2015, 2015-Q1 or 2015-06",
        "care places.csv: 'plces' is no measure of the plug-in",
        "care places.csv: '1207' is no key of a district table",
        "care places.csv: 'taken' belongs to the statistic other, the input byDistrict to null",
        "care places.csv: 'sex' is no dimension of the measure taken",
        "care places.csv: 12071 places 2015 has no value and no reason: read the cell with readCell",
        "care places.csv: 12072 places 2015 carries 3, although it is CONFIDENTIAL",
        "care places.csv: 12073 places 2015 is Infinity, which is no figure",
      ]
    `);
    const many = Array.from({ length: 50 }, (_, index) => ({ ...place, territory: `x${index}` }));
    const last = told(observationProblems(wrong, { ...reading, observations: many })).at(-1);
    expect(last).toBe('care places.csv: and 30 more problems like these');
  });

  it('an error of its own', async () => {
    const plugin = loadedBy(async function* () {
      yield [place];
      throw new TypeError('cannot read properties of undefined');
    });
    const [problem, ...others] = await problemsOf(plugin, { file });
    expect(problem).toMatch(
      /^care places\.csv: cannot be read: TypeError: cannot read properties of undefined\n.*at /,
    );
    expect(others).toEqual([]);
  });

  it('nothing at all, or one cell twice', async () => {
    expect(await problemsOf(yielding(), { file })).toContain(
      'care places.csv: delivers no observation at all',
    );
    const twice = await problemsOf(yielding(place, { ...place, cell: { ...place.cell, value: 8 } }), {
      file,
    });
    expect(twice).toContain(
      'care places.csv: 12070 has two figures for places 2015: expected one row a territory',
    );
  });
});

describe('the laws of district results', () => {
  const reading = {
    plugin: 'care',
    level: 'municipality',
    measures: [{ key: 'care/places', disclosure: { minimum: 3 }, reportedAt: 'municipality' }],
  } as const;
  const row = {
    district: '12070',
    name: '',
    period: '2015',
    key: 'care/places',
    breakdown: '',
    status: 'NORMAL',
    flags: [],
    reported: 1,
    expected: 1,
  } as const;
  const hidden = { ...place, cell: { value: null, status: 'CONFIDENTIAL', flags: 0, sign: '*' } } as const;

  it.each([
    [
      'a sum where a figure was delivered',
      { value: 9, origin: 'SUMMED' },
      [place],
      'is 9 (SUMMED), although the file delivers 7',
    ],
    [
      'another value',
      { value: 9, origin: 'DELIVERED' },
      [place],
      'is 9 (DELIVERED), although the file delivers 7',
    ],
    ['a value that was hidden', { value: 9, origin: 'SUMMED' }, [hidden], 'is 9, although the file hides it'],
    [
      'a sum with a hidden member',
      { value: 9, origin: 'SUMMED' },
      [{ ...hidden, territory: '12070001' }],
      'is 9, although 12070001 in it is hidden',
    ],
    [
      'a small own count',
      { value: 2, origin: 'SUMMED' },
      [{ ...place, territory: '12070001' }],
      'shows 2, which is below 3',
    ],
  ] as const)('refuse %s', (_, shown, observations, message) => {
    const broken = brokenLaws({ ...reading, observations, rows: [{ ...row, ...shown }] });
    expect(broken).toEqual([`12070 care/places 2015 ${message}`]);
  });

  it('let the right ones pass', () => {
    const rows = [{ ...row, value: 7, origin: 'DELIVERED' }] as const;
    expect(brokenLaws({ ...reading, observations: [place], rows })).toEqual([]);
  });
});
