import type { Kysely } from 'kysely';
import { type Database, type DatabaseTarget, openDatabase } from './database/open-database.ts';
import { withoutTimeLimit } from './database/without-time-limit.ts';
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
    await withoutTimeLimit(db, migrate);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { database, db, close: () => database.close() };
}

/**
 * Opens a database that is migrated already, to read from: behind a pooler or on a replica, where nothing should be migrated. Throws as
 * `openDatabase` does.
 */
export async function openReader(target: DatabaseTarget): Promise<Store> {
  const database = await openDatabase(target);
  return { database, db: database.kysely<StoreSchema>(), close: () => database.close() };
}
