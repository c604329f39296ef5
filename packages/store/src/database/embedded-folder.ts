import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockFolder } from './folder-lock.ts';

/** The folder of an embedded database, locked for this process. */
export type EmbeddedFolder = {
  /** Where PostgreSQL keeps its files. */
  readonly data: string;
  /** Whether there is no database in it yet. */
  readonly isNew: boolean;
  /** To be called once PostgreSQL has started. */
  readonly started: () => void;
  readonly release: () => void;
};

/**
 * Takes the folder, creating it where it is missing.
 *
 * While its files are first created, a marker stands beside them. If it is still there at the next start,
 * the first was interrupted and nothing can have been committed, so the half-made files are removed.
 *
 * @throws FolderInUseError
 */
export async function takeFolder(path: string): Promise<EmbeddedFolder> {
  const folder = resolve(path);
  const data = join(folder, 'postgres');
  const marker = join(folder, 'first-start');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = await lockFolder(folder);
  if (existsSync(marker)) rmSync(data, { recursive: true, force: true });
  const isNew = !existsSync(data);
  if (isNew) {
    writeFileSync(marker, 'The database is being created. If this file stays, the next start begins anew.\n');
    mkdirSync(data, { mode: 0o700 });
  }
  return { data, isNew, started: () => rmSync(marker, { force: true }), release };
}
