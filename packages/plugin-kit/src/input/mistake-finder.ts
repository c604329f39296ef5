import type { KnownMistake } from '../definition/input-definition.ts';
import type { GenesisTable, TableRow } from '../genesis/genesis-table.ts';
import { collapsed } from './column-plan.ts';

/** The reason to leave a value out because it is a known mistake of the institute; null for all others. */
export type MistakeFinder = (row: TableRow, column: number) => string | null;

/** Finds the known mistakes of a table; nothing is looked up where there are none. */
export function mistakeFinder(
  { columns, date: dateOfAll }: Pick<GenesisTable, 'columns' | 'date'>,
  mistakes: readonly KnownMistake[] = [],
): MistakeFinder {
  if (mistakes.length === 0) return () => null;
  const places = new Map(
    columns.map(({ column, header, date }) => [column, { header: JSON.stringify(header), date }]),
  );
  const known = mistakes.map((mistake) => ({
    ...mistake,
    header: JSON.stringify(mistake.header.map(collapsed)),
  }));
  const territories = new Set(known.map(({ territory }) => territory));
  return ({ key, date, cells }, column) => {
    if (!territories.has(key)) return null;
    const place = places.get(column);
    const day = date ?? place?.date ?? dateOfAll;
    const mistake = known.find(
      (one) =>
        one.territory === key &&
        one.header === place?.header &&
        (one.date === undefined || one.date === day) &&
        one.found === (cells[column - 1] ?? '').trim(),
    );
    return mistake?.reason ?? null;
  };
}
