import type { PeerSelection } from '@kreisweit/store';
import { groupKeyArgument } from '../argument/group-key-argument.ts';
import { builder } from '../builder.ts';
import type { Comparison as ComparisonRow } from '../comparison/comparison.ts';
import { loadComparisons } from '../loader/load-comparisons.ts';
import type { Value as ValueRow } from '../series/value-at.ts';
import { Peers } from './peers.ts';
import { Quantiles } from './quantiles.ts';
import { Value } from './value.ts';

/** Where a published value stands among those of its peers. */
export const Comparison = builder.objectRef<ComparisonRow>('Comparison').implement({
  description:
    'Where a published value stands among those of its peers. It is computed from what `crossSection` publishes and from nothing else: a value that is not published has no rank and counts nowhere but in `without`. Values compare as they are published, after rounding.',
  fields: (t) => ({
    rank: t.exposeInt('rank', {
      nullable: true,
      description:
        'The place of the value. Rank 1 is the best where the indicator declares a direction: the highest value of HIGHER_IS_BETTER, the lowest of LOWER_IS_BETTER. It is the highest of a NEUTRAL one, and says nothing about good or bad. Equal values share a rank, and as many ranks after it are left out. Null where the value is not published or the territory is none of the peers.',
    }),
    of: t.exposeInt('of', { description: 'How many values are published, its own among them.' }),
    without: t.exposeInt('without', {
      description:
        'How many inhabited peers have no published value, be it missing or confidential: with them the rank could be another.',
    }),
    quantiles: t.expose('quantiles', {
      type: Quantiles,
      nullable: true,
      description: 'How the published values are spread; null where there are none.',
    }),
    quartile: t.exposeInt('quartile', {
      nullable: true,
      description:
        'In which quarter the value lies, 1 (the lowest) to 4 (the highest), whatever the direction; on the border, in the lower one. Null where `rank` is and where fewer than four values are published.',
    }),
  }),
});

builder.objectField(Value, 'comparison', (t) =>
  t.loadable({
    type: Comparison,
    nullable: true,
    description:
      'Where the value stands among those of other territories. Null where there is nobody of its kind to compare with: outside any such area, in a group without such members, or where no register says what it is in law.',
    args: { among: t.arg({ type: Peers, required: true, description: 'With whom it is compared.' }) },
    load: loadComparisons,
    resolve: (value: ValueRow, { among }) => ({ value, peers: selectionOf(among), asOf: value.asOf }),
  }),
);

/** Exactly one field is given: the schema says so. */
function selectionOf({
  inside,
  sameDesignationInside,
  group,
}: {
  readonly inside?: PeerSelection['area'] | null | undefined;
  readonly sameDesignationInside?: PeerSelection['area'] | null | undefined;
  readonly group?: string | null | undefined;
}): PeerSelection {
  if (group != null) {
    return { area: 'group', groupKey: groupKeyArgument(group, 'among').key, sameDesignation: false };
  }
  const area = inside ?? sameDesignationInside ?? 'country';
  return { area, groupKey: null, sameDesignation: sameDesignationInside != null };
}
