import type { TerritoryRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { District } from './district.ts';
import { aboveField, membersField } from './member-fields.ts';
import { State } from './state.ts';
import { territoryNode } from './territory-node.ts';

/** A Regierungsbezirk or a Statistische Region. */
export const Region = builder.objectRef<TerritoryRow>('Region');

builder.node(Region, {
  ...territoryNode('region'),
  description: 'A Regierungsbezirk or a Statistische Region, key of three digits.',
  fields: (t) => ({
    state: aboveField(t, { kind: 'state', type: State, description: 'Its Land.' }),
    districts: membersField(t, {
      kind: 'district',
      type: District,
      description: 'Its districts, by key.',
      entries: 15,
    }),
  }),
});
