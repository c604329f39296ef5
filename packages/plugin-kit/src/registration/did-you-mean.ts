import { nearestNames } from '@kreisweit/domain';

/** Nobody means a name by more; comparing cells of megabytes with all names takes hours. */
const LONGEST = 200;

/** `; did you mean 'places'?` when one of the names is close to what was written, else an empty text. */
export function didYouMean(written: string, names: Iterable<string>): string {
  if (written.length > LONGEST) return '';
  const [nearest] = nearestNames(written, names);
  return nearest === undefined ? '' : `; did you mean '${nearest}'?`;
}
