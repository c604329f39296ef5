import { openInput } from '@kreisweit/plugin-kit';
import { populationPlugin } from '@kreisweit/plugin-population';
import { ingestRelease, openStore, type Progress, type Store } from '@kreisweit/store';
import { releaseOf } from '../src/delivery/release-of.ts';
import { officialFile } from '../src/testing/official-file.ts';
import { alternate } from './alternate.ts';
import { copyRows, createBareTable, dumpObservations } from './bare-copy.ts';
import type { BenchServer } from './bench-server.ts';
import type { Benchmark } from './benchmark.ts';
import { median } from './median.ts';
import { seconds } from './seconds.ts';

/** How long an ingest took, in seconds: as a whole, and its phases in a line. */
type Ingested = { readonly taken: number; readonly phases: string };

/**
 * Ingest of the national table of residents by municipality (validation, history, aggregation and publishing included)
 * into a database with two registers, against a bare COPY of the very rows that it writes to `observation`.
 */
export const ingest: Benchmark = {
  name: 'ingest',
  run: async (server) => {
    const rows = await inNewStore(server, async (store) => {
      await ingestTable(store);
      return dumpObservations(store.database);
    });
    const ingests: Ingested[] = [];
    const rounds = await alternate(
      { rounds: 4, warmUp: true },
      {
        ours: async () => {
          const ingested = await inNewStore(server, ingestTable);
          ingests.push(ingested);
          return ingested.taken;
        },
        limit: () =>
          inNewStore(server, async ({ database }) => {
            await createBareTable(database);
            return seconds(() => copyRows(database, rows));
          }),
      },
    );
    const taken = median(rounds.map(({ ours }) => ours));
    const copied = median(rounds.map(({ limit }) => limit));
    const rate = (time: number) =>
      `${Math.round(rows.count / time).toLocaleString('en')} rows/s (${time.toFixed(2)} s)`;
    const typical = ingests.find((one) => one.taken === taken);
    return {
      what: 'rows/s of an ingest / of a bare COPY of its observations',
      aim: { atLeast: 0.25 },
      ratios: rounds.map(({ ours, limit }) => limit / ours),
      details: [
        `${rate(taken)} / ${rate(copied)}, ${rows.count.toLocaleString('en')} rows`,
        `phases of the median ingest: ${typical?.phases}`,
      ],
    };
  },
};

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
  const times: Record<Progress['phase'], number> = { reading: 0, storing: 0, aggregating: 0, publishing: 0 };
  let phase: Progress['phase'] = 'reading';
  let since = performance.now();
  const enter = (next: Progress['phase']): void => {
    const now = performance.now();
    times[phase] += (now - since) / 1000;
    phase = next;
    since = now;
  };
  const taken = await seconds(async () => {
    const file = officialFile('observations/municipalities/12411-01-01-5_00.csv');
    const release = releaseOf(await openInput(populationPlugin, file), '12411-01-01-5_00.csv', 'benchmark');
    await ingestRelease(store, release, { onProgress: (progress) => enter(progress.phase) });
  });
  enter(phase);
  const phases = Object.entries(times).map(([name, time]) => `${name} ${time.toFixed(2)} s`);
  return { taken, phases: phases.join(', ') };
}
