import { importRegister, type RegisterImport, readRegister } from '@kreisweit/store';
import { count, counted } from '../count.ts';
import { checksumOf } from './checksum-of.ts';
import { demoWithdrawnLines } from './demo-withdrawn-lines.ts';
import { findingsLine, openFindings } from './open-findings.ts';
import type { CommandResult, CommandRun } from './run-command.ts';
import { storeEach } from './store-each.ts';

type Imported = RegisterImport & {
  readonly file: string;
  readonly territoryDate: string;
  readonly findings: number;
};

/** `kreisweit import register`: editions of the official municipality register, each a data version. */
export async function importRegisters(run: CommandRun, files: readonly string[]): Promise<CommandResult> {
  const { progress, signal } = run;
  const imported = await storeEach(run, files, async (path) => {
    const register = await readRegister(path);
    const checksum = await checksumOf(path);
    return async (store): Promise<Imported> => {
      const result = await importRegister(store, register, { checksum, signal, onProgress: progress.report });
      const { file, territoryDate } = register;
      return { file, territoryDate, ...result, findings: await openFindings(store, result.version) };
    };
  });
  return { data: { imported }, text: imported.map(importedText).join('') };
}

function importedText(imported: Imported): string {
  const { file, territoryDate, changed, version, districts, municipalities, uninhabited, population } =
    imported;
  if (!changed)
    return `${file}: this register is loaded already, nothing changed (data version ${version})\n`;
  const counts = [
    counted(districts, 'district'),
    `${counted(municipalities, 'municipality', 'municipalities')} (${count(uninhabited)} uninhabited)`,
    counted(population, 'resident'),
    `${counted(imported.newTerritories, 'territory that was', 'territories that were')} not known before`,
  ];
  const lines = [
    `${file}: register of ${territoryDate} imported as data version ${version}`,
    ...counts.map((each) => `  ${each}`),
    ...demoWithdrawnLines(imported.demoWithdrawn),
    findingsLine(imported.findings),
  ];
  return `${lines.join('\n')}\n`;
}
