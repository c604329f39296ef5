import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { count } from '../count.ts';
import { refused } from './refused.ts';

/** `mostBytes` a file may have, and how long a sender may send nothing (milliseconds). */
export type ReceiveLimits = { readonly mostBytes: number; readonly stalledAfterMs: number };

/** A file that has arrived: its size, and the SHA-256 of its bytes in hexadecimal. */
export type ReceivedFile = { readonly bytes: number; readonly checksum: string };

const MEBIBYTE = 1024 * 1024;

/** Throws Refused (413) for a file that says itself that it is too large, before any of it is read. */
export function refuseLength({ headers }: IncomingMessage, { mostBytes }: ReceiveLimits): void {
  const length = Number(headers['content-length'] ?? 0);
  if (length <= mostBytes) return;
  throw refused(
    413,
    `the file has ${count(length)} bytes, ${count(length - mostBytes)} more than ${limitText(mostBytes)}`,
  );
}

/**
 * Writes the body of a request to a new file as it arrives, and hashes it on the way. Throws Refused as soon as it is too large (413): the
 * rest is not read then. A sender who goes away, or falls silent and holds up others, is given up with the connection (400, which
 * nobody reads any more).
 */
export async function receiveFile(
  request: IncomingMessage,
  path: string,
  { mostBytes, stalledAfterMs }: ReceiveLimits,
): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  await using file = await open(path, 'wx', 0o600);
  let bytes = 0;
  const stalled = setTimeout(() => request.destroy(), stalledAfterMs);
  try {
    // The connection must outlive a refusal, which is sent on it.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      stalled.refresh();
      bytes += chunk.length;
      if (bytes > mostBytes) throw refused(413, `the file is longer than ${limitText(mostBytes)}`);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
  } catch (error) {
    if (!request.destroyed) throw error;
    throw refused(400, 'the connection ended before the whole file had arrived: send it again');
  } finally {
    clearTimeout(stalled);
  }
  if (!request.complete) throw refused(400, 'the file is shorter than was announced: send it again');
  return { bytes, checksum: hash.digest('hex') };
}

function limitText(mostBytes: number): string {
  const size = mostBytes < MEBIBYTE ? '' : ` (${count(Math.floor(mostBytes / MEBIBYTE))} MiB)`;
  return `the ${count(mostBytes)} bytes${size} that are taken in at once: deliver it in parts, such as a file for each period`;
}
