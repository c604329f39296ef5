import type { Delimiter } from './csv-line.ts';

const DELIMITERS: readonly Delimiter[] = [';', ',', '\t'];

/** What separates the cells of a header: the delimiter that stands most often outside quotation marks; null without any. */
export function delimiterOf(header: string): Delimiter | null {
  const text = header.replace(/"[^"]*"/g, '');
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: text.split(delimiter).length - 1 }));
  const [most] = counted.toSorted((a, b) => b.count - a.count);
  return most === undefined || most.count === 0 ? null : most.delimiter;
}
