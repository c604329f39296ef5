import { setImmediate } from 'node:timers/promises';

/**
 * Gathers COPY text into UTF-8 chunks of about `size` characters that hold whole lines.
 *
 * Yields at least one chunk, so that a COPY of nothing still fails on a table that does not exist.
 */
export async function* copyChunks(
  lines: AsyncIterable<string> | Iterable<string>,
  size: number,
): AsyncGenerator<Buffer<ArrayBuffer>> {
  let parts: string[] = [];
  let length = 0;
  let yielded = false;
  for await (const part of lines) {
    parts.push(part);
    length += part.length;
    if (length < size) continue;
    const text = parts.join('');
    const end = text.lastIndexOf('\n') + 1;
    const rest = text.slice(end);
    parts = [rest];
    length = rest.length;
    if (end === 0) continue;
    yielded = true;
    yield Buffer.from(text.slice(0, end));
    // A source and a socket that never have to wait would keep the event loop from everything else, even
    // from hearing that the database has refused a row long ago.
    await setImmediate();
  }
  if (length > 0 || !yielded) yield Buffer.from(parts.join(''));
}
