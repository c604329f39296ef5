import type { Actor } from '@kreisweit/domain';
import type { About } from '../access/about.ts';
import { aboutKeeper } from '../actors/about-keeper.ts';
import { putActors } from '../actors/put-actors.ts';
import { storedActors } from '../actors/stored-actors.ts';
import { type RecordWriter, writtenOf } from './record-writer.ts';

/** Actors: who imports them keeps the directories in which they stand, now and then. */
export const actorWriter: RecordWriter<Actor> = {
  districtOf: ({ district }) => district,
  allow: async ({ trx }, actors) => {
    const stored = await storedActors(
      trx,
      actors.map(({ key }) => key),
    );
    const entries = [...stored.keys()].map((key): About => ({ kind: 'actor', key }));
    const keepers = new Set([...actors, ...stored.values()].map(({ district }) => district));
    return { action: 'MANAGE_ACTORS', abouts: [...entries, ...[...keepers].map(aboutKeeper)] };
  },
  write: async ({ rows, trx, today }, actors) => writtenOf(await putActors(rows, trx, actors, { today })),
};
