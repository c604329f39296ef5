/** Why the bytes of a file cannot be read as a text with UTF-8 or Windows-1252 letters, or null. */
export function whyNotText(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'the file is empty; fetch it again';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return 'this is an old XLS file or one with a password; save it as XLSX without a password';
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return 'this text is UTF-16; save it as UTF-8 or Windows-1252';
  }
  return bytes.includes(0) ? 'this is no text; use the file as published' : null;
}

/** Whether a file is a ZIP archive, which every XLSX is. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
}

/** Whether a file is compressed by gzip. */
export function isGzip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x1f, 0x8b);
}

function startsWith(bytes: Uint8Array, ...expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[index] === byte);
}
