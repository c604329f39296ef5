import { isPlainObject } from '../definition/frozen-copy.ts';
import { localised } from './definition-shape.ts';
import { all, type Check, listOf, object, oneOf, optional, shown, text, value } from './shape.ts';

const measure = text(
  "the name of a measure, or the key of one of another plug-in, such as 'population/residents'",
);

const number = value('a number', (given) =>
  typeof given === 'number' && Number.isFinite(given) ? null : `${shown(given)} is no number`,
);

function above(bound: number): Check {
  return value(`a number above ${bound}`, (given) =>
    typeof given === 'number' && Number.isFinite(given) && given > bound
      ? null
      : `${shown(given)} does not fit: write a number above ${bound}`,
  );
}

const said = { title: localised, severity: oneOf(['error', 'warning']), note: optional(localised) };

const severalMeasures: Check = (given, path, report) => {
  if (Array.isArray(given) && given.length !== 2) report(path, 'must name two measures: [part, whole]');
};

const twoBounds: Check = (given, path, report) => {
  if (!isPlainObject(given)) return;
  const { from, to } = given;
  if (from === undefined && to === undefined) report(path, 'names no bound: write from, to or both');
  if (typeof from === 'number' && typeof to === 'number' && from > to) {
    report(path, `allows nothing: no value lies between ${from} and ${to}`);
  }
};

/** The kinds of rules, each known by the field that only it has. */
const KINDS: Readonly<Record<string, Check>> = {
  sum: object({
    ...said,
    sum: listOf(measure, { notEmpty: true }),
    equals: measure,
    tolerance: optional(above(0)),
  }),
  atMost: object({ ...said, atMost: all(listOf(measure), severalMeasures) }),
  range: all(object({ ...said, range: measure, from: optional(number), to: optional(number) }), twoBounds),
  change: object({ ...said, change: measure, upTo: above(1), above: optional(number) }),
};

/** A plausibility rule of a definition. Whether its measures exist is asked when all plug-ins are known. */
export const plausibilityShape: Check = (given, path, report) => {
  if (!isPlainObject(given)) return report(path, `${shown(given)} is no plain object`);
  const named = Object.keys(KINDS).filter((kind) => Object.hasOwn(given, kind));
  const [kind] = named;
  const check = kind === undefined ? undefined : KINDS[kind];
  if (check === undefined)
    return report(path, `checks nothing: write one of ${Object.keys(KINDS).join(', ')}`);
  if (named.length > 1)
    return report(path, `is several rules at once (${named.join(', ')}): write one rule each`);
  check(given, path, report);
};
