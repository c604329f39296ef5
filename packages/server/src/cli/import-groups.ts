import { type GroupFile, type GroupImport, importGroups, readGroups } from '@kreisweit/store';
import { count, counted } from '../count.ts';
import { openKreisweit } from '../open-kreisweit.ts';
import type { CommandResult, CommandRun } from './run-command.ts';
import { storeEach } from './store-each.ts';

type Imported = GroupImport & { readonly file: string; readonly sources: readonly string[] };

/** `kreisweit import groups`: files of free groups of territories, each a data version. */
export async function importGroupFiles(run: CommandRun, files: readonly string[]): Promise<CommandResult> {
  const { progress, signal } = run;
  const imported = await storeEach(run, files, async (path) => {
    const groups = await readGroups(path);
    if (groups.problems.length > 0) await refuse(run, groups);
    return async (store): Promise<Imported> => {
      const result = await importGroups(store, groups, { signal, onProgress: progress.report });
      return { file: groups.file, sources: groups.sources, ...result };
    };
  });
  return { data: { imported }, text: imported.map(importedText).join('') };
}

/**
 * Refuses a file that is wrong in itself before another one is stored, and tells with it what only the database knows:
 * members that it does not have.
 */
async function refuse({ environment, log, progress }: CommandRun, groups: GroupFile): Promise<void> {
  progress.step('opening the database');
  const store = await openKreisweit(environment, log);
  try {
    await importGroups(store, groups);
  } finally {
    await store.close();
  }
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
    `${counted(groups, 'group')} with ${counted(members, 'member')}, declared by ${sources.join(', ')}`,
    ...(withdrawn.length === 0
      ? []
      : [
          `${count(withdrawn.length)} withdrawn, which the file does not hold any more: ${withdrawn.join(', ')}`,
        ]),
    counted(series, 'published series', 'published series'),
  ];
  return `${file}: groups imported as data version ${version}\n  ${facts.join('\n  ')}\n`;
}
