import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseTarget, importRegister, openStore, readRegister, type Store } from '@kreisweit/store';
import { officialFile } from '../src/testing/official-file.ts';
import type { Benchmark } from './benchmark.ts';
import { loadNation } from './load-nation.ts';
import { requestLine, requestTimes } from './request-times.ts';
import { seconds } from './seconds.ts';

/**
 * The embedded database at the size of the whole country, against PostgreSQL on the same machine: a register, the national
 * table of residents with twenty indicators, and the requests of a dashboard and a map.
 */
export const embedded: Benchmark = {
  name: 'embedded',
  run: async (server) => {
    const url = await server.withRegisters();
    const onServer = await openStore({ kind: 'server', url });
    const limit = await loadNation(onServer);
    await onServer.close();
    await server.drop(url);

    const folder = mkdtempSync(join(tmpdir(), 'kreisweit-bench-'));
    try {
      const target: DatabaseTarget = { kind: 'embedded', folder };
      const store = await openStore(target);
      const registers = await seconds(() => importRegisters(store));
      const ours = await loadNation(store);
      const times = await requestTimes(store);
      await store.close();
      const opened = await seconds(async () => (await openStore(target)).close());
      return {
        what: 'national ingest on the embedded database / on PostgreSQL',
        aim: { atMost: 5 },
        ratios: [ours / limit],
        details: [
          `two registers ${registers.toFixed(1)} s, ingest ${ours.toFixed(1)} s (PostgreSQL ${limit.toFixed(1)} s), opened and closed again in ${opened.toFixed(1)} s`,
          ...times.map(requestLine),
        ],
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function importRegisters(store: Store): Promise<void> {
  for (const name of ['31122013_Auszug_GV.xlsx', '31122021_Auszug_GV.xlsx']) {
    const register = await readRegister(officialFile(`register/${name}`));
    await importRegister(store, register, { checksum: name });
  }
}
