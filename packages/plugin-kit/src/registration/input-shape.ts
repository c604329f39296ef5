import { breakdownKey, dimensions } from '@kreisweit/domain';
import { isPlainObject } from '../definition/frozen-copy.ts';
import type { ColumnMapping } from '../definition/plugin-definition.ts';
import { statisticName, statisticOf } from './definition-shape.ts';
import { didYouMean } from './did-you-mean.ts';
import {
  all,
  asName,
  at,
  type Check,
  isSound,
  listOf,
  object,
  oneOf,
  optional,
  own,
  pattern,
  recordOf,
  shown,
  text,
  value,
} from './shape.ts';

/** What an input is checked against: the definitions of its plug-in as they stand, sound or not. */
export type InputSurroundings = {
  readonly statistics: readonly string[];
  readonly measures: Readonly<Record<string, unknown>>;
  readonly hasLoad: boolean;
};

/** An input of a plug-in. */
export function inputShape(surroundings: InputSurroundings): Check {
  return all(
    object({
      statistic: statisticName(surroundings.statistics),
      level: oneOf(['municipality', 'district']),
      reader: oneOf(['genesis']),
      table: pattern(/^\d{5}-\S+$/, "the code of the table, such as '12411-01-01-5'"),
      rows,
      columns: columnsOrLoad(surroundings),
      accuracy: optional(accuracy),
    }),
    levelOfTable,
    statisticOfColumns(surroundings),
    distinctColumns,
  );
}

const rows = optional(listOf(text('the label of a row'), { notEmpty: true }));

const columnFrame = {
  header: listOf(text('a label of the header'), { notEmpty: true }),
  rows,
  breakdown: optional(recordOf(text('a dimension'), text('a category'))),
};

const accuracy = value('{ roundedTo: 5 } or { perturbed: true }', (given) => {
  const isOne = isPlainObject(given) && Object.keys(given).length === 1;
  if (isOne && given.perturbed === true) return null;
  if (!isOne || !('roundedTo' in given)) return 'must be { roundedTo: 5 } or { perturbed: true }';
  const { roundedTo } = given;
  if (typeof roundedTo === 'number' && roundedTo > 0 && Number.isFinite(roundedTo)) return null;
  return `${shown(roundedTo)}: figures are rounded to multiples of a number above 0`;
});

function columnsOrLoad(surroundings: InputSurroundings): Check {
  const names = Object.keys(surroundings.measures);
  const measure = value('the name of a measure', (given) =>
    typeof given === 'string' && names.includes(given)
      ? null
      : `${shown(given)} is no measure of the plug-in${didYouMean(asName(given), names)}`,
  );
  const delivered: Check = (given, path, report) => {
    const named = isPlainObject(given) ? own(surroundings.measures, asName(given.measure)) : undefined;
    if (!isPlainObject(named) || named.countOf === undefined) return;
    report(at(path, 'measure'), 'is a count of municipalities, which nobody delivers');
  };
  const column = all(object({ ...columnFrame, measure }), categoriesOf(surroundings), delivered);
  const columns = listOf(column, { notEmpty: true });
  return (given, path, report) => {
    if (given !== undefined) columns(given, path, report);
    else if (!surroundings.hasLoad) {
      report(path, 'is missing: map the columns of the table, or give the plug-in a load function');
    }
  };
}

function categoriesOf({ measures }: InputSurroundings): Check {
  return (given, path, report) => {
    if (!isPlainObject(given) || !isPlainObject(given.breakdown)) return;
    const measure = own(measures, asName(given.measure));
    const declared = isPlainObject(measure) && Array.isArray(measure.dimensions) ? measure.dimensions : [];
    for (const [name, category] of Object.entries(given.breakdown)) {
      const place = at(at(path, 'breakdown'), name);
      const dimension = dimensions.find(({ key }) => key === name);
      if (dimension === undefined) {
        report(
          place,
          `'${name}' is no dimension${didYouMean(
            name,
            dimensions.map(({ key }) => key),
          )}`,
        );
        continue;
      }
      if (isPlainObject(measure) && !declared.includes(name)) {
        report(place, `'${name}' is not among the dimensions of the measure: add it there`);
      }
      oneOf(dimension.categories.map(({ key }) => key))(category, place, report);
    }
  };
}

const LEVEL_OF_SUFFIX: Readonly<Record<string, string>> = { 4: 'district', 5: 'municipality' };

const levelOfTable: Check = (given, path, report) => {
  if (!isPlainObject(given) || typeof given.table !== 'string' || typeof given.level !== 'string') return;
  const level = LEVEL_OF_SUFFIX[/-([45])$/.exec(given.table)?.[1] ?? ''];
  if (level === undefined || level === given.level) return;
  const message = `'${given.level}' contradicts the code of the table: ${given.table} goes down to the ${level}`;
  report(at(path, 'level'), message);
};

/** A file is of one statistic, and so are the measures it delivers. */
function statisticOfColumns({ statistics, measures }: InputSurroundings): Check {
  return (given, path, report) => {
    if (!isPlainObject(given) || !Array.isArray(given.columns)) return;
    const statistic = statisticOf(given.statistic, statistics);
    for (const [index, column] of given.columns.entries()) {
      const name = isPlainObject(column) ? asName(column.measure) : '';
      const measure = own(measures, name);
      const other = isPlainObject(measure) ? statisticOf(measure.statistic, statistics) : null;
      if (other === null || statistic === null || other === statistic) continue;
      const message = `'${name}' belongs to the statistic ${other}, the input to ${statistic}`;
      report(`${at(path, 'columns')}[${index}].measure`, message);
    }
  };
}

/** Two columns must not mean the same place of the file, nor deliver the same value twice. */
const distinctColumns: Check = (given, path, report) => {
  if (!isPlainObject(given) || !Array.isArray(given.columns)) return;
  const places = new Map<string, number>();
  const values = new Map<string, number>();
  const wellFormed = object({ ...columnFrame, measure: text('a name') });
  for (const [index, item] of given.columns.entries()) {
    if (!isSound(wellFormed, item, '', () => undefined)) continue;
    const column = item as ColumnMapping;
    const place = JSON.stringify([column.header, column.rows ?? given.rows ?? []]);
    const delivered = `${column.measure} ${breakdownKey(column.breakdown ?? {})}`;
    const samePlace = places.get(place);
    const sameValue = values.get(delivered);
    const here = `${at(path, 'columns')}[${index}]`;
    if (samePlace !== undefined) report(`${here}.header`, `is the same as that of columns[${samePlace}]`);
    if (sameValue !== undefined)
      report(`${here}.measure`, `delivers the same value as columns[${sameValue}]`);
    places.set(place, index);
    values.set(delivered, index);
  }
};
