import { basename } from 'node:path';
import { type IndicatorPlugin, type OpenedInput, openInput } from '@kreisweit/plugin-kit';
import type { ReleaseInput } from '@kreisweit/store';
import { checksumOf } from './checksum-of.ts';
import type { CommandRun } from './run-command.ts';

/** Opens a file of a plug-in: as a release, and how its reading is followed. */
export async function openedRelease(
  { log, progress, signal }: Pick<CommandRun, 'log' | 'progress' | 'signal'>,
  plugin: IndicatorPlugin,
  path: string,
) {
  const input = await openInput(plugin, path, { signal, log });
  const release = releaseOf(input, basename(path), await checksumOf(path));
  return {
    input,
    release,
    step: () => progress.step(release.file, () => input.progress() / input.bytes),
    options: { signal, onProgress: progress.report },
  };
}

/** An opened file as a release. What a whole table does not hold any more is withdrawn; own figures withdraw nothing. */
export function releaseOf(opened: OpenedInput, file: string, checksum: string): ReleaseInput {
  return {
    input: `${opened.plugin}/${opened.input}`,
    kind: opened.kind,
    source: opened.table,
    title: opened.title,
    institute: opened.institute,
    licence: opened.licence,
    file,
    checksum,
    retrieved: opened.retrieved,
    notes: opened.notes,
    boundaryNotes: opened.boundaryNotes,
    demo: false,
    refusesShrinking: true,
    batches: opened.batches(),
  };
}
