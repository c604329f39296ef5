import { plainDecimal } from '../xlsx/plain-decimal.ts';
import { guardedText } from './formula-guard.ts';
import type { WrittenCell, WrittenTable } from './written-table.ts';

/**
 * A table as CSV that German spreadsheets open: UTF-8 with byte order mark, `;`, decimal comma, CRLF. A text that a spreadsheet would take for a
 * formula has an apostrophe before it, which `readTable` takes away.
 */
export function writeTableCsv({ columns, rows }: WrittenTable): string {
  const lines = [columns.map(({ header }) => header), ...rows.map((row) => row.map(csvText))];
  return `\ufeff${lines.map((cells) => `${cells.map(quoted).join(';')}\r\n`).join('')}`;
}

function csvText(cell: WrittenCell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? plainDecimal(cell).replace('.', ',') : guardedText(cell);
}

function quoted(text: string): string {
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
