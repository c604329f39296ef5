import { type AgreementImport, importAgreements, readAgreements } from '@kreisweit/store';
import { count } from '../count.ts';
import type { CommandResult, CommandRun } from './run-command.ts';
import { storeEach } from './store-each.ts';

type Imported = AgreementImport & { readonly file: string; readonly source: string };

/** `kreisweit import agreements`: files of agreements of districts, each a data version. */
export async function importAgreementFiles(
  run: CommandRun,
  files: readonly string[],
): Promise<CommandResult> {
  const { progress, signal } = run;
  const imported = await storeEach(run, files, async (path) => {
    const agreements = await readAgreements(path);
    return async (store): Promise<Imported> => {
      const result = await importAgreements(store, agreements, { signal, onProgress: progress.report });
      return { file: agreements.file, source: agreements.source, ...result };
    };
  });
  return { data: { imported }, text: imported.map(importedText).join('') };
}

function importedText({ file, source, changed, version, agreements, withdrawn }: Imported): string {
  if (!changed) {
    return `${file}: these agreements are loaded already, nothing changed (data version ${version})\n`;
  }
  const facts = [
    `${count(agreements)} agreements, declared by ${source}`,
    ...(withdrawn === 0 ? [] : [`${count(withdrawn)} of before withdrawn or replaced`]),
  ];
  return `${file}: agreements imported as data version ${version}\n  ${facts.join('\n  ')}\n`;
}
