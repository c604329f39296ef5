import type { InputProblems } from '@kreisweit/domain';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { type FileFormat, sniffFile } from '../file/sniff-file.ts';
import { type InputMatch, matchInputs } from './input-match.ts';
import { legibleText } from './legible-problems.ts';

/** An input that takes a file. */
export type FoundInput = { readonly plugin: string; readonly input: string };

/**
 * What a file is and who takes it. `format` is null where it is not known; then `message` says what it looks like and what
 * to do, else what it is. `misfits` say why inputs that could be meant do not fit. `problems` are those of the file itself.
 */
export type FoundInputs = {
  readonly format: FileFormat | null;
  readonly message: string;
  readonly inputs: readonly FoundInput[];
  readonly misfits: readonly string[];
  readonly problems: InputProblems | null;
};

/**
 * Finds the plug-ins of a list, and the inputs, that take a file. Where inputs of one plug-in fit differently well only the
 * best are named. Throws InputProblems when the file cannot be opened at all or its header is broken.
 */
export async function findInputs(
  plugins: readonly IndicatorPlugin[],
  path: string,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<FoundInputs> {
  const file = await sniffFile(path);
  if (file.format === 'unknown') {
    return { format: null, message: legibleText(file.message), inputs: [], misfits: [], problems: null };
  }
  const { found, matches, misfits, problems } = await matchInputs(plugins, path, file, { signal });
  const inputs = plugins.flatMap((plugin) => bestMatches(matches.filter((match) => match.plugin === plugin)));
  return {
    format: file.format,
    message: legibleText(found),
    inputs: inputs.map(({ plugin, input }) => ({ plugin: plugin.id, input })),
    misfits: misfits.map(legibleText),
    problems: inputs.length === 0 ? problems : null,
  };
}

/** The matches with the lowest distance. */
export function bestMatches(matches: readonly InputMatch[]): readonly InputMatch[] {
  const least = Math.min(...matches.map(({ distance }) => distance));
  return matches.filter(({ distance }) => distance === least);
}
