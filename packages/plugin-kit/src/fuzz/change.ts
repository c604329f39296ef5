/**
 * The numbers that a change is made by: where, where else, and which of several. They are drawn without looking at the file: `chosen`
 * makes a place of them.
 */
export type Draw = { readonly at: number; readonly to: number; readonly which: number };

/** A change of a file's text, each byte as one character. */
export type TextChange = (text: string, draw: Draw) => string;

/** One of so many places; 0 where there are none. */
export function chosen(number: number, count: number): number {
  return count <= 0 ? 0 : number % count;
}
