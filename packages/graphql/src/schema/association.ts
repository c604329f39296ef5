import type { TerritoryRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { District } from './district.ts';
import { aboveField, membersField } from './member-fields.ts';
import { Municipality } from './municipality.ts';
import { territoryNode } from './territory-node.ts';

/** A Gemeindeverband. */
export const Association = builder.objectRef<TerritoryRow>('Association');

builder.node(Association, {
  ...territoryNode('association'),
  description: 'A Gemeindeverband (Amt, Samtgemeinde, Verbandsgemeinde), key of nine digits.',
  fields: (t) => ({
    district: aboveField(t, { kind: 'district', type: District, description: 'Its district.' }),
    municipalities: membersField(t, {
      kind: 'municipality',
      type: Municipality,
      description: 'Its municipalities, by key.',
      entries: 10,
    }),
  }),
});
