import type { Database, DatabaseTarget } from './database.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';
import { openServerDatabase } from './server-database.ts';

export type { CopyIn, Database, DatabaseTarget } from './database.ts';

/**
 * Opens a database and proves that it answers.
 *
 * @throws FolderInUseError where another process holds the embedded folder; an Error that says where and
 *   why (never with the password) where the database cannot be reached or is not UTF-8.
 */
export async function openDatabase(target: DatabaseTarget): Promise<Database> {
  if (target.kind === 'server') return openServerDatabase(target);
  return openEmbeddedDatabase(target);
}
