import { type Measure, nearestNames } from '@kreisweit/domain';
import type { CatalogueAt, Identified } from '@kreisweit/store';
import { InvalidArgument } from '../error/invalid-argument.ts';

const SHOWN = 3;

/** The measure of a key. Throws an InvalidArgument with the nearest keys when there is none. */
export function knownMeasure({ measures }: CatalogueAt, key: string): Identified<Measure> {
  const measure = measures.get(key);
  if (measure !== undefined) return measure;
  const near = nearestNames(key, [...measures.keys()])
    .slice(0, SHOWN)
    .map((name) => `'${name}'`);
  const hint =
    near.length === 0
      ? 'Indicators name those that they are computed from.'
      : `Did you mean ${near.join(' or ')}?`;
  throw new InvalidArgument('measure', `There is no measure '${key}'. ${hint}`);
}
