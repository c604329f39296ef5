import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { loadNeighbours } from '../loader/load-neighbours.ts';
import { Territory } from './territory.ts';

builder.interfaceField(Territory, 'neighbours', (t) =>
  t.loadableList({
    ...listOf(7),
    type: Territory,
    nullable: true,
    description:
      'The territories of the same kind that share a piece of border with it, by key. Empty for an island; null where no ' +
      'boundaries show the territory, so that nothing is known.',
    args: {
      on: t.arg({
        type: 'Date',
        description:
          'By the boundaries in force on this day; of the day that the territory is shown at when left out.',
      }),
    },
    load: loadNeighbours,
    resolve: ({ id, asAt }, { on }) => ({ territoryId: id, on: on ?? null, asAt }),
  }),
);
