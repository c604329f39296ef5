const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

/**
 * Decodes a text file: UTF-8 where the bytes are valid UTF-8, else Windows-1252.
 *
 * Destatis changed from Latin-1 (which Windows-1252 contains, as far as letters go) to UTF-8 about 2019, and
 * the file does not say which it is. A byte order mark is left out.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return utf8.decode(withoutCutCharacter(bytes));
  } catch {
    return windows1252.decode(bytes);
  }
}

/**
 * The bytes without a multi-byte character that the end of the file cuts in two: a truncated UTF-8 file is
 * still UTF-8, and reading all of it as Windows-1252 would hide what is really wrong.
 */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  const longest = 4;
  for (let back = 1; back < longest && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    const length = byte > 0xf4 ? 0 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    if (length > back) return bytes.subarray(0, bytes.length - back);
    if (length > 0) return bytes;
  }
  return bytes;
}
