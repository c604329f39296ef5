import { periodEnd } from '@kreisweit/domain';
import { type PeerSelection, peerComparisons } from '@kreisweit/store';
import type { AsOf } from '../argument/as-of.ts';
import { type Comparison, comparisonOf } from '../comparison/comparison.ts';
import { InvalidArgument } from '../error/invalid-argument.ts';
import type { Value } from '../series/value-at.ts';
import type { Reading } from './create-loaders.ts';
import { perVersion } from './per-version.ts';

/** A value, and with whom it is compared. */
export type ComparisonKey = {
  readonly value: Value;
  readonly peers: PeerSelection;
  readonly asOf: AsOf;
};

/**
 * How values compare with those of peers, one statement a data version, in the order of the keys; null where there are
 * no such peers. An unknown group is an error of its own.
 */
export async function loadComparisons(
  keys: readonly ComparisonKey[],
  reading: Reading,
): Promise<readonly (Comparison | Error | null)[]> {
  return perVersion<ComparisonKey, Comparison | null>(reading, keys, async (asOf, group) => {
    const found = await peerComparisons(reading.db, { asOf, requests: group.map(requestOf) });
    return group.map(({ value, peers }, index) => {
      const comparison = found[index] ?? null;
      if (comparison === 'unknownGroup') return unknownGroup(peers.groupKey);
      return comparison === null ? null : comparisonOf(value, comparison);
    });
  });
}

function requestOf({ value, peers }: ComparisonKey) {
  const { territory, indicator, breakdown, period } = value;
  return {
    ...peers,
    territoryId: territory.id,
    indicatorId: indicator.id,
    breakdown,
    period,
    day: periodEnd(period),
    lowestFirst: indicator.direction === 'lowerIsBetter',
  };
}

function unknownGroup(key: string | null): InvalidArgument {
  return new InvalidArgument('among', `There is no group '${key}'. Write a key that \`groups\` lists.`);
}
