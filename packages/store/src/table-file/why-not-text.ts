/**
 * Why the bytes of a file cannot be read as a text with UTF-8 or Windows-1252 letters, or null. `expected` says what the
 * file should be, where "as published" does not say it.
 */
export function whyNotText(bytes: Uint8Array, expected = 'use the file as published'): string | null {
  if (bytes.length === 0) return 'the file is empty; fetch it again';
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return 'this text is UTF-16; save it as UTF-8';
  }
  const found = whatItIs(bytes);
  return found === null ? null : `${found}; ${expected}`;
}

/** Whether a file is a ZIP archive, which every XLSX is. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
}

/** Whether a file is compressed by gzip. */
export function isGzip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x1f, 0x8b);
}

function whatItIs(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'this is an old XLS file or one with a password';
  if (isZip(bytes)) return 'this is a workbook (XLSX) or another ZIP file';
  if (isGzip(bytes)) {
    return 'this is compressed by gzip, as only crosswalks may be (kreisweit import crosswalk)';
  }
  return bytes.includes(0) ? 'this is no text' : null;
}

function startsWith(bytes: Uint8Array, ...expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[index] === byte);
}
