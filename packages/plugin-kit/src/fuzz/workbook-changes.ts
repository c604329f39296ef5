import { crc32, deflateRawSync } from 'node:zlib';
import { chosen, type Draw } from './change.ts';
import { type EvilEnd, type EvilEntry, evilZip } from './evil-zip.ts';
import { sheetChanges } from './sheet-changes.ts';
import { textChanges } from './text-changes.ts';

/** The parts of a workbook, packed anew each time. */
export type Packed = { readonly entries: readonly EvilEntry[]; readonly end?: EvilEnd };

type WorkbookChange = (entries: readonly EvilEntry[], draw: Draw) => Packed;

const SHEET = 'xl/worksheets/sheet1.xml';
const MEBIBYTE = 1024 * 1024;

/** Contents that are small when packed, made once: blanks, rows, cells, and texts of a sheet. */
const bombs = [
  ['blanks', () => ' '.repeat(90 * MEBIBYTE)],
  ['a sheet of blanks', () => sheetOf(' '.repeat(60 * MEBIBYTE))],
  ['rows', () => sheetOf('<row/>'.repeat(9 * MEBIBYTE))],
  ['cells', () => sheetOf(`<row r="1">${'<c/>'.repeat(15 * MEBIBYTE)}</row>`)],
  ['cells with values', () => sheetOf(rowsOf(60_000, 50))],
  ['texts', () => `<sst>${'<si><t>a</t></si>'.repeat(3 * MEBIBYTE)}</sst>`],
  ['columns', () => sheetOf('', `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(MEBIBYTE)}</cols>`)],
  [
    'merged cells',
    () => sheetOf('', '', `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(2 * MEBIBYTE)}</mergeCells>`),
  ],
  ['elements inside each other', () => sheetOf('<a>'.repeat(8 * MEBIBYTE))],
] as const;

function sheetOf(rows: string, before = '', behind = ''): string {
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`;
}

function rowsOf(rows: number, columns: number): string {
  const cells = '<c><v>1</v></c>'.repeat(columns);
  return Array.from({ length: rows }, (_, row) => `<row r="${row + 1}">${cells}</row>`).join('');
}

type Bomb = Pick<EvilEntry, 'content' | 'packed' | 'crc'>;

const made = new Map<number, Bomb>();

function bomb(number: number): Bomb {
  const choice = number % bombs.length;
  const known = made.get(choice);
  if (known !== undefined) return known;
  const content = Buffer.from(bombs[choice]?.[1]() ?? '');
  const entry = { content, packed: deflateRawSync(content), crc: crc32(content) };
  made.set(choice, entry);
  return entry;
}

function ofOne(change: (entry: EvilEntry, draw: Draw) => EvilEntry): WorkbookChange {
  return (entries, draw) => {
    const place = placeOf(entries, draw.at);
    return { entries: entries.map((entry, index) => (index === place ? change(entry, draw) : entry)) };
  };
}

/** One of the parts; every second time the first sheet, which holds the figures. */
function placeOf(entries: readonly EvilEntry[], at: number): number {
  const sheet = entries.findIndex(({ name }) => name === SHEET);
  return at % 2 === 0 && sheet >= 0 ? sheet : chosen(at >> 1, entries.length);
}

const claims = [0, 1, 100, 64 * MEBIBYTE, 300 * MEBIBYTE, 0x7fffffff, 0xfffffffe, 0xffffffff];

/** What can happen to the archive that a workbook is, by name. */
export const archiveChanges: Readonly<Record<string, WorkbookChange>> = {
  'a part left out': (entries, { at }) => ({
    entries: entries.filter((_, index) => index !== placeOf(entries, at)),
  }),
  'a part twice': (entries, { at }) => ({
    entries: entries.flatMap((entry, index) => (index === placeOf(entries, at) ? [entry, entry] : [entry])),
  }),
  'a part of another name': ofOne((entry, { which }) => ({
    ...entry,
    name:
      [
        'xl/x.xml',
        '../../x.xml',
        '/xl/workbook.xml',
        'C:\\x.xml',
        '',
        'xl\\workbook.xml',
        'XL/WORKBOOK.XML',
        '\u0000.xml',
      ][which % 8] ?? '',
  })),
  'a part as another': (entries, { at, to }) => ({
    entries: entries.map((entry, index) =>
      index === placeOf(entries, at)
        ? { ...entry, content: entries[chosen(to, entries.length)]?.content ?? entry.content }
        : entry,
    ),
  }),
  'an empty part': ofOne((entry) => ({ ...entry, content: new Uint8Array() })),
  'a size that lies': ofOne((entry, { which }) => ({
    ...entry,
    claimedUnpacked: claims[which % claims.length] ?? 0,
  })),
  'a packed size that lies': ofOne((entry, { which }) => ({
    ...entry,
    claimedPacked: claims[which % claims.length] ?? 0,
  })),
  'a place that lies': ofOne((entry, { which }) => ({
    ...entry,
    claimedOffset: claims[which % claims.length] ?? 0,
  })),
  'a checksum that lies': ofOne((entry, { to }) => ({ ...entry, crc: to })),
  'a method of packing': ofOne((entry, { which }) => ({
    ...entry,
    method: [0, 1, 8, 9, 12, 14, 93, 99][which % 8] ?? 0,
  })),
  flags: ofOne((entry, { which }) => ({ ...entry, flags: 1 << (which % 16) })),
  'stored, not packed': ofOne((entry) => ({ ...entry, stored: true })),
  'a bomb': (entries, { at, which }) => {
    const place = placeOf(entries, at);
    return {
      entries: entries.map((entry, index) => (index === place ? { ...entry, ...bomb(which) } : entry)),
    };
  },
  'bombs that say that they are small': ofOne((entry, { which }) => ({
    ...entry,
    ...bomb(which),
    claimedUnpacked: 1_000,
  })),
  'many bombs': (entries, { which }) => ({
    entries: [
      ...entries,
      ...Array.from({ length: 60 }, (_, index) => ({
        name: `xl/worksheets/more${index}.xml`,
        ...bomb(which),
      })),
    ],
  }),
  'many parts': (entries, { which }) => ({
    entries: [
      ...entries,
      ...Array.from({ length: (which % 3_000) + 10 }, (_, index) => ({
        name: `xl/worksheets/more${index}.xml`,
        content: new Uint8Array(),
        stored: true,
      })),
    ],
  }),
  'many sheets': (entries, { which }) => {
    const sheet = entries.find(({ name }) => name === SHEET) ?? { name: SHEET, content: new Uint8Array() };
    const more = Array.from({ length: (which % 70) + 1 }, (_, index) => ({
      ...sheet,
      name: `xl/worksheets/more${index}.xml`,
    }));
    return { entries: [...entries, ...more] };
  },
  'an archive inside': (entries, { at }) => ({
    entries: entries.map((entry, index) =>
      index === placeOf(entries, at) ? { ...entry, content: evilZip(entries) } : entry,
    ),
  }),
  'another end': (entries, { at, which }) => ({
    entries,
    end:
      [
        { count: 0xffff },
        { count: 0 },
        { count: entries.length + 1 },
        { directoryOffset: 0xffffffff },
        { directoryOffset: 0 },
        { directoryOffset: at },
        { before: Buffer.from('MZ') },
        { comment: Buffer.from('PK\u0005\u0006'.repeat(200), 'latin1') },
        { comment: Buffer.alloc(0xffff, 'x') },
      ][which % 9] ?? {},
  }),
};

/** Changes a part of a workbook as text; a bomb stays what it is. */
function ofText(change: (text: string, draw: Draw) => string): WorkbookChange {
  return ofOne((entry, draw) => {
    if (entry.content.length > MEBIBYTE) return entry;
    const text = Buffer.from(entry.content).toString('latin1');
    return { name: entry.name, content: Buffer.from(change(text, { ...draw, at: draw.to }), 'latin1') };
  });
}

const partChanges = Object.entries({ ...textChanges, ...sheetChanges });

/** Everything that can happen to a workbook before it is packed, by name. */
export const workbookChanges: Readonly<Record<string, WorkbookChange>> = {
  ...archiveChanges,
  ...Object.fromEntries(partChanges.map(([name, change]) => [`in a part: ${name}`, ofText(change)])),
};
