import type { DeliveredObservation, Period, TableLevel } from '@kreisweit/domain';
import { keyReader, notAKey } from '../input/key-reader.ts';
import { periodOfTime } from '../input/period-of-time.ts';
import { problemList } from '../input/problem-list.ts';
import type { Reading } from '../input/reading.ts';
import { type AccountKeeper, accountKeeper } from '../input/reading-account.ts';
import { type RepeatedProblems, repeatedProblems } from '../input/repeated-problems.ts';
import { longCellReader } from './long-cell.ts';
import type { LongMeaning, LongPlan, LongTarget } from './long-plan.ts';
import type { LongRow, LongTable } from './long-table.ts';

const BATCH = 10_000;
const LISTED = 30;
const NO_TERRITORY = 'the total of all territories, of which the file does not say the key';

/**
 * The observations that a file with one value a row delivers by a plan, in batches of about ten thousand, in the order of
 * the file. Every key must be one of the official tables, every time a period that fits its measure, every value a number
 * or a sign, and every mapping must mean at least one row. What is wrong with many rows is told once, with the first line
 * and the number of the others; all is thrown together as InputProblems after the last row.
 */
export function mapLongRows(table: LongTable, plan: LongPlan, level: TableLevel): Reading {
  let keys = keyReader(level);
  let account = accountKeeper();

  async function* batches(): AsyncGenerator<readonly DeliveredObservation[]> {
    keys = keyReader(level);
    account = accountKeeper();
    const problems = problemList('The file cannot be loaded');
    const repeated = repeatedProblems(problems);
    const used = new Set<number>();
    let batch: DeliveredObservation[] = [];
    const add = rowMapper(table, plan, { level, keys, account, repeated, used });
    for await (const rows of table.rows(problems)) {
      for (const row of rows) add(row, batch);
      if (!problems.isEmpty() || !repeated.isEmpty()) batch = [];
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    const isReadable = problems.isEmpty() && repeated.isEmpty();
    repeated.flush();
    if (isReadable) {
      for (const [index, mapping] of plan.mappings.entries()) {
        if (!used.has(index)) problems.add({ file: table.file, message: noSuchRow(mapping, account) });
      }
    }
    problems.throwIfAny();
    if (batch.length > 0) yield batch;
  }

  return {
    batches,
    account: () => account.account(),
    findings: () => [...table.findings(), ...keys.findings()],
  };
}

type Surroundings = {
  readonly level: TableLevel;
  readonly keys: ReturnType<typeof keyReader>;
  readonly account: AccountKeeper;
  readonly repeated: RepeatedProblems;
  readonly used: Set<number>;
};

function rowMapper(
  { file, format, numbers, variables }: LongTable,
  plan: LongPlan,
  { level, keys, account, repeated, used }: Surroundings,
): (row: LongRow, batch: DeliveredObservation[]) => void {
  const meanings = new Map<string, LongMeaning>();
  const periodOf = periodReader();
  const cellOf = longCellReader(numbers);

  return (row, batch) => {
    account.row();
    const { line, column } = row;
    const meaning = meaningOf(row);
    if ('reason' in meaning) return account.skip(meaning.reason, 1);
    if ('problems' in meaning) {
      for (const { variable, message } of meaning.problems) {
        const field = variable === null ? undefined : variables[variable];
        repeated.add(message, { file, line, column: field ?? column, message });
      }
      return;
    }
    if (row.territory === '' && format === 'genesis-flat') return account.skip(NO_TERRITORY, 1);
    const territory = keys.read(row.territory, line);
    if (territory === null) {
      const message = notAKey(row.territory, level);
      return repeated.add(message, { file, line, message });
    }
    for (const target of meaning.targets) {
      const period = periodOf(row.time, target);
      if (period.problem !== null) {
        repeated.add(period.problem, { file, line, message: period.problem });
        continue;
      }
      const cell = cellOf(row.text, row.quality, target.factor);
      if (typeof cell === 'string') {
        repeated.add(`${line}:${column} ${cell}`, { file, line, column, message: cell });
        continue;
      }
      used.add(target.mapping);
      batch.push({
        measure: target.measure,
        territory,
        name: row.name === '' ? undefined : row.name,
        period: period.period,
        breakdown: target.breakdown,
        cell,
        line,
        column,
      });
    }
    account.deliver(meaning.targets.length);
  };

  function meaningOf({ content, unit, codes }: LongRow): LongMeaning {
    const key = `${content}\u0000${unit}\u0000${codes.join('\u0000')}`;
    const known = meanings.get(key);
    if (known !== undefined) return known;
    const meaning = plan.meaning(content, unit, codes);
    meanings.set(key, meaning);
    return meaning;
  }
}

type ReadPeriod =
  | { readonly period: Period; readonly problem: null }
  | { readonly period: null; readonly problem: string };

/** Reads times, each for a reference once. */
function periodReader(): (time: string, target: LongTarget) => ReadPeriod {
  const read = new Map<LongTarget['reference'], Map<string, ReadPeriod>>();
  return (time, { reference, measure }) => {
    let periods = read.get(reference);
    if (periods === undefined) {
      periods = new Map();
      read.set(reference, periods);
    }
    const known = periods.get(time);
    if (known !== undefined) return known;
    const dated = periodOfTime(time, reference);
    const period: ReadPeriod =
      'period' in dated
        ? { period: dated.period, problem: null }
        : { period: null, problem: `${dated.problem} (${measure})` };
    periods.set(time, period);
    return period;
  };
}

function noSuchRow(mapping: string, account: AccountKeeper): string {
  const { skipped } = account.account();
  const listed = skipped.slice(0, LISTED).map(({ reason }) => reason);
  const more = skipped.length > LISTED ? ` and ${skipped.length - LISTED} more` : '';
  const others = listed.length === 0 ? '' : `; left over are: ${listed.join('; ')}${more}`;
  return `no row of the file is ${mapping}${others}`;
}
