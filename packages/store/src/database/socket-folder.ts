import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The port is only a part of the name that PostgreSQL clients give to a Unix socket. */
const SOCKET = '.s.PGSQL.5432';

/** The system cuts the path of a socket at about a hundred characters. */
const LONGEST_BASE = 60;

/**
 * A new folder for the embedded database's socket, which only this user may enter (mode 0700): the database
 * itself asks for no password.
 *
 * `remove` deletes it; the end of the process does too, except for kill -9.
 */
export function createSocketFolder(): {
  readonly path: string;
  readonly socket: string;
  readonly remove: () => void;
} {
  if (process.platform === 'win32') {
    throw new Error(
      'The embedded database needs Unix sockets: on Windows set DATABASE_URL, or run inside WSL.',
    );
  }
  const base = tmpdir();
  const path = mkdtempSync(join(base.length > LONGEST_BASE ? '/tmp' : base, 'kreisweit-'));
  const remove = () => {
    process.off('exit', remove);
    rmSync(path, { recursive: true, force: true });
  };
  process.on('exit', remove);
  return { path, socket: join(path, SOCKET), remove };
}
