import { createHash } from 'node:crypto';
import { actingOperator, type DeliveredObservation, readCell } from '@kreisweit/domain';
import type { InputDefinition } from '@kreisweit/plugin-kit';
import { populationPlugin } from '@kreisweit/plugin-population';
import {
  actingStore,
  addDemoCooperation,
  importCrosswalk,
  importRegister,
  ingestRelease,
  type ReleaseInput,
  type Store,
  saveActors,
  storedActors,
  todayInGermany,
} from '@kreisweit/store';
import { demoRecords } from './cooperation/demo-records.ts';
import { demoActors, demoMerge } from './demo-actors.ts';
import { demoCrosswalk, demoCrosswalkLater } from './demo-crosswalks.ts';
import { demoTables } from './demo-facts.ts';
import { demoRegister, demoRegisterLater } from './demo-register.ts';
import type { DemoTable } from './demo-table.ts';

/**
 * Loads the demo: two registers, two crosswalks, excerpts of three official tables, and the invented actors of three districts with their cooperation, as
 * it stands `today` (ISO), in the same way as real files. What is loaded already stays as it is, so a load that was cut off can be done again,
 * and one of last week stays as it was.
 */
export async function loadDemo(
  store: Store,
  {
    signal,
    today = todayInGermany(),
  }: { readonly signal?: AbortSignal | undefined; readonly today?: string } = {},
): Promise<void> {
  for (const register of [demoRegister, demoRegisterLater]) {
    await importRegister(store, register, { checksum: checksumOf(register), demo: true, signal });
  }
  for (const crosswalk of [demoCrosswalk, demoCrosswalkLater]) {
    await importCrosswalk(store, crosswalk, { checksum: checksumOf(crosswalk), demo: true, signal });
  }
  for (const table of demoTables) {
    await ingestRelease(store, demoRelease(table), { signal });
  }
  await addDemoActors(store);
  await addDemoCooperation(store, demoRecords(today), { today });
}

/** Adds the actors that are not there yet, and merges the one that was entered twice. */
async function addDemoActors(store: Store): Promise<void> {
  const before = await storedActors(
    store.db,
    demoActors.map(({ key }) => key),
  );
  await saveActors(
    store,
    demoActors.filter(({ key }) => !before.has(key)),
  );
  try {
    if (await isMerged(store)) return;
    await actingStore(store, actingOperator).mergeActors(demoMerge, 1);
  } catch (error) {
    // Somebody else who loads the demo at the same time may have been faster.
    if (!(await isMerged(store))) throw error;
  }
}

async function isMerged({ db }: Store): Promise<boolean> {
  const stored = await storedActors(db, [demoMerge.duplicate]);
  return (stored.get(demoMerge.duplicate)?.mergedInto ?? null) !== null;
}

/** A demo table as a release. None of the notes of these tables is about the Länder of the demo districts. */
function demoRelease(table: DemoTable): ReleaseInput {
  const [name, taken] = Object.entries(populationPlugin.inputs)
    .map(([input, definition]) => [input, measuresOf(definition, table.table)] as const)
    .find(([, measures]) => measures.length > 0) ?? [undefined, []];
  if (name === undefined)
    throw new Error(`no input of the plug-in population takes the demo table ${table.table}`);
  return {
    input: `${populationPlugin.id}/${name}`,
    kind: 'full',
    source: table.table,
    title: table.title,
    institute: table.institute,
    licence: table.licence,
    file: `demo ${table.table}`,
    checksum: checksumOf(table),
    retrieved: table.retrieved,
    notes: table.notes,
    boundaryNotes: [],
    demo: true,
    batches: batchesOf(table, new Set(taken)),
  };
}

/** The measures that an input takes from a classic table; none from any other. */
function measuresOf(input: InputDefinition, table: string): readonly string[] {
  if (input.reader !== 'genesis' || input.table !== table) return [];
  return (input.columns ?? []).map(({ measure }) => measure);
}

/** The cells of the measures that the plug-in takes from the table. */
async function* batchesOf(
  { table, columns, rows }: DemoTable,
  taken: ReadonlySet<string>,
): AsyncGenerator<readonly DeliveredObservation[]> {
  const observations: DeliveredObservation[] = [];
  for (const [row, [territory, name, ...cells]] of rows.entries()) {
    for (const [column, { measure, period }] of columns.entries()) {
      if (!taken.has(measure)) continue;
      const cell = readCell(cells[column] ?? '', { decimal: ',' });
      if (typeof cell === 'string') throw new Error(`demo table ${table}, ${territory}, ${period}: ${cell}`);
      observations.push({ measure, territory, name, period, cell, line: row + 1, column: column + 3 });
    }
  }
  yield observations;
}

function checksumOf(data: object): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}
