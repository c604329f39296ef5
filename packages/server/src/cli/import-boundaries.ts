import { type BoundaryImport, boundaryLevelNames, importBoundaries, readBoundaries } from '@kreisweit/store';
import { count } from '../count.ts';
import { checksumOf } from './checksum-of.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';
import { storeEach } from './store-each.ts';

/** What can be said about files of boundaries on the command line. */
export type BoundaryCommandOptions = CommandOptions & {
  readonly on?: string;
  readonly source?: string;
  readonly licence?: string;
  readonly detail?: string;
};

type Imported = BoundaryImport & {
  readonly file: string;
  readonly validOn: string;
  readonly source: string;
  readonly licence: string;
};

/** `kreisweit import boundaries`: files of boundaries, each a data version. */
export async function importBoundaryFiles(
  run: CommandRun,
  files: readonly string[],
  { on, source, licence, detail }: BoundaryCommandOptions,
): Promise<CommandResult> {
  const { progress, signal } = run;
  const options = { validOn: on, source, licence, detail: detail === undefined ? undefined : Number(detail) };
  const imported = await storeEach(run, files, async (path) => {
    const boundaries = await readBoundaries(path, options);
    const checksum = await checksumOf(path);
    return async (store): Promise<Imported> => {
      const result = await importBoundaries(store, boundaries, {
        checksum,
        signal,
        onProgress: progress.report,
      });
      const { file, validOn, ...about } = boundaries;
      return { file, validOn, source: about.source, licence: about.licence, ...result };
    };
  });
  return { data: { imported }, text: imported.map(importedText).join('') };
}

function importedText({ file, validOn, source, licence, version, changed, levels }: Imported): string {
  const head = changed
    ? `${file}: boundaries of ${validOn} imported as data version ${version} (${source}, ${licence})`
    : `${file}: these boundaries are loaded already, nothing changed (data version ${version})`;
  return `${[head, ...levels.flatMap(levelLines)].join('\n')}\n`;
}

function levelLines(imported: BoundaryImport['levels'][number]): readonly string[] {
  const { level, territories, borders, points, missing, otherDay } = imported;
  const name = boundaryLevelNames[level];
  const facts = `${count(territories)} ${name}, ${count(borders)} pairs of neighbours, ${count(points)} points`;
  const address = `/boundaries/${name}.topojson`;
  return [
    `  ${facts}: ${address}`,
    ...(territories > 1 && borders === 0
      ? ['  no two of them share a border: their borders do not run through the same points']
      : []),
    ...someOf(
      missing.map(({ key, name }) => `${key} ${name}`),
      `${name} of the register of that day are not in the file`,
    ),
    ...someOf(otherDay, `${name} in the file are not in the register of that day`),
  ];
}

const SHOWN = 5;

function someOf(names: readonly string[], what: string): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length > SHOWN ? ', ... (--json lists all)' : '';
  return [`  ${count(names.length)} ${what}: ${names.slice(0, SHOWN).join(', ')}${more}`];
}
