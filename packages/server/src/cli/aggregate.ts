import {
  type ComparedFigure,
  openStore,
  type Rebuild,
  rebuildAggregates,
  type StoredDifference,
  type Verification,
  verifyAggregates,
} from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import { count } from '../count.ts';
import { databaseTargets } from '../database-target.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';

/** What the command is to do. */
export type AggregateOptions = CommandOptions & { readonly verify?: boolean; readonly rebuild?: boolean };

/** `kreisweit aggregate`: compares totals and published series with the observations, and repairs them. */
export async function aggregate(
  { environment, progress, signal }: CommandRun,
  { verify = false, rebuild = false }: AggregateOptions,
): Promise<CommandResult> {
  if (verify === rebuild) {
    throw new CommandError('write --verify to list what differs, or --rebuild to repair it');
  }
  progress.step('opening the database');
  const store = await openStore(databaseTargets(environment.database).write);
  try {
    progress.step('computing all totals and series anew');
    const options = { signal, onProgress: progress.report };
    return verify
      ? verified(await verifyAggregates(store, options))
      : rebuilt(await rebuildAggregates(store, options));
  } finally {
    progress.step('closing the database');
    await store.close();
  }
}

function verified(found: Verification): CommandResult {
  const failed = found.aggregates + found.series > 0;
  const next = failed ? '\nNothing was written: kreisweit aggregate --rebuild repairs this.' : '';
  return { data: found, failed, text: `${checkedText(found)}${next}\n` };
}

function rebuilt(found: Rebuild): CommandResult {
  const done = found.changed ? `\nRepaired as data version ${found.version}.` : '';
  return { data: found, text: `${checkedText(found)}${done}\n` };
}

const SHOWN = 20;

function checkedText(found: Verification): string {
  const { checkedAggregates, checkedSeries, aggregates, series, differences } = found;
  const checked = `${count(checkedAggregates)} totals and ${count(checkedSeries)} published series`;
  if (aggregates + series === 0) return `${checked}: all are what the observations give`;
  const shown = differences.slice(0, SHOWN).map((difference) => `  ${differenceText(difference)}`);
  const more = aggregates + series - shown.length;
  return [
    `${checked}: ${count(aggregates)} totals and ${count(series)} values of series differ from what the observations give`,
    ...shown,
    ...(more > 0 ? [`  ... and ${count(more)} more: --json lists the first 1,000`] : []),
  ].join('\n');
}

function differenceText(difference: StoredDifference): string {
  const { of, key, territory, breakdown, period, columns, stored, recomputed } = difference;
  const what = [key, ...(breakdown === '' ? [] : [breakdown]), ...(period === null ? [] : [period])].join(
    ' ',
  );
  const where = `${territory.kind} ${territory.key} ${territory.name}`;
  const other = columns.length === 0 ? '' : ` (${columns.join(', ')})`;
  return `${of} ${what}, ${where}: ${figureText(stored)} is stored, ${figureText(recomputed)} is right${other}`;
}

function figureText(figure: ComparedFigure | null): string {
  return figure === null ? 'nothing' : (figure.value?.toString() ?? figure.status);
}
