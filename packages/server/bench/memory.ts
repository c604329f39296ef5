import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate } from './alternate.ts';
import type { BenchServer } from './bench-server.ts';
import type { Benchmark } from './benchmark.ts';
import { startProgram } from './child-program.ts';
import { median } from './median.ts';
import { writeSyntheticTable } from './synthetic-table.ts';

const YEARS = 5;

/** The largest memory of a process that ingests a table, against that of one that ingests a quarter of it. */
export const memory: Benchmark = {
  name: 'memory',
  run: async (server) => {
    const folder = await mkdtemp(join(tmpdir(), 'kreisweit-bench-'));
    try {
      const quarter = { path: join(folder, 'quarter.csv'), years: YEARS };
      const whole = { path: join(folder, 'whole.csv'), years: 4 * YEARS };
      const quarterValues = await writeSyntheticTable(quarter);
      const wholeValues = await writeSyntheticTable(whole);
      const rounds = await alternate(
        { rounds: 3, warmUp: false },
        {
          ours: () => largestMemory(server, whole.path),
          limit: () => largestMemory(server, quarter.path),
        },
      );
      const ours = median(rounds.map((round) => round.ours));
      const limit = median(rounds.map((round) => round.limit));
      return {
        what: 'largest memory of an ingest / of an ingest of a quarter',
        aim: { atMost: 1.15 },
        ratios: rounds.map((round) => round.ours / round.limit),
        details: [`${size(ours)} for ${count(wholeValues)} / ${size(limit)} for ${count(quarterValues)}`],
      };
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

function size(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MiB`;
}

function count(values: number): string {
  return `${values.toLocaleString('en')} values`;
}
