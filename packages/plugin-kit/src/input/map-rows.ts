import {
  type Cell,
  type DeliveredObservation,
  type Period,
  parseTableKey,
  readCell,
  type TableLevel,
} from '@kreisweit/domain';
import type { GenesisTable, TableRow } from '../genesis/genesis-table.ts';
import { type ColumnPlan, rowKind, type Target } from './column-plan.ts';
import { periodOfDate } from './period-of-date.ts';
import { problemList } from './problem-list.ts';

const BATCH = 10_000;
const LISTED = 30;
const NONE: readonly Target[] = [];

/**
 * The observations that a table delivers by a plan, in batches of about ten thousand, in the order of the file. Every
 * key must be one of the official tables and every cell a number or a sign; after the first problem nothing more is
 * yielded, the rest of the file is searched for others, and all are thrown together as InputProblems.
 */
export async function* mapRows(
  table: GenesisTable,
  plan: ColumnPlan,
  level: TableLevel,
): AsyncGenerator<readonly DeliveredObservation[]> {
  const problems = problemList('The table cannot be loaded');
  const cellOf = cellReader();
  const periodOf = periodReader();
  const kinds = new Set<string>();
  let batch: DeliveredObservation[] = [];

  const add = ({ line, key, name, date, cells }: TableRow, target: Target): void => {
    const { column, measure, breakdown } = target;
    const cell = cellOf(cells[column - 1] ?? '');
    const period =
      target.period ?? periodOf(date ?? '', target, (message) => problems.add({ ...at(line, 1), message }));
    if (typeof cell === 'string') problems.add({ ...at(line, column), message: cell });
    else if (period !== null)
      batch.push({ measure, territory: key, name, period, breakdown, cell, line, column });
  };
  const at = (line: number, column: number) => ({ file: table.file, line, column });
  const keyColumn = table.datedRows ? 2 : 1;

  for await (const rows of table.rows(problems)) {
    for (const row of rows) {
      if (parseTableKey(row.key, level) === null) {
        const message = `'${row.key}' is no key of a ${level} table: expected digits of a territory, or DG`;
        problems.add({ ...at(row.line, keyColumn), message });
      }
      const kind = rowKind(row.categories);
      kinds.add(kind);
      for (const target of plan.get(kind) ?? NONE) add(row, target);
    }
    if (!problems.isEmpty()) batch = [];
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  for (const kind of plan.keys()) {
    if (!kinds.has(kind)) problems.add({ file: table.file, message: noSuchRow(kind, kinds) });
  }
  problems.throwIfAny();
  if (batch.length > 0) yield batch;
}

/** Reads cells; most cells without a number are the same few signs, which are read once and shared. */
function cellReader(): (text: string) => Cell | string {
  const signs = new Map<string, Cell>();
  return (text) => {
    const known = signs.get(text);
    if (known !== undefined) return known;
    const cell = readCell(text, { decimal: ',' });
    if (typeof cell !== 'string' && cell.value === null) signs.set(text, Object.freeze(cell));
    return cell;
  };
}

/** Reads the dates of rows, each for a reference once; null for one that does not fit, which is reported once. */
function periodReader(): (date: string, target: Target, report: (message: string) => void) => Period | null {
  const periods = new Map<Target['reference'], Map<string, Period | null>>();
  return (date, { reference, measure }, report) => {
    const known = periods.get(reference)?.get(date);
    if (known !== undefined) return known;
    const dated = periodOfDate(date, reference);
    const period = 'period' in dated ? dated.period : null;
    if ('problem' in dated) report(`${dated.problem} (${measure})`);
    periods.set(reference, (periods.get(reference) ?? new Map<string, Period | null>()).set(date, period));
    return period;
  };
}

function noSuchRow(kind: string, kinds: ReadonlySet<string>): string {
  const shown = (name: string): string => `'${name.replaceAll('\u0000', "', '")}'`;
  const listed = [...kinds].slice(0, LISTED).map(shown).join(', ');
  const more = kinds.size > LISTED ? ` and ${kinds.size - LISTED} more` : '';
  return `no row is called ${shown(kind)}; the file has ${listed}${more}`;
}
