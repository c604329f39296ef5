import { readFile, writeFile } from 'node:fs/promises';
import { officialFile } from '../src/testing/official-file.ts';

const COLUMNS = ['Insgesamt', 'männlich', 'weiblich'];

/** Where to write a table, and how many years it is to have, back from 2015. */
export type SyntheticTable = { readonly path: string; readonly years: number };

/**
 * Writes a table 12411-01-01-5 (residents of all municipalities by sex) with fewer or more years than the official one.
 * Preamble, keys, names and footer are the official ones, and so are the values, which repeat every eight years. Answers
 * the number of values.
 */
export async function writeSyntheticTable({ path, years }: SyntheticTable): Promise<number> {
  const text = await readFile(officialFile('observations/municipalities/12411-01-01-5_00.csv'), 'utf8');
  const lines = text.split(/\r?\n/);
  const firstRow = lines.findIndex((line) => line.startsWith('DG;'));
  const footer = lines.findIndex((line) => line.startsWith('__________'));
  const dates = Array.from({ length: years }, (_, year) => `31.12.${2015 - year}`);
  const header = [
    ['', '', ...dates.flatMap((date) => COLUMNS.map(() => date))],
    ['', '', ...dates.flatMap(() => COLUMNS)],
  ];
  const rows = lines.slice(firstRow, footer).map((line) => {
    const [key, name, ...values] = line.split(';');
    return [
      key,
      name,
      ...Array.from({ length: years * COLUMNS.length }, (_, at) => values[at % values.length]),
    ];
  });
  const table = [...header, ...rows].map((cells) => cells.join(';'));
  const preamble = lines.slice(0, firstRow - header.length);
  await writeFile(path, [...preamble, ...table, ...lines.slice(footer)].join('\n'));
  return rows.length * years * COLUMNS.length;
}
