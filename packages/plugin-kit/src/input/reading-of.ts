import type { Load, LoadContext } from '../definition/plugin-definition.ts';
import { longPlan } from '../long/long-plan.ts';
import { mapLongRows } from '../long/map-long-rows.ts';
import { mapOwnFigures } from '../own-figures/map-own-figures.ts';
import { checkObservations } from './check-observations.ts';
import { columnPlan } from './column-plan.ts';
import type { InputMatch } from './input-match.ts';
import type { Log } from './log.ts';
import { mapRows } from './map-rows.ts';
import { problemList } from './problem-list.ts';
import type { Reading } from './reading.ts';
import { accountKeeper } from './reading-account.ts';

type Surroundings = { readonly signal: AbortSignal; readonly log: Log };

/**
 * How a file is read for its input: by the declared mapping, or by the plug-in's own `load`. Throws InputProblems when
 * the mapping does not fit the file.
 */
export function readingOf(match: InputMatch, surroundings: Surroundings): Reading {
  const { plugin, input } = match;
  if (match.reader === 'own-figures') return mapOwnFigures(match.table, plugin, match.definition);
  const problems = problemList(`The table does not fit the mapping of ${plugin.id}/${input}`);
  if (match.reader === 'genesis') {
    if (match.definition.columns === undefined) return loaded(match, surroundings);
    const plan = columnPlan(match.table, match.definition, plugin.measures, problems.add);
    problems.throwIfAny();
    return mapRows(match.table, plan, match.definition);
  }
  if (match.definition.values === undefined) return loaded(match, surroundings);
  const plan = longPlan(match.table, match.definition, plugin.measures, problems.add);
  problems.throwIfAny();
  return mapLongRows(match.table, plan, match.definition.level);
}

function loaded(match: InputMatch, surroundings: Surroundings): Reading {
  const { plugin, table } = match;
  const read = loadOf(match);
  const account = { keeper: accountKeeper() };
  async function* batches() {
    const keeper = accountKeeper();
    account.keeper = keeper;
    const given = read(contextOf(match, surroundings));
    for await (const batch of checkObservations(plugin, table.file, given)) {
      for (const _ of batch) keeper.row();
      keeper.deliver(batch.length);
      yield batch;
    }
  }
  return {
    batches,
    account: () => account.keeper.account(),
    findings: () => (match.reader === 'genesis' ? [] : match.table.findings()),
  };
}

function loadOf({ plugin, input }: InputMatch): Load {
  if (plugin.load !== undefined) return plugin.load;
  throw new Error(`${plugin.id}/${input} has neither a mapping nor load: register it first`);
}

/** What `load` is given; the table that the file is not is an error that says which it is. */
function contextOf(match: InputMatch, surroundings: Surroundings): LoadContext {
  const { input } = match;
  return {
    ...surroundings,
    input,
    get table() {
      if (match.reader === 'genesis') return match.table;
      throw new Error(`the input ${input} reads ${match.table.format}, no classic GENESIS table: use 'long'`);
    },
    get long() {
      if (match.reader === 'coded') return match.table;
      throw new Error(`the input ${input} reads a classic GENESIS table, no values row by row: use 'table'`);
    },
  };
}
