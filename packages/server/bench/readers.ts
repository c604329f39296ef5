import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IndicatorPlugin, openInput } from '@kreisweit/plugin-kit';
import { populationPlugin } from '@kreisweit/plugin-population';
import { parse } from 'csv-parse';
import { readXlsx } from 'hucre/xlsx';
import JSONstat from 'jsonstat-toolkit';
import { officialFile } from '../src/testing/official-file.ts';
import { alternate } from './alternate.ts';
import type { Benchmark } from './benchmark.ts';
import { median } from './median.ts';
import { writeFlatFile, writeJsonStat, writeOwnCsv, writeOwnXlsx, writeSdmxFile } from './reader-files.ts';
import { readerPlugin } from './reader-plugin.ts';
import { seconds } from './seconds.ts';

/** A format: who reads a file of it, the file, and what the bare library under it does with the same file. */
type Format = {
  readonly name: string;
  readonly plugin: IndicatorPlugin;
  readonly write: (folder: string) => Promise<string>;
  readonly library: string;
  readonly bare: (path: string) => Promise<number>;
};

const made = { statistic: 'made', level: 'district' } as const;
const coded = { SEX: 'sex' } as const;

const formats: readonly Format[] = [
  {
    name: 'read-genesis',
    plugin: populationPlugin,
    write: async () => officialFile('observations/municipalities/12411-01-01-5_00.csv'),
    library: 'csv-parse',
    bare: (path) => parseCsv(path, ';'),
  },
  {
    name: 'read-flat',
    plugin: populationPlugin,
    write: writeFlatFile,
    library: 'csv-parse',
    bare: (path) => parseCsv(path, ';'),
  },
  {
    name: 'read-sdmx',
    plugin: readerPlugin({
      ...made,
      reader: 'sdmx-csv',
      table: 'BENCH:PERSONS(1.0)',
      territory: ['REF_AREA'],
      values: [{ measure: 'persons', dimensions: coded }],
    }),
    write: writeSdmxFile,
    library: 'csv-parse',
    bare: (path) => parseCsv(path, ','),
  },
  {
    name: 'read-json-stat',
    plugin: readerPlugin({
      ...made,
      reader: 'json-stat',
      table: 'bench',
      territory: ['geo'],
      values: [{ measure: 'persons', dimensions: { sex: 'sex', age: 'ageGroup21' } }],
    }),
    write: writeJsonStat,
    library: 'jsonstat-toolkit',
    bare: async (path) =>
      JSONstat(JSON.parse(await readFile(path, 'utf8'))).toTable({ type: 'array' }).length,
  },
  {
    name: 'read-own-csv',
    plugin: readerPlugin({ ...made, reader: 'own-figures' }),
    write: writeOwnCsv,
    library: 'csv-parse',
    bare: (path) => parseCsv(path, ';'),
  },
  {
    name: 'read-own-xlsx',
    plugin: readerPlugin({ ...made, reader: 'own-figures' }),
    write: writeOwnXlsx,
    library: 'hucre',
    bare: async (path) => (await readXlsx(await readFile(path))).sheets[0]?.rows.length ?? 0,
  },
];

/**
 * How fast the reader of each format is, from the file to checked observations, against the bare library under it, which
 * only takes the same file apart. One is as fast as the library.
 */
export const readers: readonly Benchmark[] = formats.map((format) => ({
  name: format.name,
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kreisweit-bench-'));
    try {
      const path = await format.write(folder);
      const values = await readAll(format.plugin, path);
      const parsed = await format.bare(path);
      if (values === 0 || parsed === 0) throw new Error(`${format.name}: nothing was read`);
      const rounds = await alternate(
        { rounds: 5, warmUp: true },
        {
          ours: () => seconds(() => readAll(format.plugin, path)),
          limit: () => seconds(() => format.bare(path)),
        },
      );
      const megabytes = (await stat(path)).size / 1e6;
      const speed = (taken: number): string => `${(megabytes / taken).toFixed(1)} MB/s`;
      const ours = median(rounds.map((round) => round.ours));
      const limit = median(rounds.map((round) => round.limit));
      const perSecond = Math.round(values / ours).toLocaleString('en');
      return {
        what: `throughput of the reader / of bare ${format.library}`,
        aim: { atLeast: 0.5 },
        ratios: rounds.map((round) => round.limit / round.ours),
        details: [
          `${speed(ours)}, ${perSecond} values/s / ${speed(limit)}; ${values.toLocaleString('en')} values, ${megabytes.toFixed(1)} MB`,
        ],
      };
    } finally {
      await rm(folder, { recursive: true });
    }
  },
}));

async function readAll(plugin: IndicatorPlugin, path: string): Promise<number> {
  const { batches } = await openInput(plugin, path);
  let values = 0;
  for await (const batch of batches()) values += batch.length;
  return values;
}

async function parseCsv(path: string, delimiter: string): Promise<number> {
  const options = { delimiter, relaxQuotes: true, relaxColumnCount: true, bom: true };
  let rows = 0;
  for await (const _ of createReadStream(path).pipe(parse(options))) rows += 1;
  return rows;
}
