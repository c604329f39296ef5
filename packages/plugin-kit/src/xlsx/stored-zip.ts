import { crc32 } from 'node:zlib';

/** A ZIP archive of parts as they are, without compression: what reads it can no longer be surprised by its size. */
export function storedZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const path = new TextEncoder().encode(name);
    const described = description(content, path.length);
    files.push(numbers([32, 0x04034b50], ...described, [16, 0]), path, content);
    directory.push(
      numbers(
        [32, 0x02014b50],
        [16, 20],
        ...described,
        [16, 0],
        [16, 0],
        [16, 0],
        [16, 0],
        [32, 0],
        [32, offset],
      ),
      path,
    );
    offset += 30 + path.length + content.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const { size: count } = parts;
  const end = numbers(
    [32, 0x06054b50],
    [16, 0],
    [16, 0],
    [16, count],
    [16, count],
    [32, size],
    [32, offset],
    [16, 0],
  );
  return Buffer.concat([...files, ...directory, end]);
}

type Field = readonly [bits: 16 | 32, value: number];

/** What both headers of an entry say: version, flags (names are UTF-8), method, time, checksum, sizes, length of the name. */
function description(content: Uint8Array, nameLength: number): readonly Field[] {
  return [
    [16, 20],
    [16, 0x800],
    [16, 0],
    [16, 0],
    [16, 0x21],
    [32, crc32(content)],
    [32, content.length],
    [32, content.length],
    [16, nameLength],
  ];
}

function numbers(...fields: readonly Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bits]) => sum + bits / 8, 0)));
  let at = 0;
  for (const [bits, value] of fields) {
    if (bits === 16) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bits / 8;
  }
  return new Uint8Array(view.buffer);
}
