import type { Acting } from '@kreisweit/domain';
import type { Store } from '../open-store.ts';
import { type Deactivation, deactivateActor, reactivateActor } from './deactivate-actor.ts';
import { type ActorMerge, mergeActors } from './merge-actors.ts';
import { type EditedActor, saveActor } from './save-actor.ts';
import type { StoredActor } from './stored-actors.ts';

/** What somebody who acts may do with actors. */
export type ActingActors = {
  readonly saveActor: (actor: EditedActor, expectedRevision: number) => Promise<StoredActor>;
  readonly deactivateActor: (deactivation: Deactivation, expectedRevision: number) => Promise<StoredActor>;
  readonly reactivateActor: (key: string, expectedRevision: number) => Promise<StoredActor>;
  readonly mergeActors: (merge: ActorMerge, expectedRevision: number) => Promise<StoredActor>;
};

/** Actors for somebody who acts. */
export function actingActors(store: Store, acting: Acting): ActingActors {
  return {
    saveActor: (actor, expectedRevision) => saveActor(store, acting, actor, expectedRevision),
    deactivateActor: (deactivation, expectedRevision) =>
      deactivateActor(store, acting, deactivation, expectedRevision),
    reactivateActor: (key, expectedRevision) => reactivateActor(store, acting, key, expectedRevision),
    mergeActors: (merge, expectedRevision) => mergeActors(store, acting, merge, expectedRevision),
  };
}
