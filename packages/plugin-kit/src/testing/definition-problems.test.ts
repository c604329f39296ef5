import { describe, expect, it } from 'vitest';
import { soundPlugin } from '../../tests/sound-plugin.ts';
import { defineIndicatorPlugin } from '../definition/define-indicator-plugin.ts';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { constant, multiply, ref, share, subtract } from '../formula/formula-nodes.ts';
import { formatPluginProblem } from '../registration/plugin-problem.ts';
import { definitionProblems } from './definition-problems.ts';
import { formulaProblems } from './formula-problems.ts';
import { plainDataProblems } from './plain-data-problems.ts';

const title = { de: 'Plätze', en: 'Places' };
const count = {
  title,
  unit: 'count',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  disclosure: 'none',
} as const;
const statistic = { title, institute: 'Kreis', licence: 'dl-de/by-2-0', populationBase: 'places' };

function told(problems: ReturnType<typeof definitionProblems>): readonly string[] {
  return problems.map(formatPluginProblem);
}

/** The sound plug-in with another formula. */
function withFormula(formula: IndicatorPlugin['indicators'][string]['formula']): IndicatorPlugin {
  const indicators = Object.entries(soundPlugin.indicators).map(([name, one]) => [name, { ...one, formula }]);
  return { ...soundPlugin, indicators: Object.fromEntries(indicators) };
}

const m = {
  taken: { op: 'measure', key: 'care/taken' },
  places: { op: 'measure', key: 'care/places' },
} as const;

describe('definitionProblems', () => {
  it('finds nothing in a sound plug-in', () => {
    expect(definitionProblems(soundPlugin)).toEqual([]);
  });

  it('tells everything that is lacking at once', () => {
    const plugin = defineIndicatorPlugin({
      id: 'lacking',
      apiVersion: 1,
      title,
      statistics: { own: statistic },
      inputs: { figures: { level: 'district', reader: 'own-figures', measures: ['children', 'places'] } },
      measures: {
        places: { ...count, description: { de: 'Plätze', en: 'places ' } },
        children: { ...count, title: { de: 'Kinder', en: 'Kinder' }, unit: 'person', disclosure: 'atSource' },
        forgotten: { ...count, published: false },
        counted: {
          ...count,
          title: { de: 'Plätze', en: 'Municipalities with places' },
          description: { de: 'Gemeinden mit Plätzen.', en: 'Municipalities with places for children.' },
          countOf: { measure: 'places', above: 0 },
        },
      },
      indicators: {
        childShare: {
          title: { de: 'Anteil', en: 'Share' },
          description: { de: 'Gemeinden mit Plätzen.', en: 'Children of all.' },
          unit: 'percent',
          decimals: 1,
          informs: [],
          formula: (measures) => share(measures.children, measures.places),
        },
      },
    });
    expect(told(definitionProblems(plugin))).toMatchInlineSnapshot(`
      [
        "lacking measures.children.disclosure: 'atSource' is refused for own figures, of which nobody has hidden the small numbers: write { minimum: 3 }, or the code of the statistic",
        "lacking statistics.own: has neither code nor url: write its EVAS code, or the address at which it is described",
        "lacking measures.places.description.de: only repeats the title: say what is counted, who and when",
        "lacking measures.places.description.en: only repeats the title: say what is counted, who and when",
        "lacking measures.children.title: is 'Kinder' in both languages: translate it",
        "lacking measures.children.description: is missing: say in German and English what is counted, who and when, so that everybody understands it",
        "lacking measures.counted.title.de: is a copy of that of measures.places: say what is different here",
        "lacking indicators.childShare.description.de: is a copy of that of measures.counted: say what is different here",
        "lacking indicators.childShare.informs: is missing: name at least one field that it speaks to, of cooperation, strategy, networking, public-relations, competence, data",
        "lacking measures.children.disclosure: 'atSource' is for official tables, but inputs.figures takes in own counts: write { minimum: 3 }",
        "lacking measures.forgotten: is delivered by no input: map a table to it, or add an input for own figures",
      ]
    `);
  });

  it('says what to do about a plug-in that was not given', () => {
    const plugin = withFormula(share(m.taken, ref('child-care/children')));
    expect(told(definitionProblems(plugin))).toMatchInlineSnapshot(`
      [
        "care indicators.takenShare.formula: child-care/children is not known; if it is defined by the plug-in child-care, give that too: describePlugin(plugin, { others: [childCarePlugin] })",
      ]
    `);
    expect(told(definitionProblems(withFormula(share(m.taken, ref('care/place')))))).toMatchInlineSnapshot(`
      [
        "care indicators.takenShare.formula: care/place is not known; did you mean 'care/places'?",
      ]
    `);
  });

  it('checks a plug-in against those that it refers to', () => {
    const other = defineIndicatorPlugin({
      id: 'child-care',
      apiVersion: 1,
      title,
      statistics: { own: { ...statistic, populationBase: 'places' } },
      measures: { children: count },
    });
    const plugin = withFormula(share(m.taken, ref('child-care/children')));
    expect(told(definitionProblems(plugin, [other]))).toEqual([]);
  });

  it('tells what registration refuses, however broken the definition is', () => {
    const broken = { ...soundPlugin, measures: { Places: null, places: { unit: 'place' } } };
    const paths = definitionProblems(broken as unknown as IndicatorPlugin).map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['measures.Places', 'measures.places.unit', 'measures.places.description']),
    );
  });
});

describe('plainDataProblems', () => {
  it('finds nothing in what defineIndicatorPlugin makes', () => {
    expect(plainDataProblems(soundPlugin)).toEqual([]);
  });

  it('names every part that is no JSON or can be changed', () => {
    const plugin = Object.freeze({
      ...soundPlugin,
      title: { de: 'Betreuung', en: 'Care' },
      statistics: Object.freeze({ places: Object.freeze({ since: new Date(0), url: undefined }) }),
      measures: Object.freeze({ places: Object.freeze({ decimals: Number.NaN, title: () => 'Places' }) }),
    });
    expect(told(plainDataProblems(plugin as unknown as IndicatorPlugin))).toMatchInlineSnapshot(`
      [
        "care title: is not frozen: make the plug-in with defineIndicatorPlugin",
        "care statistics.places.since: is an instance of Date: only JSON can be stored",
        "care statistics.places.url: is undefined: only JSON can be stored",
        "care measures.places.decimals: is NaN, which JSON does not know",
        "care measures.places.title: is a function: only JSON can be stored",
      ]
    `);
    expect(told(plainDataProblems({ ...soundPlugin }))).toEqual([
      'care: is not frozen: make the plug-in with defineIndicatorPlugin',
    ]);
  });
});

describe('formulaProblems', () => {
  it('finds nothing in a sound plug-in', () => {
    expect(formulaProblems(soundPlugin)).toEqual([]);
  });

  it.each([
    [
      'a denominator that is always zero',
      share(m.taken, subtract(m.places, m.places)),
      /has no value for any figures/,
    ],
    ['part and whole that changed places', share(m.places, m.taken), /have part and whole changed places\?/],
  ])('finds %s', (_, formula, message) => {
    expect(told(formulaProblems(withFormula(formula)))).toEqual([expect.stringMatching(message)]);
  });

  it('lets a formula be without a value where what it divides by is a difference', () => {
    expect(formulaProblems(withFormula(share(m.taken, subtract(m.places, m.taken))))).toEqual([]);
    expect(formulaProblems(withFormula(multiply(constant(2), share(m.taken, m.places))))).toEqual([]);
  });
});
