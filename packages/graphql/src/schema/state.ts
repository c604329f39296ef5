import type { TerritoryRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { District } from './district.ts';
import { membersField } from './member-fields.ts';
import { Region } from './region.ts';
import { territoryNode } from './territory-node.ts';

/** A Land. */
export const State = builder.objectRef<TerritoryRow>('State');

builder.node(State, {
  ...territoryNode('state'),
  description: 'A Land, key of two digits.',
  fields: (t) => ({
    regions: membersField(t, {
      kind: 'region',
      type: Region,
      description: 'Its Regierungsbezirke or Statistische Regionen, by key; empty where it has none.',
      entries: 7,
    }),
    districts: membersField(t, {
      kind: 'district',
      type: District,
      description: 'All its districts, by key.',
      entries: 50,
    }),
  }),
});
