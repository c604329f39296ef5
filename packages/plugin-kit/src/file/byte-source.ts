import { createReadStream, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { legibleProblems } from '../input/legible-problems.ts';

/**
 * Bytes that can be read from their beginning: a file as often as wanted, a stream once more after its head was
 * looked at. `tail` is the end of a file, and null for a stream, whose end is known only when it has come.
 */
export type ByteSource = {
  readonly open: () => AsyncIterable<Uint8Array>;
  readonly tail: (length: number) => Promise<Uint8Array | null>;
  /** Size in bytes; null for a stream. */
  readonly size: number | null;
};

const CHUNK = 64 * 1024;

/** The bytes of a file. Throws InputProblems when it cannot be read. */
export async function fileSource(path: string): Promise<ByteSource> {
  const { size } = await statOfFile(path).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    throw legibleProblems('The file cannot be opened', [{ file: path, message }]);
  });
  return {
    size,
    open: () => createReadStream(path, { highWaterMark: CHUNK }),
    tail: async (length) => {
      await using file = await open(path);
      const buffer = new Uint8Array(Math.min(length, size));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, size - buffer.length);
      return buffer.subarray(0, bytesRead);
    },
  };
}

async function statOfFile(path: string): Promise<Stats> {
  const found = await stat(path);
  if (!found.isFile()) throw new Error('expected a file');
  return found;
}

/**
 * The bytes of a stream. What was read before the first reader left (the head of the table) is kept for the second;
 * from then on nothing is kept.
 */
export function streamSource(stream: AsyncIterable<Uint8Array>): ByteSource {
  const iterator = stream[Symbol.asyncIterator]();
  let head: Uint8Array[] | null = [];
  let opened = 0;

  async function* read(): AsyncGenerator<Uint8Array> {
    opened += 1;
    if (opened > 2)
      throw new Error('a stream can be read only once; give the path of a file to read it again');
    const last = opened === 2;
    const kept = head ?? [];
    if (last) head = null;
    try {
      yield* [...kept];
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
        head?.push(next.value);
        yield next.value;
      }
    } finally {
      if (last) await iterator.return?.();
    }
  }
  return { size: null, open: read, tail: async () => null };
}

/** Passes bytes on, counts them and stops when asked to. */
export async function* countedBytes(
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
  count: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    signal?.throwIfAborted();
    count(chunk.length);
    yield chunk;
  }
}
