import { asObject, type FieldReport, found } from './json-stat-problems.ts';

/** The values of a dataset and the status beside each, by position. Positions without any are not listed. */
export type JsonStatCells = {
  /** All positions that hold something, in order; null when it is all of them. */
  readonly positions: readonly number[] | null;
  readonly count: number;
  readonly valueAt: (position: number) => unknown;
  readonly statusAt: (position: number) => unknown;
};

/**
 * Reads `value` (a list of all values, or an object by position) and `status` (one for all, a list, or an object by
 * position) of a dataset with so many cells.
 */
export function jsonStatCells(
  dataset: Readonly<Record<string, unknown>>,
  count: number,
  report: FieldReport,
): JsonStatCells | null {
  const { value, status } = dataset;
  const values = cellsOf('value', value, count, report);
  const statuses =
    status === undefined || status === null || typeof status === 'string'
      ? () => status
      : cellsOf('status', status, count, report);
  if (values === null || statuses === null) return null;
  const isDense = Array.isArray(value);
  const positions = isDense ? null : positionsOf(value, typeof status === 'string' ? undefined : status);
  return { positions, count: positions?.length ?? count, valueAt: values, statusAt: statuses };
}

function cellsOf(
  field: string,
  cells: unknown,
  count: number,
  report: FieldReport,
): ((position: number) => unknown) | null {
  if (Array.isArray(cells)) {
    if (cells.length === count) return (position) => cells[position];
    if (field === 'status' && cells.length === 1) return () => cells[0];
    report(field, `holds ${cells.length} cells, but size says ${count}`);
    return null;
  }
  const byPosition = asObject(cells);
  if (byPosition === null) {
    report(field, `expected a list or an object, found ${found(cells)}`);
    return null;
  }
  const wrong = Object.keys(byPosition).find((key) => !/^(?:0|[1-9]\d*)$/.test(key) || Number(key) >= count);
  if (wrong === undefined) return (position) => byPosition[position];
  report(`${field}.${wrong}`, `is no position of a cell: expected numbers from 0 to ${count - 1}`);
  return null;
}

function positionsOf(values: unknown, statuses: unknown): readonly number[] {
  const listed = Array.isArray(statuses) ? [] : Object.keys(asObject(statuses) ?? {});
  const positions = new Set([...Object.keys(asObject(values) ?? {}), ...listed].map(Number));
  return [...positions].toSorted((one, other) => one - other);
}
