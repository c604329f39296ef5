import { type ActorRow, actorsByKey, type Store } from '@kreisweit/store';
import { builder } from '../../builder.ts';
import { Actor } from '../actor.ts';

/** Defines what a mutation of an actor (its key) answers. */
export function actorPayload(name: string, description: string) {
  return builder.objectRef<{ readonly key: string }>(name).implement({
    description,
    fields: (t) => ({
      actor: t.field({
        type: Actor,
        description: 'The entry as it is now.',
        resolve: ({ key }, _, { db }) => readWrittenActor(db, key),
      }),
    }),
  });
}

/** The entry that was just written, past the loaders: an earlier mutation of the same request may have read it before. */
export async function readWrittenActor(db: Store['db'], key: string): Promise<ActorRow> {
  const [actor] = await actorsByKey(db, [key]);
  if (actor == null) throw new RangeError(`the actor ${key} was written and is not there`);
  return actor;
}
