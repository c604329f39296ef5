/**
 * The benchmarks of Kreisweit: ratios against a limit that is measured in the same run, on a PostgreSQL that is started
 * for it. Aims are reported and never fail: the exit status is 0 unless something breaks.
 *
 *     npm run bench
 *     npm run bench -- --only query --only memory
 *     npm run bench -- --only read-flat
 */
import { parseArgs } from 'node:util';
import { aggregation, oneCell } from './aggregation.ts';
import { startBenchServer } from './bench-server.ts';
import type { Benchmark } from './benchmark.ts';
import { embedded } from './embedded.ts';
import { ingest } from './ingest.ts';
import { memory } from './memory.ts';
import { query } from './query.ts';
import { readers } from './readers.ts';
import { rebased } from './rebased.ts';
import { registerImport } from './register-import.ts';
import { requests } from './requests.ts';
import { seconds } from './seconds.ts';
import { tableHead, tableLines } from './table.ts';

const benchmarks: readonly Benchmark[] = [
  registerImport,
  ingest,
  aggregation,
  oneCell,
  query,
  requests,
  rebased,
  memory,
  embedded,
  ...readers,
];

const names = benchmarks.map(({ name }) => name);
const { only = names } = parseArgs({ options: { only: { type: 'string', multiple: true } } }).values;
const unknown = only.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`there is no benchmark ${unknown.join(', ')}: write one of ${names.join(', ')}`);
  process.exit(1);
}

const taken = await seconds(async () => {
  const server = await startBenchServer();
  try {
    console.log(tableHead());
    for (const { name, run } of benchmarks) {
      if (only.includes(name)) console.log(tableLines(name, await run(server)));
    }
  } finally {
    await server.stop();
  }
});
console.log(`\n${Math.round(taken)} s in all; a ratio compares both sides of the same round`);
