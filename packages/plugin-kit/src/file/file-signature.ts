/** What a file is by its first bytes when it is no text, and what to do about it. */
export type FileSignature = { readonly kind: 'zip' | 'other'; readonly message: string };

type Known = FileSignature & { readonly bytes: readonly number[] };

const COMPRESSED = 'the file is compressed: unpack it first';

const SIGNATURES: readonly Known[] = [
  { kind: 'other', bytes: [0xff, 0xfe], message: 'the file is UTF-16: save it as UTF-8' },
  { kind: 'other', bytes: [0xfe, 0xff], message: 'the file is UTF-16: save it as UTF-8' },
  {
    kind: 'zip',
    bytes: [0x50, 0x4b, 0x03, 0x04],
    message: 'the file is an Excel workbook or a ZIP archive: save the table as CSV',
  },
  {
    kind: 'other',
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    message: 'the file is an old Excel workbook: save the table as CSV',
  },
  { kind: 'other', bytes: [0x1f, 0x8b], message: COMPRESSED },
  { kind: 'other', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], message: COMPRESSED },
  { kind: 'other', bytes: [0x28, 0xb5, 0x2f, 0xfd], message: COMPRESSED },
  { kind: 'other', bytes: [0x37, 0x7a, 0xbc, 0xaf], message: COMPRESSED },
  {
    kind: 'other',
    bytes: [0x25, 0x50, 0x44, 0x46],
    message: 'the file is a PDF: figures are read from CSV, JSON-stat or XLSX',
  },
];

/** Recognises the first bytes of what is no text; null for everything else. */
export function fileSignature(start: Uint8Array): FileSignature | null {
  return SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte)) ?? null;
}
