import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { copyChunks } from './copy-chunks.ts';
import { asCopyError } from './copy-error.ts';
import { copyStatement, requireTransaction } from './copy-statement.ts';
import type { CopyIn } from './database.ts';

const CHUNK = 256 * 1024;

/** COPY over the connection, with the back-pressure of the socket. */
export const serverCopy: CopyIn = async (client, table, columns, lines) => {
  requireTransaction(client);
  const target = client.query(copyFrom(copyStatement(table, columns, 'stdin')));
  try {
    await pipeline(Readable.from(copyChunks(lines, CHUNK)), target);
  } catch (error) {
    throw asCopyError(error, table, 0);
  }
  return target.rowCount;
};
