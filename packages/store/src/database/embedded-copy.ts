import { copyChunks } from './copy-chunks.ts';
import { asCopyError } from './copy-error.ts';
import { copyStatement, requireTransaction } from './copy-statement.ts';
import type { CopyIn } from './database.ts';
import type { EmbeddedThread } from './embedded-thread.ts';

const CHUNK = 1024 * 1024;

/**
 * COPY for the embedded engine, which breaks on COPY data in the connection: every chunk is handed to its
 * thread, and the client's own connection then reads it with `copy ... from '/dev/blob'`. So order,
 * transaction and errors are those of any other statement of that client.
 */
export function embeddedCopy(thread: EmbeddedThread): CopyIn {
  return async (client, table, columns, lines) => {
    requireTransaction(client);
    const statement = copyStatement(table, columns, `'/dev/blob'`);
    let rows = 0;
    for await (const chunk of copyChunks(lines, CHUNK)) {
      // A copy, because the buffer is moved to the thread and Node's may be a piece of a shared one.
      await thread.offerBlob(new Uint8Array(chunk));
      try {
        const { rowCount } = await client.query(statement);
        rows += rowCount ?? 0;
      } catch (error) {
        throw asCopyError(error, table, rows);
      }
    }
    await thread.offerBlob(new Uint8Array());
    return rows;
  };
}
