import { readFile, writeFile } from 'node:fs/promises';
import { officialFile } from '../src/testing/official-file.ts';

const COLUMNS_A_YEAR = 3;

/**
 * Writes a table 12411-01-01-5 (residents by sex of all municipalities) with more or fewer years than the official one,
 * up to 2015. Preamble, keys, names and footer are those of the official file, and so are the values, which repeat
 * every eight years. Answers the number of values.
 */
export async function writeSyntheticTable(path: string, years: number): Promise<number> {
  const text = await readFile(officialFile('observations/municipalities/12411-01-01-5_00.csv'), 'utf8');
  const lines = text.split('\n');
  const firstRow = lines.findIndex((line) => line.startsWith('DG;'));
  const footer = lines.findIndex((line) => line.startsWith('__________'));
  const preamble = lines.slice(0, firstRow - 2);
  const dates = Array.from({ length: years }, (_, year) => `31.12.${2015 - year}`);
  const header = [
    `;;${dates.flatMap((date) => Array<string>(COLUMNS_A_YEAR).fill(date)).join(';')}`,
    `;;${dates.map(() => 'Insgesamt;männlich;weiblich').join(';')}`,
  ];
  const rows = lines.slice(firstRow, footer).map((line) => {
    const [key, name, ...values] = line.trimEnd().split(';');
    const cells = Array.from({ length: years * COLUMNS_A_YEAR }, (_, at) => values[at % values.length]);
    return [key, name, ...cells].join(';');
  });
  await writeFile(path, [...preamble, ...header, ...rows, ...lines.slice(footer)].join('\n'));
  return rows.length * years * COLUMNS_A_YEAR;
}
