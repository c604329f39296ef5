import { dimensionOf, dimensions } from '@kreisweit/domain';
import { isPlainObject } from '../definition/frozen-copy.ts';
import { statisticOf } from './definition-shape.ts';
import { didYouMean } from './did-you-mean.ts';
import { asName, at, type Check, oneOf, own, shown, value } from './shape.ts';

/** What an input is checked against: the definitions of its plug-in as they stand, sound or not. */
export type InputSurroundings = {
  readonly statistics: readonly string[];
  readonly measures: Readonly<Record<string, unknown>>;
  readonly hasLoad: boolean;
};

/** The fields that all inputs have. */
export type InputFrame = Readonly<Record<'statistic' | 'level' | 'reader' | 'accuracy' | 'dash', Check>>;

/** The name of a measure of the plug-in that somebody can deliver. */
export function deliveredMeasure({ measures }: InputSurroundings): Check {
  const names = Object.keys(measures);
  const known = value('the name of a measure', (given) =>
    typeof given === 'string' && names.includes(given)
      ? null
      : `${shown(given)} is no measure of the plug-in${didYouMean(asName(given), names)}`,
  );
  return (given, path, report) => {
    known(given, path, report);
    const named = own(measures, asName(given));
    if (isPlainObject(named) && named.countOf !== undefined) {
      report(path, 'is a count of municipalities, which nobody delivers');
    }
  };
}

/** Reports a name that is no dimension, or none of the measure. Answers whether there is such a dimension. */
export function checkDimension(
  { measures }: InputSurroundings,
  { name, measure }: { readonly name: string; readonly measure: unknown },
  path: string,
  report: Parameters<Check>[2],
): boolean {
  if (dimensionOf(name) === undefined) {
    const guess = didYouMean(
      name,
      dimensions.map(({ key }) => key),
    );
    report(path, `'${name}' is no dimension${guess}`);
    return false;
  }
  const definition = own(measures, asName(measure));
  if (!isPlainObject(definition)) return true;
  const declared = Array.isArray(definition.dimensions) ? definition.dimensions : [];
  if (!declared.includes(name))
    report(path, `'${name}' is not among the dimensions of the measure: add it there`);
  return true;
}

/** Reports categories that the shared code lists do not have. */
export function categoriesOf(surroundings: InputSurroundings): Check {
  return (given, path, report) => {
    if (!isPlainObject(given) || !isPlainObject(given.breakdown)) return;
    for (const [name, category] of Object.entries(given.breakdown)) {
      const place = at(at(path, 'breakdown'), name);
      if (!checkDimension(surroundings, { name, measure: given.measure }, place, report)) continue;
      oneOf((dimensionOf(name)?.categories ?? []).map(({ key }) => key))(category, place, report);
    }
  };
}

/** A file is of one statistic, and so are the measures it delivers; `list` is the field that names them. */
export function oneStatistic({ statistics, measures }: InputSurroundings, list: string): Check {
  return (given, path, report) => {
    const mappings = isPlainObject(given) ? given[list] : undefined;
    if (!isPlainObject(given) || !Array.isArray(mappings)) return;
    const statistic = statisticOf(given.statistic, statistics);
    for (const [index, mapping] of mappings.entries()) {
      const name = isPlainObject(mapping) ? asName(mapping.measure) : asName(mapping);
      const measure = own(measures, name);
      const other = isPlainObject(measure) ? statisticOf(measure.statistic, statistics) : null;
      if (other === null || statistic === null || other === statistic) continue;
      const place = `${at(path, list)}[${index}]${isPlainObject(mapping) ? '.measure' : ''}`;
      report(place, `'${name}' belongs to the statistic ${other}, the input to ${statistic}`);
    }
  };
}
