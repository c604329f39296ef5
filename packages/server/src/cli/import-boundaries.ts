import { type BoundaryImport, boundaryLevelNames, importBoundaries, readBoundaries } from '@kreisweit/store';
import { counted } from '../count.ts';
import { checksumOf } from './checksum-of.ts';
import { replacedLine } from './replaced-line.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';
import { storeEach } from './store-each.ts';

/** What can be said about files of boundaries on the command line. */
export type BoundaryCommandOptions = CommandOptions & {
  readonly on?: string;
  readonly source?: string;
  readonly licence?: string;
  readonly detail?: string;
  readonly smaller?: boolean;
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
  { on, source, licence, detail, smaller = false }: BoundaryCommandOptions,
): Promise<CommandResult> {
  const { progress, signal } = run;
  const options = { validOn: on, source, licence, detail: detail === undefined ? undefined : Number(detail) };
  const imported = await storeEach(run, files, async (path) => {
    const boundaries = await readBoundaries(path, options);
    const checksum = await checksumOf(path);
    return async (store): Promise<Imported> => {
      const result = await importBoundaries(store, boundaries, {
        checksum,
        smaller,
        signal,
        onProgress: progress.report,
      });
      const { file, validOn, ...about } = boundaries;
      return { file, validOn, source: about.source, licence: about.licence, ...result };
    };
  });
  return { data: { imported }, text: imported.map(importedText).join('') };
}

function importedText(imported: Imported): string {
  const { file, validOn, source, licence, version, changed, register, levels } = imported;
  const head = changed
    ? `${file}: boundaries of ${validOn} imported as data version ${version} (${source}, ${licence})`
    : `${file}: these boundaries are loaded already, nothing changed (data version ${version})`;
  const compared = `  compared with the register of ${register.territoryDate} (${register.file})`;
  const lines = levels.flatMap((level) => levelLines(level, register.territoryDate));
  return `${[head, compared, ...lines].join('\n')}\n`;
}

function levelLines(imported: BoundaryImport['levels'][number], registerOf: string): readonly string[] {
  const { level, territories, borders, points, replaced, missing, otherDay } = imported;
  const name = boundaryLevelNames[level];
  const facts = [
    counted(territories, level, name),
    counted(borders, 'pair of neighbours', 'pairs of neighbours'),
    counted(points, 'point'),
  ];
  return [
    `  ${facts.join(', ')}: /boundaries/${name}.topojson`,
    ...replacedLine(replaced, name),
    ...(territories > 1 && borders === 0
      ? ['  no two of them share a border: their borders do not run through the same points']
      : []),
    ...someOf(
      missing.map(({ key, name }) => `${key} ${name}`),
      (number) => `${counted(number, level, name)} of the register of ${registerOf} not in the file`,
    ),
    ...someOf(
      otherDay,
      (number) => `${counted(number, level, name)} in the file not in the register of ${registerOf}`,
    ),
  ];
}

const SHOWN = 5;

function someOf(names: readonly string[], what: (number: number) => string): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length > SHOWN ? ', ... (--json lists all)' : '';
  return [`  ${what(names.length)}: ${names.slice(0, SHOWN).join(', ')}${more}`];
}
