import type { TerritoryRow } from '@kreisweit/store';
import { municipalityKeyArgument } from '../argument/territory-key-argument.ts';
import { builder } from '../builder.ts';
import { Association } from './association.ts';
import { District } from './district.ts';
import { aboveField } from './member-fields.ts';
import { territoryNode } from './territory-node.ts';

/** A Gemeinde. */
export const Municipality = builder.objectRef<TerritoryRow>('Municipality');

builder.node(Municipality, {
  ...territoryNode('municipality'),
  description:
    'A Gemeinde, key of eight digits (AGS). A kreisfreie Stadt is one too, with the figures of its district.',
  fields: (t) => ({
    district: aboveField(t, { kind: 'district', type: District, description: 'Its district.' }),
    association: aboveField(t, {
      kind: 'association',
      type: Association,
      description: 'Its Gemeindeverband; null where it belongs to none.',
    }),
  }),
});

builder.queryField('municipality', (t) =>
  t.field({
    type: Municipality,
    nullable: true,
    description: 'The municipality of a key, also of a superseded one; null where nothing is known under it.',
    args: {
      key: t.arg.string({ required: true, description: 'AGS (8 digits) or ARS (12 digits).' }),
      on: t.arg({ type: 'Date', description: 'Shows it as on this day; the latest register when left out.' }),
    },
    resolve: (_, { key, on }, { loaders }) =>
      loaders.territory.load({ ...municipalityKeyArgument(key), on: on ?? null }),
  }),
);
