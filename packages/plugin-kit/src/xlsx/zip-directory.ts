/** A file inside a ZIP archive as its directory describes it; the sizes are only claims. */
export type ZipEntry = {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where its local header begins. */
  readonly offset: number;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 0xffff;
const IN_ZIP64 = 0xffffffff;

const CUT_OFF = 'the archive is damaged or cut off: copy or download the file again, or save it anew';

/** Reads the directory at the end of a ZIP archive; a text says why it cannot be read. */
export function zipDirectory(bytes: Uint8Array, mostEntries: number): readonly ZipEntry[] | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return CUT_OFF;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === IN_ZIP64) return 'the archive is a ZIP64, which is for files above 4 GiB';
  if (count > mostEntries) return `the archive holds ${count} files, more than ${mostEntries}`;
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) return CUT_OFF;
    const nameEnd = at + ENTRY_LENGTH + view.getUint16(at + 28, true);
    if (nameEnd > end) return CUT_OFF;
    const entry: ZipEntry = {
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, nameEnd)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if ([entry.packedBytes, entry.unpackedBytes, entry.offset].includes(IN_ZIP64)) {
      return 'the archive is a ZIP64, which is for files above 4 GiB';
    }
    if (names.has(entry.name)) return `the archive holds '${entry.name}' twice: save the file anew`;
    names.add(entry.name);
    entries.push(entry);
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}
