import { type Crosswalk, type CrosswalkImport, importCrosswalk, readCrosswalk } from '@kreisweit/store';
import { count, counted } from '../count.ts';
import { checksumOf } from './checksum-of.ts';
import { demoWithdrawnLines } from './demo-withdrawn-lines.ts';
import type { ChangesCommandOptions } from './import-changes.ts';
import { findingsLine, openFindings } from './open-findings.ts';
import { replacedLine } from './replaced-line.ts';
import type { CommandResult, CommandRun } from './run-command.ts';
import { storeEach } from './store-each.ts';

type Imported = CrosswalkImport & {
  readonly file: string;
  readonly kind: Crosswalk['kind'];
  readonly from: string;
  readonly until: string;
  readonly targetOn: string;
  /** Pairs of a day and a key whose shares of inhabitants, or of employees, do not add up to 1. */
  readonly unusable: { readonly population: number; readonly employment: number };
  readonly findings: number;
};

/** `kreisweit import crosswalk`: crosswalks of the BBSR, each a data version. */
export async function importCrosswalks(
  run: CommandRun,
  files: readonly string[],
  { smaller = false }: ChangesCommandOptions,
): Promise<CommandResult> {
  const { progress, signal } = run;
  const imported = await storeEach(run, files, async (path) => {
    const crosswalk = await readCrosswalk(path);
    const checksum = await checksumOf(path);
    return async (store): Promise<Imported> => {
      const options = { checksum, smaller, signal, onProgress: progress.report };
      const result = await importCrosswalk(store, crosswalk, options);
      const { file, kind, targetOn, sourceDays, unusable } = crosswalk;
      const unusableOf = (weight: string) => unusable.filter((each) => each.weight === weight).length;
      return {
        file,
        kind,
        from: sourceDays[0] ?? targetOn,
        until: sourceDays.at(-1) ?? targetOn,
        targetOn,
        ...result,
        unusable: { population: unusableOf('population'), employment: unusableOf('employment') },
        findings: await openFindings(store, result.version),
      };
    };
  });
  return { data: { imported }, text: imported.map(importedText).join('') };
}

const NAMES: Readonly<Record<Crosswalk['kind'], string>> = {
  municipality: 'municipalities',
  district: 'districts',
};

function importedText(imported: Imported): string {
  const { file, kind, from, until, targetOn, changed, version, links, newTerritories, demoWithdrawn } =
    imported;
  if (!changed) {
    return `${file}: this crosswalk is loaded already, nothing changed (data version ${version})\n`;
  }
  const days = from === until ? from : `${from} to ${until}`;
  const lines = [
    `${file}: crosswalk of ${NAMES[kind]} from ${days} to those of ${targetOn} imported as data version ${version}`,
    `  ${counted(links, 'link')}`,
    ...replacedLine(imported.replaced, 'rows'),
    ...unusableLines(imported.unusable),
    `  ${counted(newTerritories, 'territory that was', 'territories that were')} not known before`,
    ...demoWithdrawnLines(demoWithdrawn),
    findingsLine(imported.findings),
  ];
  return `${lines.join('\n')}\n`;
}

function unusableLines({ population, employment }: Imported['unusable']): readonly string[] {
  if (population + employment === 0) return [];
  return [
    `  days and keys without usable shares: ${count(population)} by inhabitants, ${count(employment)} by employees;`,
    '    their shares do not add up to 1, as the file writes it where nobody lives or works. They are not used; what',
    '    goes by inhabitants (or employees) there is unknown, what goes by area is not affected.',
  ];
}
