import { chosen, type TextChange } from './change.ts';
import { evilCell, smallEvilCell } from './evil-cells.ts';

const DELIMITERS = [';', ',', '\t', '|', ' '];
const HEADER_LINES = 12;
const WIDE = 4_000;

type LineChange = (lines: string[], draw: Parameters<TextChange>[1]) => void;

/** Changes lines in place. */
function ofLines(change: LineChange): TextChange {
  return (text, draw) => {
    const lines = text.split('\n');
    change(lines, draw);
    return lines.join('\n');
  };
}

/** Changes the cells of one line in place; the line is any of the file, or one of the first. */
function ofCells(
  change: (cells: string[], draw: Parameters<TextChange>[1]) => void,
  first = Infinity,
): TextChange {
  return (text, draw) => {
    const delimiter = delimiterIn(text);
    return ofLines((lines, { at }) => {
      const line = chosen(at, Math.min(lines.length, first));
      const cells = (lines[line] ?? '').split(delimiter);
      change(cells, { ...draw, at: draw.to });
      lines[line] = cells.join(delimiter);
    })(text, draw);
  };
}

/** Changes the cells of all lines as wide as the widest in the same way. */
function ofColumns(change: (cells: string[], draw: Parameters<TextChange>[1]) => void): TextChange {
  return (text, draw) => {
    const delimiter = delimiterIn(text);
    const rows = text.split('\n').map((line) => line.split(delimiter));
    const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
    // A change may have made thousands of cells of one line.
    if (width > WIDE) return text;
    for (const cells of rows) if (cells.length === width) change(cells, draw);
    return rows.map((cells) => cells.join(delimiter)).join('\n');
  };
}

function delimiterIn(text: string): string {
  const start = text.slice(0, 2_000);
  const counted = DELIMITERS.slice(0, 3).map((delimiter) => ({
    delimiter,
    count: start.split(delimiter).length,
  }));
  return counted.toSorted((one, other) => other.count - one.count)[0]?.delimiter ?? ';';
}

function swap<T>(list: T[], one: number, other: number): void {
  const [first, second] = [list[one], list[other]];
  if (first === undefined || second === undefined) return;
  list[one] = second;
  list[other] = first;
}

/** Reads bytes as UTF-8 (or Latin-1, where they are none) and writes them in another encoding. */
function encoded(text: string, encoding: BufferEncoding, mark: string): string {
  const bytes = Buffer.from(text, 'latin1');
  return mark + Buffer.from(bytes.toString('utf8'), encoding).toString('latin1');
}

/** What can happen to a file of text, by name. */
export const textChanges: Readonly<Record<string, TextChange>> = {
  'cut the end off': (text, { at }) => text.slice(0, chosen(at, text.length)),
  'cut the beginning off': (text, { at }) => text.slice(chosen(at, text.length)),
  'cut out of the middle': (text, { at, to }) => {
    const start = chosen(at, text.length);
    return text.slice(0, start) + text.slice(start + (to % 3_000));
  },
  'leave a line out': ofLines((lines, { at }) => {
    lines.splice(chosen(at, lines.length), 1);
  }),
  'leave lines out': ofLines((lines, { at, to }) => {
    lines.splice(chosen(at, lines.length), chosen(to, lines.length));
  }),
  'repeat a line': ofLines((lines, { at, to, which }) => {
    const line = lines[chosen(at, lines.length)] ?? '';
    lines.splice(chosen(to, lines.length), 0, ...Array.from({ length: (which % 3) + 1 }, () => line));
  }),
  'repeat a line often': ofLines((lines, { at, to }) => {
    const line = (lines[chosen(at, lines.length)] ?? '').slice(0, 500);
    lines.splice(chosen(to, lines.length), 0, ...Array.from({ length: 3_000 }, () => line));
  }),
  'swap lines': ofLines((lines, { at, to }) =>
    swap(lines, chosen(at, lines.length), chosen(to, lines.length)),
  ),
  'cut a line': ofLines((lines, { at, to }) => {
    const line = chosen(at, lines.length);
    lines[line] = (lines[line] ?? '').slice(0, chosen(to, (lines[line] ?? '').length));
  }),
  'join lines': ofLines((lines, { at }) => {
    const line = chosen(at, lines.length);
    lines.splice(line, 2, (lines[line] ?? '') + (lines[line + 1] ?? ''));
  }),
  'leave a column out': ofColumns((cells, { at }) => {
    cells.splice(chosen(at, cells.length), 1);
  }),
  'swap columns': ofColumns((cells, { at, to }) =>
    swap(cells, chosen(at, cells.length), chosen(to, cells.length)),
  ),
  'repeat a column': ofColumns((cells, { at, to }) => {
    cells.splice(chosen(to, cells.length), 0, cells[chosen(at, cells.length)] ?? '');
  }),
  'write something evil into a column': ofColumns((cells, { at, which }) => {
    cells[chosen(at, cells.length)] = smallEvilCell(which);
  }),
  'write something evil into a cell': ofCells((cells, { at, which }) => {
    cells[chosen(at, cells.length)] = evilCell(which);
  }),
  'write something evil into a header': ofCells((cells, { at, which }) => {
    cells[chosen(at, cells.length)] = evilCell(which);
  }, HEADER_LINES),
  'write something evil behind a cell': ofCells((cells, { at, which }) => {
    cells[chosen(at, cells.length)] += evilCell(which);
  }),
  'put a cell into quotation marks': ofCells((cells, { at }) => {
    cells[chosen(at, cells.length)] = `"${cells[chosen(at, cells.length)]}"`;
  }),
  'swap headers': ofCells(
    (cells, { at, which }) => swap(cells, chosen(at, cells.length), chosen(which, cells.length)),
    HEADER_LINES,
  ),
  'repeat a header': ofCells((cells, { at, which }) => {
    cells[chosen(at, cells.length)] = cells[chosen(which, cells.length)] ?? '';
  }, HEADER_LINES),
  'take a cell of another line': ofLines((lines, { at, to, which }) => {
    const delimiter = delimiterIn(lines.join('\n'));
    const cells = (lines[chosen(at, lines.length)] ?? '').split(delimiter);
    const others = (lines[chosen(to, lines.length)] ?? '').split(delimiter);
    const column = chosen(which, Math.min(cells.length, others.length));
    cells[column] = others[column] ?? '';
    lines[chosen(at, lines.length)] = cells.join(delimiter);
  }),
  'insert something evil': (text, { at, which }) => {
    const start = chosen(at, text.length);
    return text.slice(0, start) + evilCell(which) + text.slice(start);
  },
  'begin with something evil': (text, { which }) => evilCell(which) + text,
  'end with something evil': (text, { which }) => text + evilCell(which),
  'flip a bit': (text, { at, which }) => {
    const place = chosen(at, text.length);
    const byte = text.charCodeAt(place) ^ (1 << (which % 8));
    return text === '' ? text : text.slice(0, place) + String.fromCharCode(byte) + text.slice(place + 1);
  },
  'flip many bytes': (text, { at, to, which }) => {
    const bytes = Buffer.from(text, 'latin1');
    for (let index = 0; index < (to % 40) + 2; index++) {
      const place = chosen(at + index * (which + 7), bytes.length);
      if (bytes.length > 0) bytes[place] = (bytes[place] ?? 0) ^ ((which + index) & 0xff);
    }
    return bytes.toString('latin1');
  },
  'separate cells otherwise': (text, { which }) =>
    text.replaceAll(delimiterIn(text), DELIMITERS[which % 5] ?? ';'),
  'write decimal points': (text) => text.replace(/(\d),(\d)/g, '$1.$2'),
  'group thousands': (text) => text.replace(/;(\d{1,3})(\d{3})(?=;)/g, ';$1.$2'),
  'Latin-1 instead of UTF-8': (text) => encoded(text, 'latin1', ''),
  'UTF-8 of UTF-8': (text) => Buffer.from(text, 'utf8').toString('latin1'),
  'UTF-16': (text, { which }) => encoded(text, 'utf16le', which % 2 === 0 ? '\xff\xfe' : ''),
  'UTF-16 of the other order': (text) =>
    Buffer.from(Buffer.from(encoded(text, 'utf16le', '\xff\xfe'), 'latin1'))
      .subarray(0, Math.floor((2 * text.length) / 2) * 2)
      .swap16()
      .toString('latin1'),
  'byte order marks': (text, { which }) => '\xef\xbb\xbf'.repeat((which % 3) + 1) + text,
  'line ends CRLF': (text) => text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'),
  'line ends CR': (text) => text.replaceAll('\r\n', '\r').replaceAll('\n', '\r'),
  'mixed line ends': (text, { which }) => {
    let line = which;
    return text.replaceAll('\n', () => (line++ % 3 === 0 ? '\r\n' : line % 7 === 0 ? '\r' : '\n'));
  },
  'the file twice': (text) => text + text,
  'nothing but its end': (text, { at }) => text.slice(-chosen(at, 600)),
  'nothing but something evil': (_text, { which }) => evilCell(which),
};
