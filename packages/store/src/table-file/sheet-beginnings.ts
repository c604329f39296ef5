import { quotedCells } from './quoted-cells.ts';
import type { NamedSheet } from './sheet-rows.ts';

/**
 * What the sheets of a file begin with, for a message where none of them is the table that was expected. A sheet without
 * a name is a text file.
 */
export function sheetBeginnings(sheets: readonly NamedSheet[]): string {
  const found = sheets.map(({ name, rows }) => {
    const first = rows.find((cells) => cells.some((cell) => cell !== ''));
    const what = name === '' ? 'the file' : `sheet "${name}"`;
    return first === undefined ? `${what} is empty` : `${what} begins with ${quotedCells(first)}`;
  });
  return found.join('; ');
}
