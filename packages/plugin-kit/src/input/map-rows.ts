import {
  type Cell,
  type DeliveredObservation,
  type Period,
  readCell,
  type TableLevel,
} from '@kreisweit/domain';
import type { IgnoredColumn, KnownMistake } from '../definition/input-definition.ts';
import type { GenesisTable, TableRow } from '../genesis/genesis-table.ts';
import { type ColumnPlan, rowKind, type Target } from './column-plan.ts';
import { keyReader, notAKey } from './key-reader.ts';
import { mistakeFinder } from './mistake-finder.ts';
import { periodOfDate } from './period-of-date.ts';
import { problemList } from './problem-list.ts';
import type { Reading } from './reading.ts';
import { accountKeeper } from './reading-account.ts';
import { repeatedProblems } from './repeated-problems.ts';
import { type RowMeaning, rowMeaning } from './row-meaning.ts';

const BATCH = 10_000;
const LISTED = 30;

type CountedMeaning = { readonly meaning: RowMeaning; rows: number };

/**
 * The observations that a table delivers by a plan, in batches of about ten thousand, in the order of the file. Every
 * key must be one of the official tables and every cell a number or a sign; after the first problem nothing more is
 * yielded, the rest of the file is searched for others, and all are thrown together as InputProblems.
 */
export function mapRows(
  table: GenesisTable,
  plan: ColumnPlan,
  {
    level,
    ignored,
    mistakes,
  }: {
    readonly level: TableLevel;
    readonly ignored?: readonly IgnoredColumn[] | undefined;
    readonly mistakes?: readonly KnownMistake[] | undefined;
  },
): Reading {
  const mistakeIn = mistakeFinder(table, mistakes);
  let keys = keyReader(level);
  let account = accountKeeper();

  async function* batches(): AsyncGenerator<readonly DeliveredObservation[]> {
    keys = keyReader(level);
    account = accountKeeper();
    const problems = problemList('The table cannot be loaded');
    const repeated = repeatedProblems(problems);
    const meaningOf = rowMeaning(table, plan, ignored);
    const cellOf = cellReader();
    const periodOf = periodReader();
    const kinds = new Map<string, CountedMeaning>();
    let batch: DeliveredObservation[] = [];

    const add = (row: TableRow, territory: string, target: Target): void => {
      const { line, name, date, cells } = row;
      const { column, measure, breakdown } = target;
      const mistake = mistakeIn(row, column);
      if (mistake !== null) {
        account.skip(mistake, 1);
        return;
      }
      const cell = cellOf(cells[column - 1] ?? '');
      const period =
        target.period ?? periodOf(date ?? '', target, (message) => problems.add({ ...at(line, 1), message }));
      account.deliver(1);
      if (typeof cell === 'string') problems.add({ ...at(line, column), message: cell });
      else if (period !== null)
        batch.push({ measure, territory, name, period, breakdown, cell, line, column });
    };
    const at = (line: number, column: number) => ({ file: table.file, line, column });
    const keyColumn = table.datedRows ? 2 : 1;
    const kindOf = (categories: readonly string[]): CountedMeaning => {
      const kind = rowKind(categories);
      const known = kinds.get(kind);
      if (known !== undefined) return known;
      const counted = { meaning: meaningOf(categories), rows: 0 };
      kinds.set(kind, counted);
      return counted;
    };

    for await (const rows of table.rows(problems)) {
      for (const row of rows) {
        const key = keys.read(row.key, row.line, keyColumn);
        if (key === null) problems.add({ ...at(row.line, keyColumn), message: notAKey(row.key, level) });
        const counted = kindOf(row.categories);
        counted.rows += 1;
        const { targets, problems: labels } = counted.meaning;
        for (const { column, message } of labels) repeated.add(message, { ...at(row.line, column), message });
        account.row();
        for (const target of targets) add(row, key ?? row.key, target);
      }
      if (!problems.isEmpty() || !repeated.isEmpty()) batch = [];
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    for (const { meaning, rows } of kinds.values()) {
      for (const { reason, values } of meaning.skipped) account.skip(reason, values * rows);
    }
    repeated.flush();
    for (const kind of plan.fixed.keys()) {
      if (!kinds.has(kind))
        problems.add({ file: table.file, message: noSuchRow(kind, new Set(kinds.keys())) });
    }
    problems.throwIfAny();
    if (batch.length > 0) yield batch;
  }

  return { batches, account: () => account.account(), findings: () => keys.findings() };
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
