import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { inMebibytes, type WorkbookLimits } from './workbook-limits.ts';
import type { ZipEntry } from './zip-directory.ts';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_LENGTH = 30;
const DAMAGED = 'copy or download the file again, or save it anew';

const inflated = promisify(inflateRaw);

/**
 * Unpacks entries of a ZIP archive. What the directory claims is held against the limits first, and then held against what
 * comes out: an entry that unpacks to more than it claims is given up at that byte. A text says what is wrong.
 */
export async function unpackZip(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  { partBytes, unpackedBytes }: Pick<WorkbookLimits, 'partBytes' | 'unpackedBytes'>,
): Promise<ReadonlyMap<string, Uint8Array> | string> {
  const total = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (total > unpackedBytes) {
    return `the workbook has ${inMebibytes(total)} when unpacked, more than ${inMebibytes(unpackedBytes)}: split it`;
  }
  const large = entries.find((entry) => entry.unpackedBytes > partBytes);
  if (large !== undefined) {
    const size = inMebibytes(large.unpackedBytes);
    return `'${large.name}' in the workbook has ${size} when unpacked, more than ${inMebibytes(partBytes)}: split the table`;
  }
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const part = await unpacked(bytes, entry);
    if (typeof part === 'string') return part;
    parts.set(entry.name, part);
  }
  return parts;
}

async function unpacked(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array | string> {
  const { name, offset, packedBytes, unpackedBytes, method, crc } = entry;
  if (entry.isEncrypted) return `'${name}' in the archive is encrypted: save the workbook without a password`;
  const packed = packedPart(bytes, offset, packedBytes);
  if (packed === null) return `'${name}' in the archive is damaged or cut off: ${DAMAGED}`;
  if (method !== 0 && method !== 8) {
    return `'${name}' in the archive is packed by the unknown method ${method}: save the workbook anew`;
  }
  const part = method === 0 ? packed : await inflate(packed, unpackedBytes);
  if (part === null || part.length !== unpackedBytes) {
    return `'${name}' in the archive does not unpack to the ${unpackedBytes} bytes that it claims: ${DAMAGED}`;
  }
  if (crc32(part) !== crc) return `'${name}' in the archive is damaged (its checksum is wrong): ${DAMAGED}`;
  return part;
}

function packedPart(bytes: Uint8Array, offset: number, length: number): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) return null;
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + length > bytes.length ? null : bytes.subarray(start, start + length);
}

/** Null for what is no deflated data, or more of it than announced. */
async function inflate(packed: Uint8Array, announced: number): Promise<Uint8Array | null> {
  try {
    return await inflated(packed, { maxOutputLength: Math.max(1, announced) });
  } catch {
    return null;
  }
}
