import { isPlainObject } from '../definition/frozen-copy.ts';
import {
  checkDimension,
  deliveredMeasure,
  type InputFrame,
  type InputSurroundings,
  oneStatistic,
} from './input-measures.ts';
import {
  all,
  at,
  type Check,
  listOf,
  object,
  optional,
  pattern,
  recordOf,
  shown,
  text,
  value,
} from './shape.ts';

const variable = text('the code of a variable');
const code = value('the code of a category', (given) =>
  typeof given === 'string' ? null : `${shown(given)} is no code: write a text ('' is the total)`,
);
const codes: Check = (given, path, report) =>
  Array.isArray(given) ? listOf(code, { notEmpty: true })(given, path, report) : code(given, path, report);
const where = optional(recordOf(variable, codes));
const content = optional(text("the code of the values, such as 'BEVSTD'"));
const factor = value('a number above 0, such as 1000', (given) =>
  typeof given === 'number' && Number.isFinite(given) && given > 0
    ? null
    : `${shown(given)} does not fit: write a number above 0, such as 1000`,
);
const flatTable = pattern(/^[0-9A-Z]{5}(?:-\S+)?$/, "the code of the table, such as '12411-01-01-4'");

/** An input that reads a file with one value a row and its variables as codes. */
export function codedInputShape(frame: InputFrame, surroundings: InputSurroundings): Check {
  const mapping = all(
    object({
      content,
      where,
      dimensions: optional(recordOf(variable, text('the key of a dimension'))),
      measure: deliveredMeasure(surroundings),
      factor: optional(factor),
    }),
    dimensionsOf(surroundings),
  );
  const values = listOf(mapping, { notEmpty: true });
  return all(
    object({
      ...frame,
      table: text('how the file names itself'),
      territory: optional(listOf(variable, { notEmpty: true })),
      time: optional(variable),
      values: (given, path, report) => {
        if (given !== undefined) values(given, path, report);
        else if (!surroundings.hasLoad) {
          report(path, 'is missing: say which values are which measure, or give the plug-in a load function');
        }
      },
      ignored: optional(
        listOf(object({ content, where, reason: text('why it is left out') }), { notEmpty: true }),
      ),
    }),
    flatTables,
    oneStatistic(surroundings, 'values'),
    distinctValues,
  );
}

const flatTables: Check = (given, path, report) => {
  if (!isPlainObject(given) || given.reader !== 'genesis-flat') return;
  flatTable(given.table, at(path, 'table'), report);
};

function dimensionsOf(surroundings: InputSurroundings): Check {
  return (given, path, report) => {
    if (!isPlainObject(given) || !isPlainObject(given.dimensions)) return;
    for (const [name, dimension] of Object.entries(given.dimensions)) {
      const place = at(at(path, 'dimensions'), name);
      if (typeof dimension === 'string') {
        checkDimension(surroundings, { name: dimension, measure: given.measure }, place, report);
      }
      if (isPlainObject(given.where) && Object.hasOwn(given.where, name)) {
        report(place, `'${name}' stands in where too: either it is fixed or it breaks the measure down`);
      }
    }
  };
}

/** Two mappings must not mean the same rows. */
const distinctValues: Check = (given, path, report) => {
  if (!isPlainObject(given) || !Array.isArray(given.values)) return;
  const seen = new Map<string, number>();
  for (const [index, mapping] of given.values.entries()) {
    if (!isPlainObject(mapping)) continue;
    const rows = JSON.stringify([mapping.content ?? null, mapping.where ?? {}]);
    const other = seen.get(rows);
    if (other !== undefined)
      report(`${at(path, 'values')}[${index}]`, `means the same rows as values[${other}]`);
    seen.set(rows, index);
  }
};
