import { tooManyColumns } from '../file/too-many-columns.ts';
import { didYouMean } from '../registration/did-you-mean.ts';

/** A variable of a flat file: the columns of its code and of the code and label of its category, counted from 0. */
export type FlatVariable = { readonly variable: number; readonly code: number; readonly label: number };

/**
 * Where the values of a flat file stand. The newer style has one value a row and says in its columns what it is, the
 * older one has a column for each kind of value, named `code__label__unit`: then `content` and `unit` are texts.
 */
export type FlatValue = {
  readonly at: number;
  readonly content: number | string;
  readonly unit: number | string;
  readonly quality: number | null;
};

/** The header of a flat file. Columns count from 0. */
export type FlatHeader = {
  readonly width: number;
  readonly statistic: number;
  readonly title: number;
  readonly timeCode: number;
  readonly time: number;
  readonly variables: readonly FlatVariable[];
  readonly values: readonly FlatValue[];
  /** Columns that have no meaning here. */
  readonly unknown: readonly string[];
};

/** What is wrong with a header; `column` counts from 1. */
export type HeaderProblem = { readonly message: string; readonly column?: number };

/** A header that cannot be read. */
export type BrokenHeader = { readonly problems: readonly HeaderProblem[] };

type Style = {
  readonly statistic: string;
  readonly title: string;
  readonly timeCode: string;
  readonly timeLabel: string;
  readonly time: string;
  readonly variable: readonly [code: string, label: string, category: string, categoryLabel: string];
};

const NEW: Style = {
  statistic: 'statistics_code',
  title: 'statistics_label',
  timeCode: 'time_code',
  timeLabel: 'time_label',
  time: 'time',
  variable: ['variable_code', 'variable_label', 'variable_attribute_code', 'variable_attribute_label'],
};

const OLD: Style = {
  statistic: 'Statistik_Code',
  title: 'Statistik_Label',
  timeCode: 'Zeit_Code',
  timeLabel: 'Zeit_Label',
  time: 'Zeit',
  variable: ['Merkmal_Code', 'Merkmal_Label', 'Auspraegung_Code', 'Auspraegung_Label'],
};

const NEW_VALUES = ['value', 'value_unit', 'value_variable_code', 'value_variable_label', 'value_q'];

/** Whether the first cells of a file are those of a flat file. */
export function isFlatHeader(cells: readonly string[]): boolean {
  return styleOf(cells) !== null;
}

function styleOf(cells: readonly string[]): Style | null {
  const first = cells[0]?.trim();
  return [NEW, OLD].find(({ statistic }) => statistic === first) ?? null;
}

/** Reads the header of a flat file of GENESIS, or lists what is wrong with it. */
export function flatHeader(cells: readonly string[]): FlatHeader | BrokenHeader {
  const names = cells.map((cell) => cell.trim());
  const style = styleOf(names);
  if (style === null) {
    const message = `expected 'statistics_code' or 'Statistik_Code', found '${names[0]}'`;
    return { problems: [{ message, column: 1 }] };
  }
  const wide = tooManyColumns(names.length);
  if (wide !== null) return { problems: [{ message: wide }] };
  const problems: HeaderProblem[] = [];
  for (const [index, name] of names.entries()) {
    const first = names.indexOf(name);
    if (first !== index) {
      problems.push({ column: index + 1, message: `the column '${name}' stands in column ${first + 1} too` });
    }
  }
  const used = new Set<number>();
  const find = (name: string): number => {
    const at = names.indexOf(name);
    used.add(at);
    return at;
  };
  const need = (name: string): number => {
    const at = find(name);
    if (at < 0) problems.push({ message: `the column '${name}' is missing${didYouMean(name, names)}` });
    return at;
  };
  const statistic = need(style.statistic);
  const title = need(style.title);
  const timeCode = need(style.timeCode);
  const time = need(style.time);
  find(style.timeLabel);

  const variables: FlatVariable[] = [];
  for (let number = 1; ; number++) {
    const own = style.variable.map((name) => `${number}_${name}`);
    if (!own.some((name) => names.includes(name))) break;
    const [variable = '', variableLabel = '', code = '', label = ''] = own;
    find(variableLabel);
    variables.push({ variable: need(variable), code: need(code), label: need(label) });
  }
  if (variables.length === 0) problems.push({ message: `the column '1_${style.variable[0]}' is missing` });

  const values = style === NEW ? newValues(need, find) : oldValues(names, used);
  if (values.length === 0)
    problems.push({ message: "expected columns named 'code__label__unit' after those of the variables" });
  if (problems.length > 0) return { problems };
  return {
    width: names.length,
    statistic,
    title,
    timeCode,
    time,
    variables,
    values,
    unknown: names.filter((_, index) => !used.has(index)),
  };
}

function newValues(need: (name: string) => number, find: (name: string) => number): readonly FlatValue[] {
  const [value = '', unit = '', content = '', label = '', quality = ''] = NEW_VALUES;
  find(label);
  const sign = find(quality);
  return [{ at: need(value), unit: need(unit), content: need(content), quality: sign < 0 ? null : sign }];
}

function oldValues(names: readonly string[], used: Set<number>): readonly FlatValue[] {
  return names.flatMap((name, at) => {
    const parts = name.split('__');
    const [content = ''] = parts;
    if (used.has(at) || parts.length < 3 || content === '') return [];
    used.add(at);
    return [{ at, content, unit: parts.at(-1) ?? '', quality: null }];
  });
}
