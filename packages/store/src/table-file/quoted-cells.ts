import { printable } from './printable.ts';
import type { Cells } from './sheet-rows.ts';

/** The first filled cells of a row, for a message. */
export function quotedCells(cells: Cells): string {
  const filled = cells.filter((cell) => cell !== '').map((cell) => cell.replace(/\s+/g, ' '));
  const some = filled.slice(0, 8).map(quoted);
  return filled.length > some.length ? `${some.join(', ')}, ...` : some.join(', ');
}

function quoted(cell: string): string {
  return `"${printable(cell.length > 40 ? `${cell.slice(0, 40)}...` : cell)}"`;
}
