import type { Problem } from '@kreisweit/domain';
import { csvLine, type Delimiter, OPEN_QUOTE } from './csv-line.ts';
import { textBlocks } from './text-blocks.ts';

/** Some rows of a CSV file: their cells, and the lines (from 1) in which they begin. */
export type CsvBlock = {
  readonly lines: readonly number[];
  readonly rows: readonly (readonly string[])[];
};

/** How a CSV file is read. Quotation marks that do not match go to `report`, and their lines are passed over; so does a record of more than `mostLines` (100). */
export type CsvOptions = {
  readonly file: string;
  readonly delimiter: Delimiter;
  readonly report: (problem: Problem) => void;
  readonly mostLines?: number;
};

/** A record that runs over more lines is a forgotten quotation mark. */
const MOST_LINES = 100;

/**
 * The rows of a CSV file in blocks as its bytes come, with constant memory: the header is the first row. Lines without
 * a quotation mark are cut, the others are read by the library; a record may run over several lines. Lines without any
 * text are passed over.
 */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  { file, delimiter, report, mostLines = MOST_LINES }: CsvOptions,
): AsyncGenerator<CsvBlock> {
  let open: { readonly line: number; readonly parts: string[] } | null = null;
  for await (const { firstLine, lines: texts } of textBlocks(bytes, file)) {
    const lines: number[] = [];
    const rows: (readonly string[])[] = [];
    const add = (line: number, text: string): void => {
      const cells = csvLine(text, delimiter);
      if (cells === null) {
        report({ file, line, message: OPEN_QUOTE });
        return;
      }
      if (cells[0]?.trim() === '' && cells.every((cell) => cell.trim() === '')) return;
      lines.push(line);
      rows.push(cells);
    };
    for (const [index, text] of texts.entries()) {
      const line = firstLine + index;
      const odd = text.includes('"') && hasOddQuotes(text);
      if (open === null) {
        if (odd) open = { line, parts: [text] };
        else add(line, text);
        continue;
      }
      open.parts.push(text);
      if (odd) {
        add(open.line, open.parts.join('\n'));
        open = null;
      } else if (open.parts.length > mostLines) {
        report({ file, line: open.line, message: OPEN_QUOTE });
        open = null;
      }
    }
    if (rows.length > 0) yield { lines, rows };
  }
  if (open !== null) report({ file, line: open.line, message: OPEN_QUOTE });
}

function hasOddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}
