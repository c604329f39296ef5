import { type ChangeListImport, importChangeList, readChangeList } from '@kreisweit/store';
import { counted } from '../count.ts';
import { checksumOf } from './checksum-of.ts';
import { demoWithdrawnLines } from './demo-withdrawn-lines.ts';
import { findingsLine, openFindings } from './open-findings.ts';
import { replacedLine } from './replaced-line.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';
import { storeEach } from './store-each.ts';

/** What can be said about lists of changes and crosswalks: `smaller` takes what holds much less than before. */
export type ChangesCommandOptions = CommandOptions & { readonly smaller?: boolean };

type Imported = ChangeListImport & {
  readonly file: string;
  readonly from: string;
  readonly until: string;
  readonly findings: number;
};

/** `kreisweit import changes`: official lists of territorial changes, each a data version. */
export async function importChangeLists(
  run: CommandRun,
  files: readonly string[],
  { smaller = false }: ChangesCommandOptions,
): Promise<CommandResult> {
  const { progress, signal } = run;
  const imported = await storeEach(run, files, async (path) => {
    const list = await readChangeList(path);
    const checksum = await checksumOf(path);
    return async (store): Promise<Imported> => {
      const options = { checksum, smaller, signal, onProgress: progress.report };
      const result = await importChangeList(store, list, options);
      const { file, from, until } = list;
      return { file, from, until, ...result, findings: await openFindings(store, result.version) };
    };
  });
  return { data: { imported }, text: imported.map(importedText).join('') };
}

function importedText(imported: Imported): string {
  const { file, from, until, changed, version, changes, newTerritories, demoWithdrawn, findings } = imported;
  if (!changed) return `${file}: this list is loaded already, nothing changed (data version ${version})\n`;
  const lines = [
    `${file}: changes from ${from} to ${until} imported as data version ${version}`,
    `  ${counted(changes, 'change')}`,
    ...replacedLine(imported.replaced, 'changes'),
    `  ${counted(newTerritories, 'territory that was', 'territories that were')} not known before`,
    ...demoWithdrawnLines(demoWithdrawn),
    findingsLine(findings),
  ];
  return `${lines.join('\n')}\n`;
}
