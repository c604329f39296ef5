import { basename } from 'node:path';
import { type IndicatorPlugin, openInput } from '@kreisweit/plugin-kit';
import { releaseOf } from '../delivery/release-of.ts';
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
