import type { Breakdown, Period, Problem } from '@kreisweit/domain';
import type { ColumnMapping, InputDefinition, MeasureDefinition } from '../definition/plugin-definition.ts';
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

/** The targets of each kind of row, by the labels of its categories (see `rowKind`). */
export type ColumnPlan = ReadonlyMap<string, readonly Target[]>;

type Say = (message: string) => void;

const TOTAL: Breakdown = Object.freeze({});

/** The labels of a row's categories as one key; '' in a table without category columns. */
export function rowKind(categories: readonly string[]): string {
  return categories.length === 1 ? (categories[0] ?? '') : categories.join('\u0000');
}

/**
 * Finds the columns that a mapping means. Strict: every mapped header must be there, exactly once for every date of
 * the table; the unit and the dates must fit the measure; and the rows must be named exactly when the table has
 * category columns. Everything that does not fit is reported.
 */
export function columnPlan(
  table: GenesisTable,
  { columns = [], rows = [] }: InputDefinition,
  measures: Readonly<Record<string, MeasureDefinition>>,
  report: (problem: Problem) => void,
): ColumnPlan {
  const plan = new Map<string, readonly Target[]>();
  const said = new Set<string>();
  const say = (message: string): void => {
    if (!said.has(message)) report({ file: table.file, message });
    said.add(message);
  };
  let complete = true;
  for (const mapping of columns) {
    const measure = measures[mapping.measure];
    if (measure === undefined)
      throw new Error(`the plug-in has no measure ${mapping.measure}: register it first`);
    const labels = (mapping.rows ?? rows).map(collapsed);
    const found = columnsOf(table, mapping, say);
    complete &&= found.length > 0;
    checkRows(table, labels, say);
    checkUnits(found, mapping.measure, measure, say);
    const targets = found.map((column) => targetOf(table, column, mapping, measure, say));
    const kind = rowKind(labels);
    const all = [...(plan.get(kind) ?? []), ...targets.filter((target) => target !== null)];
    plan.set(
      kind,
      all.toSorted((a, b) => a.column - b.column),
    );
  }
  if (!complete) {
    const headers = new Set(table.columns.map(({ header }) => JSON.stringify(header)));
    say(`the headers of the file are ${[...headers].join(', ')}`);
  }
  return plan;
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

function collapsed(label: string): string {
  return label.trim().replace(/\s+/g, ' ');
}
