import { breakdownKey } from '@kreisweit/domain';
import { isPlainObject } from '../definition/frozen-copy.ts';
import type { ColumnMapping } from '../definition/input-definition.ts';
import {
  categoriesOf,
  checkDimension,
  deliveredMeasure,
  type InputFrame,
  type InputSurroundings,
  oneStatistic,
} from './input-measures.ts';
import { all, at, type Check, isSound, listOf, object, optional, pattern, recordOf, text } from './shape.ts';

const rows = optional(listOf(text('the label of a row'), { notEmpty: true }));
const header = listOf(text('a label of the header'), { notEmpty: true });
const columnFrame = {
  header,
  rows,
  breakdown: optional(recordOf(text('a dimension'), text('a category'))),
};
const ignored = optional(
  listOf(object({ header: optional(header), rows, reason: text('why it is left out') }), { notEmpty: true }),
);

const mistakes = optional(
  listOf(
    object({
      territory: text('the key of the territory, as it stands in the table'),
      date: optional(text('the date of the row or column, as it stands in the table')),
      header,
      found: text('what the table says'),
      reason: text('why it is wrong'),
    }),
    { notEmpty: true },
  ),
);

/** An input that reads a classic GENESIS table. */
export function genesisInputShape(frame: InputFrame, surroundings: InputSurroundings): Check {
  return all(
    object({
      ...frame,
      table: pattern(/^\d{5}-\S+$/, "the code of the table, such as '12411-01-01-5'"),
      rows,
      rowDimensions: optional(listOf(text('the key of a dimension'), { notEmpty: true })),
      columns: columnsOrLoad(surroundings),
      ignored,
      mistakes,
    }),
    levelOfTable,
    oneStatistic(surroundings, 'columns'),
    rowsAreNamedOnce,
    rowDimensionsOf(surroundings),
    distinctColumns,
  );
}

function columnsOrLoad(surroundings: InputSurroundings): Check {
  const column = all(
    object({ ...columnFrame, measure: deliveredMeasure(surroundings) }),
    categoriesOf(surroundings),
  );
  const columns = listOf(column, { notEmpty: true });
  return (given, path, report) => {
    if (given !== undefined) columns(given, path, report);
    else if (!surroundings.hasLoad) {
      report(path, 'is missing: map the columns of the table, or give the plug-in a load function');
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

const rowsAreNamedOnce: Check = (given, path, report) => {
  if (!isPlainObject(given) || given.rows === undefined || given.rowDimensions === undefined) return;
  report(at(path, 'rows'), 'stands beside rowDimensions, which read all rows: leave one of them out');
};

/** Every column is broken down by the rows, unless it names its own. */
function rowDimensionsOf(surroundings: InputSurroundings): Check {
  return (given, path, report) => {
    if (!isPlainObject(given) || !Array.isArray(given.rowDimensions) || !Array.isArray(given.columns)) return;
    const reported = new Set<string>();
    const once = (place: string, message: string): void => {
      if (!reported.has(message)) report(place, message);
      reported.add(message);
    };
    for (const [index, name] of given.rowDimensions.entries()) {
      if (typeof name !== 'string') continue;
      const place = `${at(path, 'rowDimensions')}[${index}]`;
      for (const column of given.columns) {
        if (!isPlainObject(column) || column.rows !== undefined) continue;
        checkDimension(surroundings, { name, measure: column.measure }, place, once);
        if (isPlainObject(column.breakdown) && Object.hasOwn(column.breakdown, name)) {
          once(place, `'${name}' is the breakdown of a column too: the rows would contradict it`);
        }
      }
    }
  };
}

/**
 * Two columns must not mean the same place of the file for one measure, nor deliver the same value twice. A column may be two
 * measures: one by category, and one that is just this category.
 */
const distinctColumns: Check = (given, path, report) => {
  if (!isPlainObject(given) || !Array.isArray(given.columns)) return;
  const places = new Map<string, number>();
  const values = new Map<string, number>();
  const wellFormed = object({ ...columnFrame, measure: text('a name') });
  for (const [index, item] of given.columns.entries()) {
    if (!isSound(wellFormed, item, '', () => undefined)) continue;
    const column = item as ColumnMapping;
    const place = JSON.stringify([column.measure, column.header, column.rows ?? given.rows ?? []]);
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
