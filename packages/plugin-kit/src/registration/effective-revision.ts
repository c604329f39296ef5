import { type Formula, type Measure, measureInputsOf, type UnitKey } from '@kreisweit/domain';
import { shortHash } from './short-hash.ts';

/**
 * The revision of an indicator with everything it depends on: twelve hexadecimal digits that change when its formula
 * (written out down to measures), its unit, its decimals or its own revision change, or the revision of a measure it reads, of that
 * measure's weight or of the one whose values it counts. Titles and the way to a formula over other indicators do not count.
 */
export function effectiveRevision(
  {
    resolved,
    unit,
    decimals,
    methodRevision,
  }: {
    readonly resolved: Formula;
    readonly unit: UnitKey;
    readonly decimals: number;
    readonly methodRevision: number;
  },
  measureOf: (key: string) => Measure | undefined,
): string {
  const read = new Set(measureInputsOf(resolved).map(({ key }) => key));
  for (const key of [...read]) {
    const { rollup, countOf } = measureOf(key) ?? {};
    if (typeof rollup === 'object') read.add(rollup.weightedMeanBy);
    if (countOf !== undefined) read.add(countOf.measure);
  }
  const revisions = [...read].sort().map((key) => [key, measureOf(key)?.revision ?? null]);
  // The first revision is left out, so that the revisions of what never changed stay as they are.
  const method = methodRevision > 1 ? { methodRevision } : {};
  return shortHash({ formula: resolved, unit, decimals, revisions, ...method });
}
