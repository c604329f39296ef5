/**
 * The thread that the embedded PostgreSQL runs in, so that HTTP and progress stay alive during a query.
 *
 * Started by `startEmbedded` with `EmbeddedStart`, takes `EmbeddedRequest`s and sends `EmbeddedAnswer`s; queries
 * arrive through the socket.
 */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { embeddedOptions } from './embedded-options.ts';
import type { EmbeddedRequest, EmbeddedStart } from './embedded-thread.ts';

const { folder, template, socket }: EmbeddedStart = workerData;

let lastMessages: readonly string[] = [];

const database = await PGlite.create({
  ...embeddedOptions,
  ...(folder === null ? {} : { dataDir: folder }),
  ...(template === null ? {} : { loadDataDir: await savedDatabase(template) }),
  onStderr: (line) => {
    lastMessages = [...lastMessages.slice(-2), line];
    return false;
  },
}).catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  throw new Error([reason, ...lastMessages].join('; '), { cause: error });
});

async function savedDatabase(path: string): Promise<Blob> {
  return new Blob([await readFile(path)], { type: 'application/gzip' });
}

/** What PGlite throws inside itself for every error in SQL; it then answers with that error. */
const SQL_ERROR = 100;

/** Ends this thread at once, even inside a loop, and says why. */
function giveUp(error: unknown): never {
  parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}

// After any other exception (a stack overflow, for instance) PGlite would try the same statement for ever.
const engine = database.Module;
const execute = engine._PostgresMainLoopOnce;
engine._PostgresMainLoopOnce = () => {
  try {
    execute();
  } catch (error) {
    if ((error as { readonly status?: unknown }).status !== SQL_ERROR) giveUp(error);
    throw error;
  }
};

// And after a message that throws, the socket server would leave all later ones unanswered.
const receive = database.execProtocolRawStream.bind(database);
database.execProtocolRawStream = (message, options) => receive(message, options).catch(giveUp);

// More than the pool's one, so that a connection that is about to close does not turn the next one away.
const server = new PGLiteSocketServer({ db: database, path: socket, maxConnections: 8 });
await server.start();

parentPort?.on('message', async ({ id, blob, close }: EmbeddedRequest) => {
  // What the statement `copy ... from '/dev/blob'` of the connection reads.
  if (blob) await database._handleBlob(new Blob([blob]));
  if (close) {
    await server.stop();
    await database.close();
  }
  parentPort?.postMessage({ done: id });
});
parentPort?.postMessage({ done: 0 });
