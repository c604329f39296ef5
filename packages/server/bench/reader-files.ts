import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dimensionOf } from '@kreisweit/domain';
import { writeXlsx } from 'hucre/xlsx';
import { officialFile } from '../src/testing/official-file.ts';
import { ownMeasures } from './reader-plugin.ts';

/** All Länder but Berlin, whose five digits are boroughs. */
const states = Array.from({ length: 16 }, (_, index) => String(index + 1).padStart(2, '0')).filter(
  (state) => state !== '11',
);

/** 400 keys of districts that could exist. */
const districts = Array.from({ length: 400 }, (_, index) => {
  const place = 51 + Math.floor(index / states.length);
  return `${states[index % states.length]}${String(place).padStart(3, '0')}`;
});
const years = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => String(1990 + index));
const categories = (dimension: string): readonly string[] =>
  (dimensionOf(dimension)?.categories ?? []).flatMap(({ official }) => official.slice(0, 1));

/** The real flat file of the population with its rows so often that it has some 20 MB. */
export async function writeFlatFile(folder: string): Promise<string> {
  const real = officialFile('observations/flat/12411-01-01-4_1773175772751_de_flat.csv');
  const [head = '', ...rows] = (await readFile(real, 'utf8')).trimEnd().split('\n');
  const path = join(folder, 'flat.csv');
  await writeFile(path, [head, ...Array.from({ length: 70 }, () => rows).flat(), ''].join('\n'));
  return path;
}

/** SDMX-CSV 1.0: 400 districts, both sexes and their total, 250 years. */
export async function writeSdmxFile(folder: string): Promise<string> {
  const lines = ['DATAFLOW,FREQ,REF_AREA,SEX,TIME_PERIOD,OBS_STATUS,OBS_VALUE'];
  for (const year of years(250))
    for (const district of districts)
      for (const sex of ['_T', 'M', 'F'])
        lines.push(`BENCH:PERSONS(1.0),A,${district},${sex},${year},A,${lines.length}`);
  const path = join(folder, 'sdmx.csv');
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

/** JSON-stat: 400 districts, 19 years, 3 categories of sex, 22 of age: half a million cells. */
export async function writeJsonStat(folder: string): Promise<string> {
  const dimension = (codes: readonly string[]) => ({ category: { index: codes } });
  const [times, sexes, ages] = [years(19), ['_T', 'M', 'F'], ['_T', ...categories('ageGroup21')]];
  const size = [districts.length, times.length, sexes.length, ages.length];
  const dataset = {
    version: '2.0',
    class: 'dataset',
    label: 'bench',
    id: ['geo', 'time', 'sex', 'age'],
    size,
    role: { geo: ['geo'], time: ['time'] },
    dimension: {
      geo: dimension(districts),
      time: dimension(times),
      sex: dimension(sexes),
      age: dimension(ages),
    },
    value: Array.from({ length: size.reduce((product, one) => product * one, 1) }, (_, index) => index),
  };
  const path = join(folder, 'dataset.json');
  await writeFile(path, JSON.stringify(dataset));
  return path;
}

const OWN_HEADER = ['Schlüssel', 'Name', 'Zeitraum', 'Merkmal', 'Wert'];

function ownRows(count: number): readonly (readonly string[])[] {
  return years(count).flatMap((year) =>
    districts.flatMap((district) =>
      ownMeasures.map((name, index) => [district, 'Kreis', year, `bench/${name}`, String(index)]),
    ),
  );
}

/** Own figures as CSV: 300,000 rows. */
export async function writeOwnCsv(folder: string): Promise<string> {
  const path = join(folder, 'own.csv');
  await writeFile(path, `${[OWN_HEADER, ...ownRows(75)].map((cells) => cells.join(';')).join('\n')}\n`);
  return path;
}

/** Own figures as a workbook: 48,000 rows. */
export async function writeOwnXlsx(folder: string): Promise<string> {
  const rows = [OWN_HEADER, ...ownRows(12)].map((cells) => [...cells]);
  const path = join(folder, 'own.xlsx');
  await writeFile(path, await writeXlsx({ sheets: [{ name: 'Eingabe', rows }] }));
  return path;
}
