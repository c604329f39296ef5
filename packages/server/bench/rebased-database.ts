import { openInput } from '@kreisweit/plugin-kit';
import { populationPlugin } from '@kreisweit/plugin-population';
import { ingestRelease, openStore } from '@kreisweit/store';
import { releaseOf } from '../src/delivery/release-of.ts';
import { loadChangeSources } from '../src/testing/load-change-sources.ts';
import { officialFile } from '../src/testing/official-file.ts';
import type { BenchServer } from './bench-server.ts';

/** What carries the municipalities and districts of 2008 to 2015 over to the boundaries of 2020 and 2021. */
const crosswalks = [
  'changes/bbsr_xm20_gemeinden_1990-2019_to_2020.csv.gz',
  'changes/bbsr_xd20_kreise_1990-2019_to_2020.csv.gz',
  'changes/bbsr_gemeinden_2020_to_2021.csv',
];

/** A database with the national table of residents, two registers and the crosswalks between their boundaries. */
export async function rebasedDatabase(server: BenchServer): Promise<string> {
  const url = await server.withRegisters();
  const store = await openStore({ kind: 'server', url });
  await loadChangeSources(store, crosswalks);
  const file = officialFile('observations/municipalities/12411-01-01-5_00.csv');
  await ingestRelease(store, releaseOf(await openInput(populationPlugin, file), file, 'benchmark'));
  await store.database.pool.query('vacuum analyze');
  await store.close();
  return url;
}
