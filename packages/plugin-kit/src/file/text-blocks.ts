import { isAscii, isUtf8 } from 'node:buffer';
import type { InputProblems, Problem } from '@kreisweit/domain';
import { legibleProblems } from '../input/legible-problems.ts';
import { fileSignature } from './file-signature.ts';

/** Some whole lines of a text, without their ends; `firstLine` counts from 1. */
export type TextBlock = { readonly firstLine: number; readonly lines: readonly string[] };

type Encoding = 'utf-8' | 'windows-1252';

const NEWLINE = 10;
const LONGEST_LINE = 4 * 1024 * 1024;

/**
 * Decodes bytes to lines, in blocks as they come, with constant memory. UTF-8 with or without byte order mark, or
 * Windows-1252 (which contains Latin-1): the first line that is not pure ASCII decides, so the answer does not depend
 * on how the bytes were cut. Lines may end with LF or CRLF.
 *
 * Throws InputProblems for what is no text, and for bytes that do not fit the encoding.
 */
export async function* textBlocks(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<TextBlock> {
  let encoding: Encoding | null = null;
  let firstLine = 1;
  let rest: Uint8Array = new Uint8Array();

  const decode = (whole: Uint8Array): TextBlock => {
    if (firstLine === 1) refuseBinary(whole, file);
    encoding ??= encodingOf(whole);
    const lines = decodeLines(whole, encoding ?? 'utf-8', firstLine, file);
    const block = { firstLine, lines };
    firstLine += lines.length;
    return block;
  };

  for await (const chunk of bytes) {
    const end = chunk.lastIndexOf(NEWLINE);
    const size = rest.length + (end < 0 ? chunk.length : end);
    if (size > LONGEST_LINE && (end < 0 || rest.length > LONGEST_LINE)) {
      const message = `a line is longer than ${LONGEST_LINE} bytes: this is no table`;
      throw unreadable({ file, line: firstLine, message });
    }
    if (end < 0) {
      rest = Buffer.concat([rest, chunk]);
      continue;
    }
    const whole = Buffer.concat([rest, chunk.subarray(0, end)]);
    rest = chunk.slice(end + 1);
    yield decode(whole);
  }
  if (rest.length > 0) yield decode(rest);
}

/** Decodes whole lines from the inside of a file, whose number is not known. */
export function decodePart(bytes: Uint8Array, file: string): readonly string[] {
  return decodeLines(bytes, encodingOf(bytes) ?? 'utf-8', null, file);
}

/** Null as long as all lines are ASCII, which both encodings share. */
function encodingOf(bytes: Uint8Array): Encoding | null {
  if (isAscii(bytes)) return null;
  if (hasMark(bytes)) return 'utf-8';
  const decisive = linesOf(bytes).find((line) => !isAscii(line));
  return decisive === undefined || isPlausibleUtf8(decisive) ? 'utf-8' : 'windows-1252';
}

/** `ß–` in Windows-1252 is a Hebrew letter in UTF-8: what is not Latin or a symbol was not meant. */
function isPlausibleUtf8(line: Uint8Array): boolean {
  return (
    isUtf8(line) && /^[\0-\u024f\u1e00-\u1eff\u2000-\u2bff\ufeff]*$/.test(new TextDecoder().decode(line))
  );
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function decodeLines(
  bytes: Uint8Array,
  encoding: Encoding,
  firstLine: number | null,
  file: string,
): readonly string[] {
  if (encoding === 'utf-8' && !isUtf8(bytes)) {
    const at = linesOf(bytes).findIndex((candidate) => !isUtf8(candidate));
    throw unreadable({
      file,
      line: lineNumber(firstLine, at),
      message: 'the line is not valid UTF-8, although the file began as UTF-8: save it anew in one encoding',
    });
  }
  const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const text = firstLine === 1 && decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded;
  const lines = text.split('\n');
  const ended = text.includes('\r')
    ? lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
    : lines;
  refuseControls(text, ended, firstLine, file);
  return ended;
}

/** Windows-1252 has no letters for five bytes; they come out as control characters, which no table contains. */
function refuseControls(
  text: string,
  lines: readonly string[],
  firstLine: number | null,
  file: string,
): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const controls = /[\u0000\u0080-\u009f]/;
  if (!controls.test(text)) return;
  const at = lines.findIndex((candidate) => controls.test(candidate));
  throw unreadable({
    file,
    line: lineNumber(firstLine, at),
    message: 'the line holds characters of an unknown encoding: save the file as UTF-8 or Windows-1252',
  });
}

function refuseBinary(start: Uint8Array, file: string): void {
  const known = fileSignature(start);
  if (known !== null) throw unreadable({ file, message: known.message });
}

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  lines.push(bytes.subarray(start));
  return lines;
}

function lineNumber(firstLine: number | null, at: number): number | undefined {
  return firstLine === null ? undefined : firstLine + at;
}

function unreadable(problem: Problem): InputProblems {
  return legibleProblems('The file cannot be read', [problem]);
}
