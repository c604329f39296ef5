import { nearestNames } from '@kreisweit/domain';

/** `; did you mean 'places'?` when one of the names is close to what was written, else an empty text. */
export function didYouMean(written: string, names: Iterable<string>): string {
  const [nearest] = nearestNames(written, names);
  return nearest === undefined ? '' : `; did you mean '${nearest}'?`;
}
