import { importRegister, openStore, readRegister } from '@kreisweit/store';
import { officialFile } from '../src/testing/official-file.ts';
import { alternate } from './alternate.ts';
import type { BenchServer } from './bench-server.ts';
import type { Benchmark } from './benchmark.ts';
import { median } from './median.ts';
import { seconds } from './seconds.ts';

/**
 * Reading an official register of 17,000 entries and importing it into a new database, against reading it alone. The
 * file is read anew each time; making and opening the database is not counted.
 */
export const registerImport: Benchmark = {
  name: 'register-import',
  run: async (server) => {
    const file = officialFile('register/31122021_Auszug_GV.xlsx');
    const rounds = await alternate(
      { rounds: 5, warmUp: true },
      {
        ours: () => readAndImport(server, file),
        limit: () => seconds(() => readRegister(file)),
      },
    );
    const both = median(rounds.map(({ ours }) => ours));
    const read = median(rounds.map(({ limit }) => limit));
    return {
      what: 'time of reading and importing a register / of reading it',
      aim: { atMost: 3 },
      ratios: rounds.map(({ ours, limit }) => ours / limit),
      details: [`${both.toFixed(2)} s / ${read.toFixed(2)} s`],
    };
  },
};

async function readAndImport(server: BenchServer, file: string): Promise<number> {
  const url = await server.empty();
  const store = await openStore({ kind: 'server', url });
  const taken = await seconds(async () => {
    await importRegister(store, await readRegister(file), { checksum: 'benchmark' });
  });
  await store.close();
  await server.drop(url);
  return taken;
}
