import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What the thread is started with: the folder of the data files or null for memory, a saved database or null. */
export type EmbeddedStart = {
  readonly folder: string | null;
  readonly template: string | null;
  /** The Unix socket to listen on. */
  readonly socket: string;
};

/** What the thread can be asked beside queries. */
export type EmbeddedRequest = {
  readonly id: number;
  /** The text that the next `copy ... from '/dev/blob'` reads; empty releases it. */
  readonly blob?: Uint8Array<ArrayBuffer>;
  readonly close?: true;
};

/** What the thread says: that a request is done (0: it has started), or why it ends. */
export type EmbeddedAnswer = { readonly done: number } | { readonly failure: string };

/** The running thread. */
export type EmbeddedThread = {
  readonly offerBlob: (blob: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Writes everything to disk and ends the thread. */
  readonly close: () => Promise<void>;
  /** Why the thread ended by itself; undefined while it runs. */
  readonly failure: () => Error | undefined;
};

/** The same file beside this one: TypeScript in the repository, JavaScript once built. */
const file = new URL(`./embedded-worker${extname(import.meta.url)}`, import.meta.url);

/**
 * Starts the thread and waits until its socket takes connections.
 *
 * @throws Error with the reason where PostgreSQL cannot start
 */
export async function startEmbedded(start: EmbeddedStart): Promise<EmbeddedThread> {
  // Without the flags of this process: some of them (--eval, --input-type) keep a thread from starting.
  const worker = new Worker(file, { workerData: start, name: 'kreisweit-database', execArgv: [] });
  const waiting = new Map<number, PromiseWithResolvers<void>>();
  let failure: Error | undefined;
  let lastId = 0;

  const end = (reason: string, cause?: Error) => {
    failure ??= new Error(
      `The embedded database ended: ${reason}. Start the program again; what was committed in its folder is kept.`,
      { cause },
    );
    for (const request of waiting.values()) request.reject(failure);
    waiting.clear();
  };
  worker.on('message', (answer: EmbeddedAnswer) => {
    if ('failure' in answer) return end(answer.failure);
    waiting.get(answer.done)?.resolve();
    waiting.delete(answer.done);
  });
  worker.on('error', (error) => end(error instanceof Error ? error.message : String(error), error as Error));
  worker.on('exit', (code) => end(`its thread exited with status ${code}`));

  const answerTo = (id: number): Promise<void> => {
    if (failure) return Promise.reject(failure);
    const request = Promise.withResolvers<void>();
    waiting.set(id, request);
    return request.promise;
  };
  const ask = (request: Omit<EmbeddedRequest, 'id'>): Promise<void> => {
    const id = ++lastId;
    const answer = answerTo(id);
    worker.postMessage({ id, ...request }, request.blob ? [request.blob.buffer] : []);
    return answer;
  };

  await answerTo(0).catch((error: Error) => {
    const place = start.folder === null ? 'in memory' : `in ${start.folder}`;
    const reason = error.cause instanceof Error ? error.cause.message : error.message;
    throw new Error(`Cannot start the embedded database ${place}: ${reason}`, { cause: error });
  });
  return Object.freeze({
    offerBlob: (blob: Uint8Array<ArrayBuffer>) => ask({ blob }),
    close: async () => {
      if (!failure) await ask({ close: true });
      await worker.terminate();
    },
    failure: () => failure,
  });
}
