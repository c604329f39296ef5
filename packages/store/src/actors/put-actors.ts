import {
  type Actor,
  actorProblems,
  type CooperationProblem,
  InputProblems,
  parseTerritoryKey,
  RevisionConflict,
} from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import { todayInGermany } from '../decisions/today.ts';
import type { StoreSchema } from '../store-schema.ts';
import { actorReferences } from './actor-references.ts';
import { conflictOn } from './conflict-on.ts';
import { sameActor } from './same-actor.ts';
import { type StoredActor, storedActors } from './stored-actors.ts';
import { writeActors } from './write-actors.ts';

/** An actor that was put: as it was before (null: there was none) and is now. Where nothing is different, both are the same object. */
export type PutActor = { readonly before: StoredActor | null; readonly after: StoredActor };

type Options = {
  /** The revisions that are expected by key, 0 for none yet; those that are found where it says nothing. */
  readonly expected?: ReadonlyMap<string, number>;
  readonly today?: string;
};

/**
 * Adds actors and brings known ones up to date, by their keys, in the order given; asks nobody and records nothing. Those that are the same already
 * keep their revision. A number of statements that does not depend on how many there are. Throws InputProblems with all that is wrong (fields `actors.0.name`),
 * and RevisionConflict.
 */
export async function putActors(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  actors: readonly Actor[],
  { expected, today = todayInGermany() }: Options = {},
): Promise<readonly PutActor[]> {
  const keys = actors.map(({ key }) => key);
  const stored = await storedActors(trx, keys);
  const { survivorOf, ...references } = await actorReferences(trx, actors);
  const wanted = actors.map((actor) => withShortKeys(actor, survivorOf));
  const problems = [...mergedProblems(actors, stored), ...actorProblems(wanted, { ...references, today })];
  if (problems.length > 0) throw new InputProblems('the actors are refused', problems);

  for (const [key, expectedRevision] of expected ?? []) {
    const revision = stored.get(key)?.revision ?? 0;
    if (expectedRevision === revision) continue;
    throw new RevisionConflict({ kind: 'actor', key }, { expectedRevision, revision });
  }
  const put = wanted.map((actor): PutActor => {
    const before = stored.get(actor.key) ?? null;
    if (before !== null && sameActor(before, actor)) return { before, after: before };
    return { before, after: { ...actor, revision: (before?.revision ?? 0) + 1, mergedInto: null } };
  });
  const changed = put.filter(({ before, after }) => before !== after);
  const written = await writeActors(
    rows,
    changed.map(({ after }) => after),
  );
  for (const { before, after } of changed) {
    if (!written.has(after.key)) throw await conflictOn(trx, after.key, before?.revision ?? 0);
  }
  return put;
}

function withShortKeys(actor: Actor, survivorOf: ReadonlyMap<string, string>): Actor {
  const short = (key: string) => parseTerritoryKey(key)?.key ?? key;
  return {
    ...actor,
    district: actor.district === null ? null : short(actor.district),
    territories: actor.territories.map(short),
    memberships: actor.memberships.map((membership) => ({
      ...membership,
      organisation: survivorOf.get(membership.organisation) ?? membership.organisation,
    })),
  };
}

function mergedProblems(
  actors: readonly Actor[],
  stored: ReadonlyMap<string, StoredActor>,
): readonly CooperationProblem[] {
  return actors.flatMap(({ key }, index) => {
    const survivor = stored.get(key)?.mergedInto ?? null;
    if (survivor === null) return [];
    const message = `'${key}' was merged into '${survivor}': change that one`;
    return [{ field: `actors.${index}.key`, rule: 'CONFLICT', message }];
  });
}
