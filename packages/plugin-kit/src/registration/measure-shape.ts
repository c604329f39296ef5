import { dimensions, isPeriod, isUnit, type Reference, referenceProblem, units } from '@kreisweit/domain';
import { isPlainObject } from '../definition/frozen-copy.ts';
import { forPeople, localised, revision, statisticName, unit } from './definition-shape.ts';
import {
  all,
  at,
  boolean,
  type Check,
  integer,
  listOf,
  object,
  oneOf,
  optional,
  shown,
  text,
  value,
} from './shape.ts';

const rollup: Check = (given, path, report) =>
  isPlainObject(given)
    ? object({ weightedMeanBy: text('the name of the measure that holds the weights') })(given, path, report)
    : value(
        "how members add up: 'sum', { weightedMeanBy: '...' }, 'min', 'max', 'count' or 'none'",
        (word) =>
          typeof word === 'string' && ['sum', 'min', 'max', 'count', 'none'].includes(word)
            ? null
            : `${shown(word)} is no rollup: write 'sum', { weightedMeanBy: '...' }, 'min', 'max', 'count' or 'none'`,
      )(given, path, report);

const bound = value('a number', (given) =>
  typeof given === 'number' && Number.isFinite(given) ? null : `${shown(given)} is no number`,
);

/** Which municipalities are counted: one bound on either side at most, with something between them. */
const countOf: Check = all(
  object({
    measure: text('the name of the measure whose values are counted'),
    above: optional(bound),
    atLeast: optional(bound),
    below: optional(bound),
    atMost: optional(bound),
  }),
  (given, path, report) => {
    if (!isPlainObject(given)) return;
    const { above, atLeast, below, atMost } = given;
    if (above !== undefined && atLeast !== undefined) report(at(path, 'atLeast'), 'is a second lower bound');
    if (below !== undefined && atMost !== undefined) report(at(path, 'atMost'), 'is a second upper bound');
    const [from, until] = [above ?? atLeast, below ?? atMost];
    if (typeof from !== 'number' || typeof until !== 'number') return;
    const isPoint = from === until && atLeast !== undefined && atMost !== undefined;
    if (from >= until && !isPoint) report(path, `counts nothing: no value lies between ${from} and ${until}`);
  },
);

const REFERENCES = "{ at: '12-31' }, { during: 'period' }, { mean: 'year' } or { schoolYear: 'end' }";

const reference = value(`to what a value refers: ${REFERENCES}`, (given) => {
  const [field, ...others] = isPlainObject(given) ? Object.entries(given) : [];
  const wellFormed =
    field !== undefined &&
    others.length === 0 &&
    ((field[0] === 'at' && typeof field[1] === 'string') ||
      (field[0] === 'during' && field[1] === 'period') ||
      (field[0] === 'mean' && field[1] === 'year') ||
      (field[0] === 'schoolYear' && field[1] === 'end'));
  return wellFormed ? referenceProblem(given as Reference) : `is no reference: write ${REFERENCES}`;
});

const DISCLOSURES =
  "'none' (not about persons), 'atSource' (an official table) or { minimum: 3 } (own counts)";

const disclosure: Check = (given, path, report) =>
  isPlainObject(given)
    ? object({ minimum: integer(2, Number.MAX_SAFE_INTEGER) })(given, path, report)
    : value(`what may become known: ${DISCLOSURES}`, (word) =>
        word === 'none' || word === 'atSource'
          ? null
          : `${shown(word)} is no disclosure rule: write ${DISCLOSURES}`,
      )(given, path, report);

const period = value('a period, such as 2015', (given) =>
  typeof given === 'string' && isPeriod(given)
    ? null
    : `${shown(given)} is no period: write 2015, 2015-Q1 or 2015-06`,
);

const DIMENSIONS = dimensions.map((dimension) => dimension.key);

/** A measure of a plug-in with these statistics. */
export function measureShape(statistics: readonly string[]): Check {
  return all(
    object({
      ...forPeople,
      unit,
      decimals: optional(integer(0, 6)),
      rollup,
      countOf: optional(countOf),
      overTime: oneOf(['sum', 'last', 'mean', 'none']),
      reference,
      disclosure,
      statistic: statisticName(statistics),
      additivity: optional(oneOf(['exact', 'rounded', 'perturbed', 'crossBorder'])),
      apportionBy: optional(oneOf(['population', 'area', 'employment', 'none'])),
      reportedAt: optional(oneOf(['municipality', 'association', 'district'])),
      dimensions: optional(listOf(oneOf(DIMENSIONS))),
      breaks: optional(listOf(object({ from: period, reason: localised }))),
      revision,
      published: optional(boolean),
    }),
    addsUp,
    addsUpOverTime,
    protectsPersons,
    protectsOwnCounts,
    countsMunicipalities,
  );
}

const addsUp: Check = (given, path, report) => {
  if (!isPlainObject(given) || given.rollup !== 'sum') return;
  if (typeof given.unit !== 'string' || !isUnit(given.unit) || units[given.unit].additive) return;
  const message = `'sum' is refused for ${given.unit}: rates, means and indices do not add up; use { weightedMeanBy }`;
  report(at(path, 'rollup'), message);
};

const addsUpOverTime: Check = (given, path, report) => {
  if (!isPlainObject(given) || given.overTime !== 'sum') return;
  if (!isPlainObject(given.reference) || !Object.hasOwn(given.reference, 'at')) return;
  report(at(path, 'overTime'), "'sum' is refused for a stock on a day: use 'last' or 'mean'");
};

/** A count of persons, or of those who live together, can always be small somewhere (rule 13). */
const protectsPersons: Check = (given, path, report) => {
  if (!isPlainObject(given) || given.disclosure !== 'none') return;
  if (given.unit !== 'person' && given.unit !== 'household') return;
  const message = `'none' is refused for ${given.unit}: write 'atSource' (an official table) or { minimum: 3 } (own counts)`;
  report(at(path, 'disclosure'), message);
};

/** The least or the most of own counts is the count of a single municipality, which is never published. */
const protectsOwnCounts: Check = (given, path, report) => {
  if (!isPlainObject(given) || !isPlainObject(given.disclosure)) return;
  if (given.rollup !== 'min' && given.rollup !== 'max') return;
  const message = `'${given.rollup}' is refused for own counts: it would publish the count of one member; use 'sum'`;
  report(at(path, 'rollup'), message);
};

/** What a number of municipalities is, and is not. */
const COUNT_FIELDS: Readonly<Record<string, readonly unknown[]>> = {
  unit: ['count'],
  rollup: ['sum'],
  overTime: ['none', 'last'],
  disclosure: ['none', 'atSource'],
  apportionBy: ['none', undefined],
  reportedAt: ['municipality', undefined],
};

const countsMunicipalities: Check = (given, path, report) => {
  if (!isPlainObject(given) || given.countOf === undefined) return;
  for (const [field, allowed] of Object.entries(COUNT_FIELDS)) {
    if (allowed.includes(given[field])) continue;
    const words = allowed.filter((word) => word !== undefined).map((word) => `'${word}'`);
    report(at(path, field), `must be ${words.join(' or ')} with countOf: municipalities are counted`);
  }
};
