import { importRegister, openDatabase, openStore, readRegister, syncCatalogue } from '@kreisweit/store';
import { startTestServer } from '../../store/src/testing/test-server.ts';
import { builtInCatalogue } from '../src/plugins.ts';
import { officialFile } from '../src/testing/official-file.ts';

/** The registers that the tables of 2008 to 2015 are read with. */
const registers = ['register/31122013_Auszug_GV.xlsx', 'register/31122021_Auszug_GV.xlsx'];

/** A PostgreSQL for the time of the benchmarks. All databases that it gives out are new. */
export type BenchServer = {
  /** A database that is migrated and holds nothing. */
  readonly empty: () => Promise<string>;
  /** A database with the definitions of the built-in plug-ins and the registers of 2013 and 2021. */
  readonly withRegisters: () => Promise<string>;
  /** Removes a database that was given out; nobody may be connected. */
  readonly drop: (url: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * Starts it. Databases are copies of templates, which are made when first asked for: copying one takes a tenth of the
 * time of importing registers.
 */
export async function startBenchServer(): Promise<BenchServer> {
  const { url, stop } = await startTestServer();
  const administration = await openDatabase({ kind: 'server', url: `${url}/postgres`, max: 1 });
  const templates = new Map<string, Promise<void>>();
  let copies = 0;

  const copyOf = async (template: string, fill: (url: string) => Promise<void>): Promise<string> => {
    const made = templates.get(template) ?? makeTemplate(template, fill);
    templates.set(template, made);
    await made;
    copies += 1;
    const name = `${template}_${copies}`;
    await administration.pool.query(`create database ${name} template ${template} strategy file_copy`);
    return `${url}/${name}`;
  };
  const makeTemplate = async (name: string, fill: (url: string) => Promise<void>): Promise<void> => {
    await administration.pool.query(`create database ${name}`);
    await fill(`${url}/${name}`);
  };

  return {
    empty: () => copyOf('empty', migrateOnly),
    withRegisters: () => copyOf('registers', importRegisters),
    drop: async (database) => {
      await administration.pool.query(`drop database ${new URL(database).pathname.slice(1)}`);
    },
    stop: async () => {
      await administration.close();
      await stop();
    },
  };
}

async function migrateOnly(url: string): Promise<void> {
  const store = await openStore({ kind: 'server', url });
  await store.close();
}

async function importRegisters(url: string): Promise<void> {
  const store = await openStore({ kind: 'server', url });
  await syncCatalogue(store, builtInCatalogue());
  for (const file of registers) {
    await importRegister(store, await readRegister(officialFile(file)), { checksum: file });
  }
  await store.database.pool.query('vacuum analyze');
  await store.close();
}
