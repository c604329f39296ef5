import { crc32, deflateRawSync } from 'node:zlib';

/** A file in an archive; what is given beside name and content is claimed in its headers, true or not. */
export type EvilEntry = {
  readonly name: string;
  readonly content: Uint8Array;
  /** Already deflated, for contents that are huge and the same every time. */
  readonly packed?: Uint8Array;
  readonly stored?: boolean;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly claimedPacked?: number;
  readonly claimedUnpacked?: number;
  readonly claimedOffset?: number;
};

/** What stands around the files: `count` is claimed in the end, `directoryOffset` where the directory should begin. */
export type EvilEnd = {
  readonly before?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly count?: number;
  readonly directoryOffset?: number;
};

type Field = readonly [bytes: 2 | 4, value: number];

/** Writes a ZIP archive that says what it is told to say. */
export function evilZip(entries: readonly EvilEntry[], end: EvilEnd = {}): Uint8Array {
  const before = end.before ?? new Uint8Array();
  const files: Uint8Array[] = [before];
  const directory: Uint8Array[] = [];
  let offset = before.length;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = entry.stored === true ? entry.content : (entry.packed ?? deflateRawSync(entry.content));
    const described: readonly Field[] = [
      [2, 20],
      [2, entry.flags ?? 0],
      [2, entry.method ?? (entry.stored === true ? 0 : 8)],
      [4, 0x00210000],
      [4, entry.crc ?? crc32(entry.content)],
      [4, entry.claimedPacked ?? content.length],
      [4, entry.claimedUnpacked ?? entry.content.length],
      [2, name.length],
    ];
    files.push(fields([[4, 0x04034b50], ...described, [2, 0]]), name, content);
    const rest: readonly Field[] = [
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, entry.claimedOffset ?? offset],
    ];
    directory.push(fields([[4, 0x02014b50], [2, 20], ...described, ...rest]), name);
    offset += 30 + name.length + content.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const comment = end.comment ?? new Uint8Array();
  const count = end.count ?? entries.length;
  const last = fields([
    [4, 0x06054b50],
    [4, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, end.directoryOffset ?? offset],
    [2, comment.length],
  ]);
  return Buffer.concat([...files, ...directory, last, comment]);
}

function fields(list: readonly Field[]): Uint8Array {
  const bytes = Buffer.alloc(list.reduce((sum, [length]) => sum + length, 0));
  let at = 0;
  for (const [length, value] of list) {
    if (length === 2) bytes.writeUInt16LE(value & 0xffff, at);
    else bytes.writeUInt32LE(value >>> 0, at);
    at += length;
  }
  return bytes;
}
