import { basename, resolve } from 'node:path';
import type { Store } from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import type { SyncPluginsOptions } from '../configuration/sync-plugins.ts';
import { currentFolder } from '../current-folder.ts';
import { openKreisweit } from '../open-kreisweit.ts';
import type { CommandRun } from './run-command.ts';
import { whyNoFile } from './why-no-file.ts';

/** A file that was read so far that it can be stored. */
export type ReadyFile<Result> = (store: Store) => Promise<Result>;

/**
 * Stores files one after the other. All of them are looked at before the database is opened, so that the wrong file
 * is noticed before the first one is stored; each is then stored whole or not at all. When one fails, those before it
 * stay, and a line says which. `options` are those of `syncPlugins`.
 */
export async function storeEach<Result>(
  { environment, log, progress, signal }: CommandRun,
  files: readonly string[],
  look: (path: string) => Promise<ReadyFile<Result>>,
  options: Pick<SyncPluginsOptions, 'uses' | 'triesOnly'> = {},
): Promise<readonly Result[]> {
  const paths = files.map((file) => resolve(currentFolder(), file));
  const problems = paths.flatMap(whyNoFile);
  if (problems.length > 0) throw new CommandError(problems.join('\n'));

  const ready: { readonly name: string; readonly store: ReadyFile<Result> }[] = [];
  for (const path of paths) {
    progress.step(`reading ${basename(path)}`);
    ready.push({ name: basename(path), store: await look(path) });
    signal.throwIfAborted();
  }

  progress.step('opening the database');
  const store = await openKreisweit(environment, log, options);
  const results: Result[] = [];
  try {
    for (const file of ready) {
      signal.throwIfAborted();
      progress.step(file.name);
      results.push(await file.store(store));
    }
    return results;
  } catch (error) {
    const stored = ready.slice(0, results.length).map(({ name }) => name);
    if (stored.length > 0) progress.note(`stored before the problem: ${stored.join(', ')}`);
    throw error;
  } finally {
    progress.step('closing the database');
    await store.close();
  }
}
