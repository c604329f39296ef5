import type { IndicatorPlugin } from '@kreisweit/plugin-kit';
import { CommandError } from '../command-error.ts';

/**
 * The name of the input for own figures of a plug-in: the one that is named, or the only one.
 *
 * Throws a CommandError where there is none, or where one must be named.
 */
export function ownFiguresInput({ id, inputs }: IndicatorPlugin, named: string | undefined): string {
  const own = Object.keys(inputs).filter((name) => inputs[name]?.reader === 'own-figures');
  if (own.length === 0)
    throw new CommandError(`the plug-in ${id} takes no own figures, only official tables`);
  if (named === undefined && own.length === 1) return own[0] ?? '';
  if (named !== undefined && own.includes(named)) return named;
  const wrong = named === undefined ? 'takes several kinds of own figures' : `has no own figures "${named}"`;
  throw new CommandError(`the plug-in ${id} ${wrong}: write --input with one of ${own.join(', ')}`);
}
