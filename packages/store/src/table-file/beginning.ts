import { quotedCells } from './quoted-cells.ts';

/** What a text begins with, for a message where no row of it could be read; the empty text where it is blank. */
export function beginning(text: string): string {
  return quotedCells([text.trim()]);
}
