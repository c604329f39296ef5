import { inflateRawSync } from 'node:zlib';
import { officialFile, officialLines } from './official-file.ts';

/** What a record of a register names: Satzart 50 an association (ARS prefix of 9 digits), 60 a municipality (ARS). */
export type RecordType = '50' | '60';

/** The ARS of all records of one type in the register of November 2023 (GV100AD, fixed width). */
export function registered2023(type: RecordType): readonly string[] {
  return officialLines('register/GV100AD_301123.txt')
    .filter((record) => record.startsWith(type))
    .map((record) => record.slice(10, 15) + record.slice(18, 22) + record.slice(15, 18).trim());
}

/** The ARS of all records of one type in the register of 2013 (the published sheet). */
export function registered2013(type: RecordType): readonly string[] {
  const [strings = '', sheet = ''] = zipEntries(officialFile('register/31122013_Auszug_GV.xlsx'), [
    'xl/sharedStrings.xml',
    'xl/worksheets/sheet2.xml',
  ]);
  const texts = [...strings.matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    item.replace(/<[^>]*>/g, ''),
  );
  return [...sheet.matchAll(/<row (.*?)<\/row>/gs)].flatMap(([, row = '']) => {
    const cells = new Map(
      [...row.matchAll(/<c r="([A-G])\d+"[^>]*t="s"[^>]*><v>(\d+)<\/v>/g)].map(([, column, index]) => [
        column,
        texts[Number(index)] ?? '',
      ]),
    );
    return cells.get('A') === type
      ? [['C', 'D', 'E', 'F', 'G'].map((column) => cells.get(column) ?? '').join('')]
      : [];
  });
}

/** The texts of some files in a zip archive, found through its central directory. */
function zipEntries(archive: Buffer, names: readonly string[]): readonly string[] {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const found = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (names.includes(name)) {
      const local = archive.readUInt32LE(at + 42);
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
      found.set(name, inflateRawSync(packed).toString('utf8'));
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return names.map((name) => found.get(name) ?? '');
}
