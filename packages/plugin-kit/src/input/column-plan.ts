import type { Breakdown, Period, Problem } from '@kreisweit/domain';
import type { ColumnMapping, GenesisInput } from '../definition/input-definition.ts';
import type { MeasureDefinition } from '../definition/plugin-definition.ts';
import type { GenesisTable } from '../genesis/genesis-table.ts';
import type { TableColumn } from '../genesis/table-header.ts';
import { unitFits } from '../genesis/unit-label.ts';
import { periodOfDate } from './period-of-date.ts';

/**
 * What a column of a table delivers. `period` is null where each row says its own date; then `periodOf` reads it.
 */
export type Target = {
  readonly column: number;
  readonly measure: string;
  readonly breakdown: Breakdown;
  readonly period: Period | null;
  readonly reference: MeasureDefinition['reference'];
};

/**
 * What the rows of a table deliver. `fixed` are the targets of rows that the mapping names, by the labels of their categories
 * (see `rowKind`); `brokenDown` those of all other rows, whose labels are categories of `rowDimensions`.
 */
export type ColumnPlan = {
  readonly fixed: ReadonlyMap<string, readonly Target[]>;
  readonly brokenDown: readonly Target[];
  readonly rowDimensions: readonly string[];
};

type Say = (message: string) => void;

const TOTAL: Breakdown = Object.freeze({});

/** The labels of a row's categories as one key; '' in a table without category columns. */
export function rowKind(categories: readonly string[]): string {
  return categories.length === 1 ? (categories[0] ?? '') : categories.join('\u0000');
}

/**
 * Finds the columns that a mapping means. Strict: every mapped header must be there, exactly once for every date of
 * the table; the unit and the dates must fit the measure; and the rows must be named, or broken down by dimensions, exactly
 * when the table has category columns. Everything that does not fit is reported.
 */
export function columnPlan(
  table: GenesisTable,
  { columns = [], rows = [], rowDimensions = [] }: Pick<GenesisInput, 'columns' | 'rows' | 'rowDimensions'>,
  measures: Readonly<Record<string, MeasureDefinition>>,
  report: (problem: Problem) => void,
): ColumnPlan {
  const fixed = new Map<string, readonly Target[]>();
  const brokenDown: Target[] = [];
  const said = new Set<string>();
  const say = (message: string): void => {
    if (!said.has(message)) report({ file: table.file, message });
    said.add(message);
  };
  let complete = true;
  if (rowDimensions.length > 0) checkRowDimensions(table, rowDimensions, say);
  for (const mapping of columns) {
    const measure = measures[mapping.measure];
    if (measure === undefined)
      throw new Error(`the plug-in has no measure ${mapping.measure}: register it first`);
    const labels = (mapping.rows ?? rows).map(collapsed);
    const isBrokenDown = rowDimensions.length > 0 && mapping.rows === undefined;
    const found = columnsOf(table, mapping, say);
    complete &&= found.length > 0;
    if (!isBrokenDown) checkRows(table, labels, say);
    checkUnits(found, mapping.measure, measure, say);
    const targets = found
      .map((column) => targetOf(table, column, mapping, measure, say))
      .filter((target) => target !== null);
    if (isBrokenDown) {
      brokenDown.push(...targets);
      continue;
    }
    const kind = rowKind(labels);
    fixed.set(kind, byColumn([...(fixed.get(kind) ?? []), ...targets]));
  }
  if (!complete) {
    const headers = new Set(table.columns.map(({ header }) => JSON.stringify(header)));
    say(`the headers of the file are ${[...headers].join(', ')}`);
  }
  return { fixed, brokenDown: byColumn(brokenDown), rowDimensions };
}

function byColumn(targets: readonly Target[]): readonly Target[] {
  return targets.toSorted((a, b) => a.column - b.column);
}

function checkRowDimensions(
  { categoryColumns }: GenesisTable,
  rowDimensions: readonly string[],
  say: Say,
): void {
  if (rowDimensions.length === categoryColumns.length) return;
  const columns =
    categoryColumns.length === 0
      ? 'no category column'
      : `the category columns ${categoryColumns.join(', ')}`;
  say(`rowDimensions names ${rowDimensions.join(', ')}, but the table has ${columns}: name one for each`);
}

function columnsOf(table: GenesisTable, mapping: ColumnMapping, say: Say): readonly TableColumn[] {
  const wanted = JSON.stringify(mapping.header.map(collapsed));
  const found = table.columns.filter(({ header }) => JSON.stringify(header) === wanted);
  if (found.length === 0) {
    say(`no column has the header ${wanted}`);
    return [];
  }
  for (const date of new Set(table.columns.map((column) => column.date))) {
    const columns = found.filter((column) => column.date === date);
    if (columns.length === 1) continue;
    const where = date === null ? '' : ` for ${date}`;
    const places = columns.map(({ column }) => column).join(' and ');
    const message =
      columns.length === 0
        ? `no column has the header ${wanted}${where}`
        : `columns ${places} have the same header ${wanted}${where}: the mapping cannot tell them apart`;
    say(message);
  }
  return found;
}

function checkRows({ categoryColumns }: GenesisTable, labels: readonly string[], say: Say): void {
  if (labels.length === categoryColumns.length) return;
  const named = labels.length === 0 ? 'no row' : `the row ${labels.map((label) => `'${label}'`).join(', ')}`;
  const columns =
    categoryColumns.length === 0
      ? 'no category column: leave rows out'
      : `the category columns ${categoryColumns.join(', ')}: write one label for each in rows`;
  say(`the mapping names ${named}, but the table has ${columns}`);
}

function checkUnits(
  columns: readonly TableColumn[],
  name: string,
  { unit }: MeasureDefinition,
  say: Say,
): void {
  for (const { header, unit: given } of columns) {
    if (given === null || unitFits(given, unit)) continue;
    say(`the column ${JSON.stringify(header)} is in '${given}', but the measure ${name} is in ${unit}`);
  }
}

function targetOf(
  { date: dateOfAll, datedRows }: GenesisTable,
  { column, date: dateOfColumn }: TableColumn,
  mapping: ColumnMapping,
  { reference }: MeasureDefinition,
  say: Say,
): Target | null {
  const breakdown = mapping.breakdown === undefined ? TOTAL : Object.freeze({ ...mapping.breakdown });
  const target = { column, measure: mapping.measure, breakdown, reference };
  const date = dateOfColumn ?? dateOfAll;
  if (date === null && datedRows) return { ...target, period: null };
  const dated = date === null ? { problem: 'the column has no date' } : periodOfDate(date, reference);
  if ('period' in dated) return { ...target, period: dated.period };
  say(`${dated.problem} (${mapping.measure})`);
  return null;
}

/** A label as it is compared: without the blanks around it, and with one between its words. */
export function collapsed(label: string): string {
  return label.trim().replace(/\s+/g, ' ');
}
