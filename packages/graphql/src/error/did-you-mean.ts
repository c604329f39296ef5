import { nearestNames } from '@kreisweit/domain';

const SHOWN = 3;

const EVERY_INDICATOR = 'The query { indicators { nodes { key } } } lists all of them.';

/** A sentence that names what may have been meant, beginning with a blank; where nothing is near, one that says where all are listed. */
export function didYouMean(
  written: string,
  names: readonly string[],
  everyOne: string = EVERY_INDICATOR,
): string {
  const near = nearestNames(written, names)
    .slice(0, SHOWN)
    .map((name) => `'${name}'`);
  if (near.length === 0) return ` ${everyOne}`;
  return ` Did you mean ${near.join(' or ')}?`;
}
