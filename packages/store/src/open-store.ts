import type { Kysely } from 'kysely';
import { type Database, type DatabaseTarget, openDatabase } from './database/open-database.ts';
import { migrate } from './migration/migrate.ts';
import type { StoreSchema } from './store-schema.ts';

/** An open, migrated database. Readers use `db`; the functions that write take the store itself. */
export type Store = {
  readonly database: Database;
  readonly db: Kysely<StoreSchema>;
  readonly close: () => Promise<void>;
};

/** Opens a database, embedded or a server, and migrates it. Throws when it cannot be reached or is in use. */
export async function openStore(target: DatabaseTarget): Promise<Store> {
  return storeOn(await openDatabase(target));
}

/** A store on an open database, which it migrates and then owns. */
export async function storeOn(database: Database): Promise<Store> {
  const db = database.kysely<StoreSchema>();
  try {
    await migrate(db);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { database, db, close: () => database.close() };
}
