import { nearestNames } from '@kreisweit/domain';

const SHOWN = 3;

/** A sentence that names which indicators may have been meant, beginning with a blank. */
export function didYouMean(written: string, indicators: readonly string[]): string {
  const near = nearestNames(written, indicators)
    .slice(0, SHOWN)
    .map((name) => `'${name}'`);
  if (near.length === 0) return ' The query { indicators { nodes { key } } } lists all of them.';
  return ` Did you mean ${near.join(' or ')}?`;
}
