import type { ZipEntry } from './zip-directory.ts';

const SAVE = 'open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx) or as CSV';

/** True for the first bytes of a ZIP archive, which a workbook is. */
export function isZip(bytes: Uint8Array): boolean {
  return begins(bytes, [0x50, 0x4b, 0x03, 0x04]) || begins(bytes, [0x50, 0x4b, 0x05, 0x06]);
}

/** True for the first bytes of what Office wrote before 2007, and of a workbook with a password. */
export function isOldOffice(bytes: Uint8Array): boolean {
  return begins(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

/** What is wrong with a file that is no ZIP archive, and what to do. */
export function refusedFile(bytes: Uint8Array): string {
  if (!isOldOffice(bytes)) return `the file is no Excel workbook: ${SAVE}`;
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    'EncryptedPackage',
    0,
    'utf16le',
  );
  return isEncrypted
    ? 'the workbook is protected by a password: save it without one (File, Info, Protect Workbook)'
    : `the file is an old Excel workbook (.xls): ${SAVE}`;
}

/** What a ZIP archive is that is no workbook (.xlsx); null when it may be one. */
export function refusedArchive(entries: readonly ZipEntry[]): string | null {
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('mimetype') && names.has('content.xml')) {
    return `the file is an OpenDocument spreadsheet (.ods): ${SAVE}`;
  }
  if (names.has('xl/workbook.bin')) return `the file is a binary Excel workbook (.xlsb): ${SAVE}`;
  if (names.has('[Content_Types].xml') && names.has('_rels/.rels')) return null;
  return `the file is a ZIP archive, but no Excel workbook: unpack it, or ${SAVE}`;
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
