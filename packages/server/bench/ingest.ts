import { openInput } from '@kreisweit/plugin-kit';
import { populationPlugin } from '@kreisweit/plugin-population';
import { ingestRelease, openStore, type Progress, type Store } from '@kreisweit/store';
import { releaseOf } from '../src/cli/ingest.ts';
import { officialFile } from '../src/testing/official-file.ts';
import { alternate, seconds } from './alternate.ts';
import { copyRows, createBareTable, dumpRows, type Rows } from './bare-copy.ts';
import type { BenchServer } from './bench-server.ts';
import type { Benchmark } from './benchmark.ts';
import { median, medianBy } from './median.ts';

const ROUNDS = 5;

/** How long an ingest took, in seconds: as a whole and its phases. */
type Ingested = { readonly taken: number; readonly phases: ReadonlyMap<string, number> };

/**
 * Ingest of the national table of residents by municipality (validation, history, aggregation and publishing
 * included) into a database with two registers, against a bare COPY of the very rows that it writes to `observation`.
 */
export const ingest: Benchmark = {
  name: 'ingest',
  run: async (server) => {
    const rows = await rowsOfTable(server);
    const rounds = await alternate(ROUNDS, {
      ours: () => ingestOnce(server),
      limit: () => copyOnce(server, rows),
    });
    const { taken, phases } = medianBy(rounds, ({ ours }) => ours.taken).ours;
    const copied = median(rounds.map(({ limit }) => limit));
    const rate = (time: number) => `${Math.round(rows.count / time).toLocaleString('en')} rows/s`;
    const parts = [...phases].map(([phase, time]) => `${phase} ${time.toFixed(2)} s`);
    return [
      {
        what: 'observations/s of an ingest / rows/s of a bare COPY',
        aim: { atLeast: 0.25 },
        ratios: rounds.map(({ ours, limit }) => limit / ours.taken),
        details: [
          `${rate(taken)} (${taken.toFixed(2)} s) / ${rate(copied)} (${copied.toFixed(2)} s), ${rows.count.toLocaleString('en')} rows`,
          `median ingest: ${parts.join(', ')}`,
        ],
      },
    ];
  },
};

async function rowsOfTable(server: BenchServer): Promise<Rows> {
  return inNewStore(server, async (store) => {
    await ingestTable(store);
    return dumpRows(store.database, 'observation');
  });
}

async function ingestOnce(server: BenchServer): Promise<Ingested> {
  return inNewStore(server, ingestTable);
}

async function copyOnce(server: BenchServer, rows: Rows): Promise<number> {
  return inNewStore(server, async ({ database }) => {
    await createBareTable(database, rows);
    return seconds(() => copyRows(database, rows));
  });
}

async function inNewStore<Result>(
  server: BenchServer,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const url = await server.withRegisters();
  const store = await openStore({ kind: 'server', url });
  const result = await work(store);
  await store.close();
  await server.drop(url);
  return result;
}

async function ingestTable(store: Store): Promise<Ingested> {
  const phases = new Map<string, number>();
  let phase: Progress['phase'] = 'reading';
  let since = performance.now();
  const enter = (next: Progress['phase']): void => {
    const now = performance.now();
    phases.set(phase, (phases.get(phase) ?? 0) + (now - since) / 1000);
    phase = next;
    since = now;
  };
  const taken = await seconds(async () => {
    const file = officialFile('observations/municipalities/12411-01-01-5_00.csv');
    const release = releaseOf(await openInput(populationPlugin, file), '12411-01-01-5_00.csv', 'benchmark');
    await ingestRelease(store, release, { onProgress: (progress) => enter(progress.phase) });
    enter('reading');
  });
  return { taken, phases };
}
