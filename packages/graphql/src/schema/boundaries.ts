import type { BoundarySetRow } from '@kreisweit/store';
import { boundaryAddress } from '../boundary-address.ts';
import { builder } from '../builder.ts';
import { loadBoundaries } from '../loader/load-boundaries.ts';
import { TerritoryLevel } from './territory-level.ts';

/** The boundaries of a level: where they are and whose they are. */
export const Boundaries = builder.objectRef<BoundarySetRow>('Boundaries').implement({
  description:
    'The boundaries of all territories of a level, to draw a map with. Whoever shows them names their source and licence.',
  fields: (t) => ({
    level: t.expose('level', { type: TerritoryLevel, description: 'Whose boundaries these are.' }),
    validOn: t.expose('validOn', { type: 'Date', description: 'The day whose boundaries these are.' }),
    url: t.string({
      description:
        'Where their TopoJSON is, on this server. What is there never changes, so it may be kept for ever.',
      resolve: (set) => boundaryAddress(set, 'topojson'),
    }),
    geojsonUrl: t.string({
      description: 'Where the same is as GeoJSON (RFC 7946), some three times as large.',
      resolve: (set) => boundaryAddress(set, 'geojson'),
    }),
    source: t.exposeString('source', { description: 'Who is to be named where they are shown.' }),
    licence: t.exposeString('licence', { description: 'The licence of the source.' }),
    changes: t.exposeString('changes', {
      nullable: true,
      description:
        'What was done to the coordinates since the source delivered them, as some licences want it said.',
    }),
  }),
});

builder.queryField('boundaries', (t) =>
  t.loadable({
    type: Boundaries,
    nullable: true,
    description: 'The boundaries of a level; null where none are imported.',
    args: {
      level: t.arg({ type: TerritoryLevel, required: true, description: 'Whose boundaries.' }),
      on: t.arg({
        type: 'Date',
        description: 'Those in force on this day, or else the earliest; the latest when left out.',
      }),
    },
    load: loadBoundaries,
    resolve: (_, { level, on }) => ({ level, on: on ?? null }),
  }),
);
