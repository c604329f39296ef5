import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate } from './alternate.ts';
import type { BenchServer } from './bench-server.ts';
import type { Benchmark } from './benchmark.ts';
import { startProgram } from './child-program.ts';
import { median } from './median.ts';
import { writeSyntheticTable } from './synthetic-table.ts';

const ROUNDS = 2;
const YEARS = 5;

/** The largest memory of a process that ingests a table, against that of one which ingests a quarter of it. */
export const memory: Benchmark = {
  name: 'memory',
  run: async (server) => {
    const folder = await mkdtemp(join(tmpdir(), 'kreisweit-bench-'));
    try {
      const short = join(folder, 'short.csv');
      const long = join(folder, 'long.csv');
      const values = {
        short: await writeSyntheticTable(short, YEARS),
        long: await writeSyntheticTable(long, 4 * YEARS),
      };
      const rounds = await alternate(ROUNDS, {
        ours: () => largestMemory(server, long),
        limit: () => largestMemory(server, short),
      });
      const size = (bytes: number, count: number) =>
        `${(bytes / 2 ** 20).toFixed(0)} MiB for ${count.toLocaleString('en')} values`;
      return [
        {
          what: 'largest memory of an ingest / of an ingest of a quarter',
          aim: { atMost: 1.15 },
          ratios: rounds.map(({ ours, limit }) => ours / limit),
          details: [
            [
              size(median(rounds.map((round) => round.ours)), values.long),
              size(median(rounds.map((round) => round.limit)), values.short),
            ].join(' / '),
          ],
        },
      ];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

async function largestMemory(server: BenchServer, file: string): Promise<number> {
  const database = await server.withRegisters();
  const program = await startProgram('ingest-program.ts', [database, file]);
  await program.stop();
  await server.drop(database);
  return Number(program.line);
}
