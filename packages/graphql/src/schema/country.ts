import type { TerritoryRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { membersField } from './member-fields.ts';
import { State } from './state.ts';
import { territoryNode } from './territory-node.ts';

/** Germany. */
export const Country = builder.objectRef<TerritoryRow>('Country');

builder.node(Country, {
  ...territoryNode('country'),
  description: 'Germany, key DG.',
  fields: (t) => ({
    states: membersField(t, { kind: 'state', type: State, description: 'Its Länder, by key.', entries: 16 }),
  }),
});
