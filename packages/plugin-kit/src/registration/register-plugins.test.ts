import type { Catalogue } from '@kreisweit/domain';
import { describe, expect, it } from 'vitest';
import { defineIndicatorPlugin } from '../definition/define-indicator-plugin.ts';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { add, constant, divide, lag, multiply, per, ref, share } from '../formula/formula-nodes.ts';
import { formatPluginProblem } from './plugin-problem.ts';
import { registerPlugins } from './register-plugins.ts';

const title = { de: 'Titel', en: 'Title' };
const statistic = { title, institute: 'Kreis', licence: 'dl-de/by-2-0', populationBase: 'residents' };
const stock = {
  title,
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  disclosure: 'atSource',
} as const;
const rate = { title, unit: 'percent', decimals: 1 } as const;

const people = defineIndicatorPlugin({
  id: 'people',
  apiVersion: 1,
  title,
  statistics: { update: statistic },
  measures: {
    all: { ...stock, dimensions: ['sex'] },
    some: stock,
    area: { ...stock, unit: 'hectare', disclosure: 'none', published: false },
  },
  indicators: { part: { ...rate, formula: (m) => share(m.some, m.all) } },
});

const care = defineIndicatorPlugin({
  id: 'care-places',
  apiVersion: 1,
  title,
  statistics: { daycare: { ...statistic, code: '22541', populationBase: 'places' } },
  measures: {
    places: { ...stock, unit: 'count', reference: { at: '03-01' }, disclosure: 'none' },
    waitDays: {
      ...stock,
      unit: 'day',
      rollup: { weightedMeanBy: 'places' },
      overTime: 'mean',
      reference: { mean: 'year' },
      disclosure: 'none',
    },
  },
  indicators: {
    supply: {
      title,
      unit: 'per_1000',
      decimals: 1,
      formula: (m) => per(1000, m.places, lag(ref('people/all'), 1)),
      mixedBase: { de: 'Plätze je Einwohner', en: 'places of residents' },
    },
  },
});

/** A plug-in as somebody without a type checker might write it. */
function untyped(id: string, changes: Record<string, unknown>): IndicatorPlugin {
  return { ...people, id, indicators: {}, ...changes } as IndicatorPlugin;
}

function indicators(
  id: string,
  formulas: IndicatorPlugin['indicators'][string]['formula'][],
): IndicatorPlugin {
  const named = formulas.map((formula, index) => [`i${index}`, { ...rate, formula }] as const);
  return untyped(id, { indicators: Object.fromEntries(named) });
}

function problemsOf(...plugins: IndicatorPlugin[]): readonly string[] {
  return registerPlugins(plugins).problems.map(formatPluginProblem);
}

describe('registerPlugins', () => {
  it('resolves across plug-ins whatever their order', () => {
    const { catalogue, problems, leftOut } = registerPlugins([care, people]);
    expect([problems, leftOut]).toEqual([[], []]);
    expect(registerPlugins([people, care]).catalogue.indicators.toSorted(byKey)).toEqual(
      catalogue.indicators.toSorted(byKey),
    );
    expect(catalogue.plugins.map(({ id }) => id)).toEqual(['care-places', 'people']);
    expect(catalogue.statistics[0]).toMatchInlineSnapshot(`
      {
        "code": "22541",
        "institute": "Kreis",
        "key": "care-places/daycare",
        "licence": "dl-de/by-2-0",
        "populationBase": "places",
        "title": {
          "de": "Titel",
          "en": "Title",
        },
        "url": null,
      }
    `);
    expect(catalogue.measures.find(({ key }) => key === 'care-places/waitDays')).toMatchInlineSnapshot(`
      {
        "additivity": "exact",
        "apportionBy": "none",
        "breaks": [],
        "dash": "notAvailable",
        "dimensions": [],
        "disclosure": "none",
        "key": "care-places/waitDays",
        "overTime": "mean",
        "plugin": "care-places",
        "reference": {
          "mean": "year",
        },
        "reportedAt": "municipality",
        "revision": 1,
        "rollup": {
          "weightedMeanBy": "care-places/places",
        },
        "statistic": "care-places/daycare",
        "title": {
          "de": "Titel",
          "en": "Title",
        },
        "unit": "day",
      }
    `);
    expect(
      catalogue.indicators.map(({ key, unit, decimals }) => [key, unit, decimals]),
    ).toMatchInlineSnapshot(`
      [
        [
          "care-places/places",
          "count",
          0,
        ],
        [
          "care-places/waitDays",
          "day",
          1,
        ],
        [
          "care-places/supply",
          "per_1000",
          1,
        ],
        [
          "people/all",
          "person",
          0,
        ],
        [
          "people/some",
          "person",
          0,
        ],
        [
          "people/part",
          "percent",
          1,
        ],
      ]
    `);
    expect(catalogue.indicators.find(({ key }) => key === 'care-places/supply')).toMatchInlineSnapshot(`
      {
        "caveats": null,
        "decimals": 1,
        "deprecated": null,
        "description": null,
        "dimensions": [],
        "direction": "neutral",
        "formula": {
          "denominator": {
            "of": {
              "key": "people/all",
              "op": "measure",
            },
            "op": "lag",
            "periods": 1,
          },
          "factor": 1000,
          "numerator": {
            "key": "care-places/places",
            "op": "measure",
          },
          "op": "per",
        },
        "informs": [],
        "key": "care-places/supply",
        "methodRevision": 1,
        "mixedBase": {
          "de": "Plätze je Einwohner",
          "en": "places of residents",
        },
        "plugin": "care-places",
        "resolved": {
          "denominator": {
            "of": {
              "key": "people/all",
              "op": "measure",
            },
            "op": "lag",
            "periods": 1,
          },
          "factor": 1000,
          "numerator": {
            "key": "care-places/places",
            "op": "measure",
          },
          "op": "per",
        },
        "revision": "23eb9b383bf0",
        "title": {
          "de": "Titel",
          "en": "Title",
        },
        "unit": "per_1000",
      }
    `);
    expect(Object.isFrozen(catalogue.indicators[0]?.formula)).toBe(true);
  });

  it('gives an indicator the dimensions that all its measures share', () => {
    const { catalogue } = registerPlugins([people]);
    expect(catalogue.indicators.map(({ key, dimensions }) => [key, dimensions])).toEqual([
      ['people/all', ['sex']],
      ['people/some', []],
      ['people/part', []],
    ]);
  });

  it('writes indicators of indicators out down to measures', () => {
    const built = indicators('built', [
      multiply(ref('people/part'), constant(2)),
      ref('built/i0'),
      ref('people/area'),
    ]);
    const { catalogue, problems } = registerPlugins([built, people]);
    expect(problems).toEqual([]);
    const resolved = (key: string) => catalogue.indicators.find((one) => one.key === key)?.resolved;
    expect(resolved('built/i1')).toEqual(resolved('built/i0'));
    expect(resolved('built/i0')).toEqual(
      multiply(
        share({ op: 'measure', key: 'people/some' }, { op: 'measure', key: 'people/all' }),
        constant(2),
      ),
    );
    expect(resolved('built/i2')).toEqual({ op: 'measure', key: 'people/area' });
  });

  it('lists everything that is wrong with a definition at once', () => {
    const plugin = untyped('wrong', {
      apiVersion: 2,
      title: { de: 'Titel', en: ' ' },
      colour: 'green',
      statistics: { Update: statistic, update: { ...statistic, code: '124', url: 'regionalstatistik.de' } },
      measures: {
        first: { ...stock, unit: 'persons', rollup: undefined, overTime: 'lst', disclosure: { minimum: 1 } },
        second: { title, unit: 'person', colour: [1] },
        twelfth: { ...stock, statistic: 'update', disclosure: 'none' },
        third: { ...stock, unit: 'percent', statistic: 'updat', dimensions: ['gender', 'sx'], decimals: 7 },
        fourth: {
          ...stock,
          statistic: 'update',
          rollup: { weightedMeanBy: 'frist' },
          reference: { at: '31-12' },
        },
        fifth: {
          ...stock,
          statistic: 'update',
          rollup: { weightedMeanBy: 'seventh' },
          unit: 'day',
          overTime: 'sum',
        },
        sixth: { ...stock, statistic: 'update', dimension: ['sex'], title: 'Titel' },
        seventh: {
          ...stock,
          statistic: 'update',
          rollup: 'max',
          breaks: [{ from: '2011-13', reason: title }],
        },
        eighth: { ...stock, statistic: 'update', rollup: { weightedMeanBy: 'nineth' }, unit: 'day' },
        ninth: { ...stock, statistic: 'update', rollup: 'max' },
        tenth: {
          ...stock,
          statistic: 'update',
          rollup: { weightedMeanBy: 'ninth' },
          unit: 'day',
          reference: () => 1,
        },
        eleventh: { ...stock, statistic: 'update', rollup: { weightedMeanBy: 'ninth' }, unit: 'day' },
      },
      indicators: {
        ninth: { ...rate, formula: constant(1) },
        odd: { ...rate, decimals: -1, direction: 'up', formula: { op: 'shar', part: 1 } },
        broken: { ...rate, formula: { op: 'add', left: { op: 'const', value: Number.NaN }, extra: 1 } },
      },
    });
    const { problems, leftOut, catalogue } = registerPlugins([plugin, people]);
    expect(leftOut).toEqual(['wrong']);
    expect(catalogue.plugins.map(({ id }) => id)).toEqual(['people']);
    expect(problems.map(formatPluginProblem).join('\n')).toMatchInlineSnapshot(`
      "wrong apiVersion: 2 is another contract: this Kreisweit speaks version 1; install a plug-in written for it
      wrong title.en: ' ' is no text: write the text in English
      wrong colour: is no field here
      wrong statistics.Update: 'Update' does not fit: write a name in camelCase, such as 'foreignShare'
      wrong statistics.update.code: '124' does not fit: write its EVAS code, such as '12411'
      wrong statistics.update.url: 'regionalstatistik.de' does not fit: write an address that begins with https://
      wrong measures.first.unit: 'persons' is no unit; did you mean 'person'?
      wrong measures.first.rollup: is missing: write how members add up: 'sum', { weightedMeanBy: '...' }, 'min', 'max', 'count' or 'none'
      wrong measures.first.overTime: 'lst' is unknown; did you mean 'last'?
      wrong measures.first.disclosure.minimum: 1 does not fit: write a whole number from 2
      wrong measures.first.statistic: is missing: write one of Update, update
      wrong measures.second.rollup: is missing: write how members add up: 'sum', { weightedMeanBy: '...' }, 'min', 'max', 'count' or 'none'
      wrong measures.second.overTime: is missing: write one of 'sum', 'last', 'mean', 'none'
      wrong measures.second.reference: is missing: write to what a value refers: { at: '12-31' }, { during: 'period' }, { mean: 'year' } or { schoolYear: 'end' }
      wrong measures.second.disclosure: is missing: write what may become known: 'none' (not about persons), 'atSource' (an official table) or { minimum: 3 } (own counts)
      wrong measures.second.statistic: is missing: write one of Update, update
      wrong measures.second.colour: is no field here
      wrong measures.twelfth.disclosure: 'none' is refused for person: write 'atSource' (an official table) or { minimum: 3 } (own counts)
      wrong measures.third.decimals: 7 does not fit: write a whole number from 0 to 6
      wrong measures.third.statistic: 'updat' is no statistic of the plug-in; did you mean 'Update'?
      wrong measures.third.dimensions[0]: 'gender' is unknown: write one of 'sex', 'nationality', 'ageGroup21', 'ageGroup6', 'ageGroupBenefits', 'regionOfOrigin', 'migrationBackground', 'schoolCertificate', 'familyForm'
      wrong measures.third.dimensions[1]: 'sx' is unknown; did you mean 'sex'?
      wrong measures.third.rollup: 'sum' is refused for percent: rates, means and indices do not add up; use { weightedMeanBy }
      wrong measures.fourth.reference: '31-12' is no day of every year: write MM-DD, for example '12-31'
      wrong measures.fifth.overTime: 'sum' is refused for a stock on a day: use 'last' or 'mean'
      wrong measures.sixth.title: 'Titel' is no plain object
      wrong measures.sixth.dimension: is no field here; did you mean 'dimensions'?
      wrong measures.seventh.breaks[0].from: '2011-13' is no period: write 2015, 2015-Q1 or 2015-06
      wrong measures.tenth.reference: is no reference: write { at: '12-31' }, { during: 'period' }, { mean: 'year' } or { schoolYear: 'end' }
      wrong indicators.odd.direction: 'up' is unknown: write one of 'higherIsBetter', 'lowerIsBetter', 'neutral'
      wrong indicators.odd.decimals: -1 does not fit: write a whole number from 0 to 6
      wrong indicators.odd.formula.op: 'shar' is no operation; did you mean 'share'?
      wrong indicators.broken.formula.extra: is no field here
      wrong indicators.broken.formula.left.value: NaN does not fit: write a number
      wrong indicators.broken.formula.right: is missing: write a formula such as share(m.part, m.whole)
      wrong indicators.ninth.formula: must be m.ninth, since the measure has the same name; rename one of them
      wrong indicators.ninth.unit: 'percent' differs from that of the measure, 'person'
      wrong measures.eighth.rollup.weightedMeanBy: wrong/nineth is no measure; did you mean 'wrong/ninth'?
      wrong measures.eleventh.rollup.weightedMeanBy: wrong/ninth cannot be a weight, since it does not add up
      wrong indicators.ninth.formula: reads no measure: a constant is no indicator"
    `);
  });

  it('checks the mapping of an input against the measures', () => {
    const columns = [
      { header: ['Insgesamt'], measure: 'all' },
      { header: ['Insgesamt'], measure: 'some' },
      { header: ['männlich'], measure: 'all', breakdown: { sex: 'man' } },
      { header: ['weiblich'], measure: 'some', breakdown: { sex: 'female' } },
      { header: ['jung'], measure: 'all', breakdown: { age: 'young' } },
      { header: ['alle'], measure: 'al' },
      { header: [], measure: 'all', breakdown: { sex: 'male' } },
    ];
    const plugin = untyped('mapped', {
      statistics: { update: statistic, census: statistic },
      measures: {
        all: { ...stock, statistic: 'update', dimensions: ['sex'] },
        some: { ...stock, statistic: 'census' },
      },
      inputs: {
        good: {
          statistic: 'update',
          level: 'district',
          reader: 'genesis',
          table: '12411-01-01-4',
          columns: [{ header: ['Insgesamt'], measure: 'all' }],
        },
        twin: {
          statistic: 'update',
          level: 'municipality',
          reader: 'genesis',
          table: '12411-01-01-4',
          columns,
        },
        second: {
          statistic: 'update',
          level: 'district',
          reader: 'genesis',
          table: '12411-01-01-4',
          columns: [],
          accuracy: { roundedTo: 0 },
        },
        third: {
          statistic: 'update',
          level: 'district',
          reader: 'genesis',
          table: '12411-01-01-4',
          columns: [
            { header: ['a'], measure: 'all' },
            { header: ['b'], measure: 'all' },
          ],
        },
        fourth: {
          statistic: 'census',
          level: 'district',
          reader: 'genesis',
          table: '12411-01-01-4',
          columns: [{ header: ['a'], measure: 'some' }],
        },
        unread: { level: 'kreis', reader: 'excel', table: '12411', accuracy: 'rounded' },
        empty: { statistic: 'update', level: 'district', reader: 'genesis', table: '12411-02-01-4' },
      },
    });
    expect(problemsOf(plugin)).toMatchInlineSnapshot(`
      [
        "mapped inputs.twin.columns[2].breakdown.sex: 'man' is unknown; did you mean 'male'?",
        "mapped inputs.twin.columns[3].breakdown.sex: 'sex' is not among the dimensions of the measure: add it there",
        "mapped inputs.twin.columns[4].breakdown.age: 'age' is no dimension",
        "mapped inputs.twin.columns[5].measure: 'al' is no measure of the plug-in; did you mean 'all'?",
        "mapped inputs.twin.columns[6].header: is empty",
        "mapped inputs.twin.level: 'municipality' contradicts the code of the table: 12411-01-01-4 goes down to the district",
        "mapped inputs.twin.columns[1].measure: 'some' belongs to the statistic census, the input to update",
        "mapped inputs.twin.columns[3].measure: 'some' belongs to the statistic census, the input to update",
        "mapped inputs.second.accuracy: 0: figures are rounded to multiples of a number above 0",
        "mapped inputs.second.columns: is empty",
        "mapped inputs.third.columns[1].measure: delivers the same value as columns[0]",
        "mapped inputs.unread.statistic: is missing: write one of update, census",
        "mapped inputs.unread.level: 'kreis' is unknown: write one of 'municipality', 'district'",
        "mapped inputs.unread.reader: 'excel' is unknown: write one of 'genesis', 'genesis-flat', 'sdmx-csv', 'json-stat', 'own-figures'",
        "mapped inputs.unread.accuracy: must be { roundedTo: 5 } or { perturbed: true }",
        "mapped inputs.unread.table: '12411' does not fit: write the code of the table, such as '12411-01-01-5'",
        "mapped inputs.unread.columns: is missing: map the columns of the table, or give the plug-in a load function",
        "mapped inputs.empty.columns: is missing: map the columns of the table, or give the plug-in a load function",
        "mapped inputs.fourth.table: 12411-01-01-4 is already taken in by good",
      ]
    `);
  });

  it('refuses ids and names that cannot stand in a key, and things that are no plug-in', () => {
    const nothing = [null, 42, undefined, { id: 7 }].map((value) => value as unknown as IndicatorPlugin);
    const { problems, leftOut } = registerPlugins([untyped('Care_Places', {}), ...nothing]);
    expect(leftOut).toEqual([
      'plug-in no. 1',
      'plug-in no. 2',
      'plug-in no. 3',
      'plug-in no. 4',
      'plug-in no. 5',
    ]);
    expect(problems.slice(0, 4).map(formatPluginProblem)).toMatchInlineSnapshot(`
      [
        "plug-in no. 1 id: 'Care_Places' does not fit: write an id in kebab-case, such as 'care-places'",
        "plug-in no. 2: null is no plain object",
        "plug-in no. 3: 42 is no plain object",
        "plug-in no. 4: is missing",
      ]
    `);
  });

  it('keeps the first of two plug-ins with one id', () => {
    const { problems, leftOut, catalogue } = registerPlugins([people, { ...care, id: 'people' }]);
    expect(problems.map(formatPluginProblem)).toMatchInlineSnapshot(`
      [
        "people id: is used by two plug-ins; no. 2 of the list is left out",
      ]
    `);
    expect(leftOut).toEqual([]);
    expect(catalogue.measures.map(({ key }) => key)).toContain('people/all');
  });

  it('suggests the name that was meant', () => {
    expect(
      problemsOf(
        people,
        indicators('lost', [
          ref('people/prt'),
          ref('peple/all'),
          { op: 'measure', key: 'lost/al' },
          { op: 'measure', key: 'people/part' },
          ref('elsewhere/quiteDifferent'),
        ]),
      ),
    ).toMatchInlineSnapshot(`
      [
        "lost indicators.i0.formula: people/prt is not known; did you mean 'people/part'?",
        "lost indicators.i1.formula: peple/all is not known; did you mean 'people/all'?",
        "lost indicators.i2.formula: lost/al is not known; did you mean 'lost/all'?",
        "lost indicators.i3.formula: people/part is an indicator, not a measure: write ref('people/part')",
        "lost indicators.i4.formula: elsewhere/quiteDifferent is not known",
      ]
    `);
  });

  it('prints a cycle, and leaves out all plug-ins it runs through', () => {
    const one = indicators('one', [ref('two/i0'), ref('one/i1')]);
    const two = indicators('two', [add(ref('three/i0'), constant(1))]);
    const three = indicators('three', [ref('one/i0')]);
    const { problems, leftOut } = registerPlugins([one, two, three, people]);
    expect(leftOut.toSorted()).toEqual(['one', 'three', 'two']);
    expect(
      problems.map(formatPluginProblem).filter((problem) => problem.includes('itself')),
    ).toMatchInlineSnapshot(`
      [
        "one indicators.i0.formula: depends on itself: one/i0 -> two/i0 -> three/i0 -> one/i0",
        "two indicators.i0.formula: depends on itself: one/i0 -> two/i0 -> three/i0 -> one/i0",
        "three indicators.i0.formula: depends on itself: one/i0 -> two/i0 -> three/i0 -> one/i0",
        "one indicators.i1.formula: depends on itself: one/i1 -> one/i1",
      ]
    `);
  });

  it('leaves out what depends on a plug-in that is left out, however far', () => {
    const broken = { ...people, title: { de: '', en: '' } };
    const mixed = { ...rate, mixedBase: title, formula: ref('care-places/supply') };
    const further = untyped('further', { indicators: { again: mixed } });
    const weighted = untyped('weighted', {
      measures: { mean: { ...stock, unit: 'day', rollup: { weightedMeanBy: 'people/all' } } },
    });
    const free = untyped('free', {});
    const { problems, leftOut, catalogue } = registerPlugins([further, weighted, care, broken, free]);
    expect(leftOut.toSorted()).toEqual(['care-places', 'further', 'people', 'weighted']);
    expect(catalogue.plugins.map(({ id }) => id)).toEqual(['free']);
    expect(problems.map(formatPluginProblem)).toMatchInlineSnapshot(`
      [
        "people title.de: '' is no text: write the text in German",
        "people title.en: '' is no text: write the text in English",
        "weighted measures.mean.rollup.weightedMeanBy: depends on people/all, and people is left out",
        "care-places indicators.supply.formula: depends on people/all, and people is left out",
        "further indicators.again.formula: depends on care-places/supply, and care-places is left out",
      ]
    `);
  });

  it('refuses ratios of different populations and times without a reason', () => {
    const flows = untyped('flows', {
      measures: {
        births: { ...stock, overTime: 'sum', reference: { during: 'period' } },
        jobless: { ...stock, overTime: 'mean', reference: { mean: 'year' } },
        pupils: { ...stock, reference: { schoolYear: 'end' } },
      },
    });
    const all = ref('people/all');
    const births = ref('flows/births');
    const ratios = indicators('ratios', [
      share(ref('care-places/places'), all),
      divide(ref('flows/jobless'), births),
      per(1000, births, all),
      per(1000, births, divide(add(all, lag(all, 1)), constant(2))),
      share(ref('flows/pupils'), all),
      add(ref('care-places/places'), all),
      multiply(constant(2), ref('care-places/supply')),
    ]);
    expect(problemsOf(people, care, flows, ratios)).toMatchInlineSnapshot(`
      [
        "ratios indicators.i0.formula: a ratio of different populations (places: care-places/places; residents: people/all): refused unless mixedBase says why it makes sense",
        "ratios indicators.i0.formula: a ratio of different times (on 03-01: care-places/places; on 12-31: people/all): read the right one with lag(..., 1), or say with mixedBase why it makes sense",
        "ratios indicators.i2.formula: a ratio of different times (whole period: flows/births; on 12-31: people/all): read the right one with lag(..., 1), or say with mixedBase why it makes sense",
        "ratios indicators.i4.formula: a ratio of different times (school year: flows/pupils; on 12-31: people/all): read the right one with lag(..., 1), or say with mixedBase why it makes sense",
        "ratios indicators.i6.formula: a ratio of different populations (places: care-places/places; residents: people/all): refused unless mixedBase says why it makes sense",
      ]
    `);
    const mixed = Object.values(ratios.indicators).map((one, index) => [
      `i${index}`,
      { ...one, mixedBase: title },
    ]);
    const explained = { ...ratios, indicators: Object.fromEntries(mixed) };
    expect(problemsOf(people, care, flows, explained)).toEqual([]);
  });

  it('refuses formulas that are too large, also when indicators double each other', () => {
    const chain = [
      ref('people/all'),
      ...Array.from({ length: 40 }, (_, index) => add(ref(`big/i${index}`), ref(`big/i${index}`))),
    ];
    const product = Array.from({ length: 17 }, () => ref('people/all')).reduce(multiply);
    const deep = Array.from({ length: 5000 }, () => constant(1)).reduce(add);
    expect(problemsOf(people, indicators('big', chain)).length).toBeGreaterThan(0);
    expect(problemsOf(people, indicators('big', chain))[0]).toMatchInlineSnapshot(
      `"big indicators.i7.formula: has 255 nodes when written out; 200 is the most"`,
    );
    expect(problemsOf(people, indicators('product', [product, constant(1)]))).toMatchInlineSnapshot(`
      [
        "product indicators.i0.formula: multiplies 17 factors; 16 is the most",
        "product indicators.i1.formula: reads no measure: a constant is no indicator",
      ]
    `);
    expect(
      problemsOf(people, untyped('deep', { indicators: { i0: { ...rate, formula: deep } } })),
    ).toMatchInlineSnapshot(`
      [
        "deep indicators.i0.formula: has more than 200 nodes: split it into indicators",
      ]
    `);
    const long = Array.from({ length: 2000 }, (_, index) =>
      ref(index === 1999 ? 'people/all' : `long/i${index + 1}`),
    );
    expect(problemsOf(people, indicators('long', long))[0]).toMatchInlineSnapshot(
      `"long indicators.i201.formula: builds on a chain of more than 200 indicators"`,
    );
  });

  it('lets an indicator dress a measure of the same name, but not change it', () => {
    const named = (formula: IndicatorPlugin['indicators'][string]['formula'], unit: string) =>
      untyped('people', {
        indicators: { all: { title, unit, decimals: 0, direction: 'higherIsBetter', formula } },
      });
    const own = { op: 'measure', key: 'people/all' } as const;
    const { catalogue, problems } = registerPlugins([named(own, 'person')]);
    expect(problems).toEqual([]);
    expect(catalogue.indicators.filter(({ key }) => key === 'people/all')).toMatchObject([
      { direction: 'higherIsBetter' },
    ]);
    expect(problemsOf(named(multiply(own, constant(2)), 'count'))).toMatchInlineSnapshot(`
      [
        "people indicators.all.formula: must be m.all, since the measure has the same name; rename one of them",
        "people indicators.all.unit: 'count' differs from that of the measure, 'person'",
      ]
    `);
  });
});

describe('the effective revision of an indicator', () => {
  const revisionOf = (key: string, ...plugins: IndicatorPlugin[]) =>
    registerPlugins(plugins).catalogue.indicators.find((one) => one.key === key)?.revision;
  const changed = (change: Partial<IndicatorPlugin['measures'][string]>): IndicatorPlugin => {
    const { all } = people.measures;
    if (all === undefined) throw new Error('people has no measure all');
    return { ...people, measures: { ...people.measures, all: { ...all, ...change } } };
  };
  const before = revisionOf('care-places/supply', people, care);

  it('is stable, and covers the revisions of other plug-ins', () => {
    expect(before).toMatchInlineSnapshot(`"23eb9b383bf0"`);
    expect(revisionOf('care-places/supply', care, changed({ title: { de: 'Neu', en: 'New' } }))).toBe(before);
    expect(revisionOf('care-places/supply', care, changed({ revision: 2 }))).not.toBe(before);
  });

  it('covers the weight of a mean, the formula and the decimals', () => {
    const waiting = revisionOf('care-places/waitDays', people, care);
    const { places } = care.measures;
    if (places === undefined) throw new Error('care-places has no measure places');
    const recounted = { ...care, measures: { ...care.measures, places: { ...places, revision: 2 } } };
    expect(revisionOf('care-places/waitDays', people, recounted)).not.toBe(waiting);
    const { part } = people.indicators;
    if (part === undefined) throw new Error('people has no indicator part');
    const finer = { ...people, indicators: { part: { ...part, decimals: 2 } } };
    expect(revisionOf('people/part', finer)).not.toBe(revisionOf('people/part', people));
  });
});

describe('registerPlugins with an earlier catalogue', () => {
  const previous: Catalogue = registerPlugins([people, care]).catalogue;
  const registered = (...plugins: IndicatorPlugin[]) =>
    registerPlugins(plugins, { previous }).problems.map(formatPluginProblem);

  it('finds nothing when nothing changed', () => {
    expect(registered(people, care)).toEqual([]);
  });

  it('holds plug-ins to their promises', () => {
    const { all, some } = people.measures;
    if (all === undefined || some === undefined) throw new Error('people lacks a measure');
    const broken: IndicatorPlugin = {
      ...people,
      measures: { all: { ...all, overTime: 'mean' }, some: { ...some, unit: 'count' } },
      indicators: {},
    };
    expect(registerPlugins([broken], { previous }).leftOut).toEqual(['people']);
    expect(registered(broken)).toMatchInlineSnapshot(`
      [
        "people measures.all.revision: must rise to 2, since overTime changed",
        "people measures.some.unit: changed from person to count: what has another unit needs another name",
        "people measures.area: has disappeared: others may use it; bring it back, with published: false if need be",
        "people indicators.part: has disappeared: others may use it; bring it back",
        "care-places: was in the catalogue before and is not registered any more",
      ]
    `);
  });

  it('accepts a change of method with a new revision', () => {
    const { all } = people.measures;
    if (all === undefined) throw new Error('people has no measure all');
    const revised = {
      ...people,
      measures: { ...people.measures, all: { ...all, overTime: 'mean', revision: 2 } as const },
    };
    expect(registered(revised, care)).toEqual([]);
  });

  it('holds formulas to their revision, which can only rise', () => {
    const { part } = people.indicators;
    if (part === undefined) throw new Error('people has no indicator part');
    const changed = (change: object): IndicatorPlugin => ({
      ...people,
      indicators: { ...people.indicators, part: { ...part, ...change } },
    });
    const formula = share({ op: 'measure', key: 'people/all' }, { op: 'measure', key: 'people/all' });
    expect(registered(changed({ formula, decimals: 2 }), care)).toContain(
      'people indicators.part.revision: must rise to 2, since formula and decimals changed',
    );
    expect(registered(changed({ formula, revision: 2 }), care)).toEqual([]);
    const before = registerPlugins([changed({ revision: 3 }), care]).catalogue;
    expect(registerPlugins([people, care], { previous: before }).problems.map(formatPluginProblem)).toContain(
      'people indicators.part.revision: fell from 3 to 1; it can only rise',
    );
  });

  it('takes a catalogue from before indicators had a revision of their own', () => {
    const older = {
      ...previous,
      indicators: previous.indicators.map(({ methodRevision: _, ...rest }) => rest),
    } as unknown as Catalogue;
    expect(registerPlugins([people, care], { previous: older }).problems).toEqual([]);
  });

  it('names what to use instead of something deprecated', () => {
    const { part } = people.indicators;
    if (part === undefined) throw new Error('people has no indicator part');
    const replaced = (by: string): IndicatorPlugin => ({
      ...people,
      indicators: {
        ...people.indicators,
        part: { ...part, deprecated: { reason: title, replacedBy: by } },
        older: { ...part, deprecated: { reason: title } },
      },
    });
    expect(problemsOf(replaced('people/al'))).toEqual([
      "people indicators.part.deprecated.replacedBy: people/al is not known; did you mean 'people/all'?",
    ]);
    expect(problemsOf(replaced('people/older'))).toEqual([
      'people indicators.part.deprecated.replacedBy: people/older is deprecated itself: name what people should use now',
    ]);
    const { catalogue } = registerPlugins([replaced('people/all')]);
    expect(catalogue.indicators.find(({ key }) => key === 'people/part')?.deprecated).toEqual({
      reason: title,
      replacedBy: 'people/all',
    });
  });
});

describe('own counts of persons are protected by what may be declared', () => {
  const own = { ...stock, disclosure: { minimum: 3 } } as const;
  const wage = { ...stock, unit: 'euro', disclosure: 'none', overTime: 'mean' } as const;
  const plugin = (id: string, measures: object, formulas: object = {}): IndicatorPlugin =>
    defineIndicatorPlugin({
      id,
      apiVersion: 1,
      title,
      statistics: { counts: statistic },
      measures: { asked: own, helped: own, ...measures },
      indicators: formulas,
    } as never);

  it('they are no weights: a mean of few tells about them', () => {
    expect(problemsOf(plugin('own', { wage: { ...wage, rollup: { weightedMeanBy: 'helped' } } }))).toEqual([
      'own measures.wage.rollup.weightedMeanBy: own/helped cannot be a weight: the mean of few would tell about them, and from several means an own count can be worked out',
    ]);
  });

  it('they have no least and no most: that is the count of one municipality', () => {
    expect(problemsOf(plugin('own', { most: { ...own, rollup: 'max' } }))).toEqual([
      "own measures.most.rollup: 'max' is refused for own counts: it would publish the count of one member; use 'sum'",
    ]);
  });

  it('their rates are not subtracted from each other, whatever mixedBase says', () => {
    const formula = (m: Record<string, never>) =>
      add(share(m.asked as never, constant(7)), per(1000, m.asked as never, m.helped as never));
    expect(problemsOf(plugin('own', {}, { sum: { ...rate, formula, mixedBase: title } }))).toEqual([
      'own indicators.sum.formula: a sum or difference of two rates of own counts: take it of the counts, below one ratio',
    ]);
  });

  it('households are counted like persons', () => {
    expect(problemsOf(plugin('own', { homes: { ...stock, unit: 'household', disclosure: 'none' } }))).toEqual(
      [
        "own measures.homes.disclosure: 'none' is refused for household: write 'atSource' (an official table) or { minimum: 3 } (own counts)",
      ],
    );
  });
});

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : 1;
}
