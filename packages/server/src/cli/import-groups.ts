import { type GroupImport, importGroups, readGroups } from '@kreisweit/store';
import { count } from '../count.ts';
import type { CommandResult, CommandRun } from './run-command.ts';
import { storeEach } from './store-each.ts';

type Imported = GroupImport & { readonly file: string; readonly sources: readonly string[] };

/** `kreisweit import groups`: files of free groups of territories, each a data version. */
export async function importGroupFiles(run: CommandRun, files: readonly string[]): Promise<CommandResult> {
  const { progress, signal } = run;
  const imported = await storeEach(run, files, async (path) => {
    const groups = await readGroups(path);
    return async (store): Promise<Imported> => {
      const result = await importGroups(store, groups, { signal, onProgress: progress.report });
      return { file: groups.file, sources: groups.sources, ...result };
    };
  });
  return { data: { imported }, text: imported.map(importedText).join('') };
}

function importedText({
  file,
  sources,
  changed,
  version,
  groups,
  members,
  withdrawn,
  series,
}: Imported): string {
  if (!changed)
    return `${file}: these groups are loaded already, nothing changed (data version ${version})\n`;
  const facts = [
    `${count(groups)} groups with ${count(members)} members, declared by ${sources.join(', ')}`,
    ...(withdrawn.length === 0
      ? []
      : [
          `${count(withdrawn.length)} withdrawn, which the file does not hold any more: ${withdrawn.join(', ')}`,
        ]),
    `${count(series)} published series`,
  ];
  return `${file}: groups imported as data version ${version}\n  ${facts.join('\n  ')}\n`;
}
