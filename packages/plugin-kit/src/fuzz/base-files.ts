import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { officialFile } from '../../tests/official-table.ts';
import { writeTemplateCsv } from '../own-figures/template-csv.ts';
import { templateRows } from '../own-figures/template-rows.ts';
import { writeTemplateXlsx } from '../own-figures/template-xlsx.ts';
import { fuzzedPlugins } from './fuzzed-plugins.ts';

/** How a file is mutated beside its bytes. */
export type FileKind = 'classic' | 'flat' | 'sdmx' | 'json' | 'own-figures' | 'workbook';

/** A file that is to be mutated. `plugin` is asked to open it, besides those that say that they take it. */
export type BaseFile = {
  readonly name: string;
  readonly kind: FileKind;
  readonly plugin: string;
  readonly bytes: Uint8Array;
};

/** Some districts and municipalities, with names that need quotation marks. */
const territories = {
  district: [
    { key: '12070', name: 'Prignitz' },
    { key: '03351', name: 'Celle; Landkreis' },
  ],
  municipality: [
    { key: '12070008', name: 'Breese' },
    { key: '120685804280', name: 'Lindow (Mark), "Stadt"' },
    { key: '12070', name: 'Prignitz' },
  ],
};

/** Lines of a table that are kept; a case must be read within milliseconds. */
const ROWS = 150;
const PLUGINS = fileURLToPath(new URL('../../../../plugins/', import.meta.url));

/**
 * The files of a kind: the official tables, cut to their first rows with header and footer whole, the samples of other formats with
 * German keys in place of others, and own figures: the fixtures of the plug-ins, and templates that were filled in.
 */
export async function baseFiles(kind: FileKind): Promise<readonly BaseFile[]> {
  switch (kind) {
    case 'classic':
      return ['municipalities', 'districts'].flatMap((folder) =>
        readdirSync(officialFile(`observations/${folder}`)).map((name) => classicTable(folder, name)),
      );
    case 'flat':
      return [...readdirSync(officialFile('observations/flat')).map(flatFile), oldFlatFile()];
    case 'sdmx':
      return [sdmxFile(), sample('sdmx', 'sdmx-csv-2.0-action.csv')];
    case 'json':
      return [jsonStatFile(), sample('json', 'jsonstat-2.0-hierarchy.json')];
    case 'own-figures':
      return [...fixtures(), ...templates().map(filledCsv)];
    case 'workbook':
      return [...(await Promise.all(templates().map(filledWorkbook))), otherWorkbook()];
  }
}

const PLUGIN_OF_STATISTIC: Readonly<Record<string, string>> = {
  '12511': 'citizenship',
  '12711': 'migration',
  '13111': 'work',
  '13211': 'work',
  '21111': 'school',
  '22221': 'protection',
  '22811': 'income',
};

function pluginOf(file: string): string {
  return PLUGIN_OF_STATISTIC[file.slice(0, 5)] ?? 'population';
}

function classicTable(folder: string, name: string): BaseFile {
  const lines = textOf(officialFile(`observations/${folder}/${name}`)).split('\n');
  const footer = lines.findIndex((line) => line.startsWith('__________'));
  const kept = [...lines.slice(0, Math.min(ROWS, footer)), ...lines.slice(footer)];
  return { name, kind: 'classic', plugin: pluginOf(name), bytes: bytesOf(kept.join('\n')) };
}

function flatFile(name: string): BaseFile {
  const lines = textOf(officialFile(`observations/flat/${name}`))
    .split('\n')
    .slice(0, ROWS);
  return { name, kind: 'flat', plugin: pluginOf(name), bytes: bytesOf(lines.join('\n')) };
}

function oldFlatFile(): BaseFile {
  return { ...sample('flat', 'ffcsv_old_style_11111-0001.csv') };
}

function sample(kind: FileKind, name: string): BaseFile {
  return { name, kind, plugin: 'fuzz', bytes: readFileSync(officialFile(`formats/${name}`)) };
}

/** The country of the sample becomes a district, another for each row. */
function sdmxFile(): BaseFile {
  const file = sample('sdmx', 'sdmx-csv-1.0.csv');
  const lines = Buffer.from(file.bytes)
    .toString('latin1')
    .split('\n')
    .slice(0, 2 * ROWS);
  const keyed = lines.map((line, index) =>
    line.replace(',5J,', `,16${String((index % 77) + 1).padStart(3, '0')},`),
  );
  return { ...file, bytes: bytesOf(keyed.join('\n')) };
}

/** The provinces of the sample become Länder. */
function jsonStatFile(): BaseFile {
  const file = sample('json', 'jsonstat-2.0-galicia.json');
  const dataset = JSON.parse(new TextDecoder().decode(file.bytes));
  dataset.dimension.residence.category = { index: ['DG', '12', '13', '14', '15'] };
  return { ...file, bytes: Buffer.from(JSON.stringify(dataset, null, 1)) };
}

function fixtures(): readonly BaseFile[] {
  return fuzzedPlugins.flatMap(({ id, inputs }) => {
    const hasOwn = Object.values(inputs).some(({ reader }) => reader === 'own-figures');
    if (!hasOwn) return [];
    const path = join(PLUGINS, id, 'fixtures', `${id}-invented.csv`);
    return [{ name: basename(path), kind: 'own-figures' as const, plugin: id, bytes: readFileSync(path) }];
  });
}

type Template = {
  readonly plugin: (typeof fuzzedPlugins)[number];
  readonly rows: ReturnType<typeof templateRows>;
};

function templates(): readonly Template[] {
  return fuzzedPlugins.flatMap((plugin) =>
    Object.entries(plugin.inputs).flatMap(([input, { reader, level }]) => {
      if (reader !== 'own-figures') return [];
      return [
        { plugin, rows: templateRows(plugin, input, territories[level], ['2022', '2023']).slice(0, ROWS) },
      ];
    }),
  );
}

function filledCsv({ plugin, rows }: Template): BaseFile {
  let value = 0;
  const text = writeTemplateCsv(rows).replaceAll(
    ';;\r\n',
    () => `;${++value % 7 === 0 ? '-' : value % 5};\r\n`,
  );
  return {
    name: `${plugin.id}-template.csv`,
    kind: 'own-figures',
    plugin: plugin.id,
    bytes: Buffer.from(text),
  };
}

async function filledWorkbook({ plugin, rows }: Template): Promise<BaseFile> {
  const workbook = await openXlsx(await writeTemplateXlsx(rows, plugin));
  const [sheet] = workbook.sheets;
  const column = sheet?.rows[0]?.indexOf('Wert') ?? -1;
  for (const [index, row] of sheet?.rows.entries() ?? []) {
    if (index > 0 && index % 9 > 0) row[column] = index % 7 === 0 ? '.' : index % 5;
  }
  const bytes = await saveXlsx(workbook);
  return { name: `${plugin.id}-template.xlsx`, kind: 'workbook', plugin: plugin.id, bytes };
}

/** A workbook that is no table of own figures. */
function otherWorkbook(): BaseFile {
  const path = officialFile('changes/namens-grenz-aenderungen-2023.xlsx');
  return { name: basename(path), kind: 'workbook', plugin: 'opening', bytes: readFileSync(path) };
}

/** Each byte as one character, so that no encoding is lost. */
function textOf(path: string): string {
  return readFileSync(path, 'latin1');
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
