import type { TerritoryKind } from '@kreisweit/domain';
import type { TerritoryRow } from '@kreisweit/store';
import type { ObjectRef } from '@pothos/core';
import type { Fields, SchemaTypes } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { loadMembers } from '../loader/load-members.ts';

/**
 * Defines the list of the members of a kind. It is a plain list: no territory has more members than a client wants to
 * see at once, and all of them come in one statement.
 */
export function membersField(
  t: Fields<TerritoryRow>,
  options: {
    readonly kind: TerritoryKind;
    readonly type: ObjectRef<SchemaTypes, TerritoryRow>;
    readonly description: string;
    /** How many there are as a rule. */
    readonly entries: number;
  },
) {
  const { kind, type, description, entries } = options;
  return t.loadableList({
    ...listOf(entries),
    type,
    description,
    args: {
      on: t.arg({
        type: 'Date',
        description:
          'Those of the register in force on this day; of the day that the territory is shown at when left out.',
      }),
    },
    load: loadMembers,
    // The same list under several names is loaded once.
    loaderOptions: { cacheKeyFn: ({ parentId, kind, day }) => `${parentId} ${kind} ${day}` },
    resolve: ({ id, asAt }: TerritoryRow, { on }) => ({ parentId: id, kind, day: on ?? asAt }),
  });
}

/** Defines the territory of a kind in which a territory lies. */
export function aboveField(
  t: Fields<TerritoryRow>,
  options: {
    readonly kind: TerritoryKind;
    readonly type: ObjectRef<SchemaTypes, TerritoryRow>;
    readonly description: string;
  },
) {
  const { kind, type, description } = options;
  return t.field({
    type,
    nullable: true,
    description,
    resolve: ({ id, asAt }, _, { loaders }) => loaders.above.load({ memberId: id, kind, day: asAt }),
  });
}
