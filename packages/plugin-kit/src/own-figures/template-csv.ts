import { templateColumns } from './template-columns.ts';
import type { TemplateRow } from './template-rows.ts';

/** A template as a CSV file that German spreadsheets open as a table: UTF-8 with byte order mark, `;`, CRLF. */
export function writeTemplateCsv(rows: readonly TemplateRow[]): string {
  const columns = templateColumns(rows);
  const lines = [
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map(({ text }) => text(row))),
  ];
  return `\ufeff${lines.map((cells) => `${cells.map(quoted).join(';')}\r\n`).join('')}`;
}

function quoted(text: string): string {
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
