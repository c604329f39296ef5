import { crc32 } from 'node:zlib';

/** A cell of a workbook as people leave it: a text, a number, a number shown in per cent, the last result of a formula. */
export type SmallCell =
  | string
  | number
  | { readonly value: number; readonly formula?: string; readonly isPercent?: boolean };

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** An Excel workbook with one sheet of these rows, the first being row 1. */
export function smallWorkbook(
  rows: readonly (readonly SmallCell[])[],
  { hiddenRow }: { readonly hiddenRow: number },
): Uint8Array {
  const lines = rows.map((cells, index) => {
    const row = index + 1;
    const written = cells.map((cell, column) => cellXml(`${'ABCDEFGH'[column]}${row}`, cell));
    return `<row r="${row}"${row === hiddenRow ? ' hidden="1"' : ''}>${written.join('')}</row>`;
  });
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`;
  return storedZip({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types">${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('styles', 'styles')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="Tabelle1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
  });
}

function cellXml(place: string, cell: SmallCell): string {
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  const { value, formula, isPercent = false } = cell;
  const calculated = formula === undefined ? '' : `<f>${formula}</f>`;
  return `<c r="${place}"${isPercent ? ' s="1"' : ''}>${calculated}<v>${value}</v></c>`;
}

/** A ZIP archive of texts as they are, without compression. */
function storedZip(parts: Readonly<Record<string, string>>): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text);
    const path = Buffer.from(name);
    const described = Buffer.alloc(26);
    described.writeUInt16LE(20, 0);
    described.writeUInt32LE(crc32(content), 10);
    described.writeUInt32LE(content.length, 14);
    described.writeUInt32LE(content.length, 18);
    described.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), described, place, path);
    files.push(Buffer.from('PK\x03\x04'), described, path, content);
    offset += 30 + path.length + content.length;
  }
  const count = Object.keys(parts).length;
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...directory, Buffer.from('PK\x05\x06'), end]);
}
