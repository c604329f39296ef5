import {
  type Acting,
  type AuditedChange,
  type CooperationProblem,
  circularMemberships,
  collectProblems,
  InputProblems,
  RevisionConflict,
} from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import type { StoreSchema } from '../store-schema.ts';
import { actorChange } from './actor-change.ts';
import { actorReferences } from './actor-references.ts';
import { conflictOn } from './conflict-on.ts';
import { type StoredActor, storedActors } from './stored-actors.ts';
import { writeActors } from './write-actors.ts';

/** Two entries of the same organisation, by their keys: the one that goes and the one that is left. */
export type ActorMerge = { readonly duplicate: string; readonly survivor: string };

/**
 * Merges an entry into another one of the same organisation. The duplicate keeps its row and its key, and whatever names it stays as it is and means
 * the survivor from now on; so do the access tokens of those who represent it. The survivor gets the territories, topics, languages and memberships
 * that it did not have, and keeps its own words. `expectedRevision` is that of the duplicate, of which nothing else is kept. Answers the
 * survivor. Throws NotAllowed, InputProblems (fields `duplicate` and `survivor`) and RevisionConflict.
 */
export async function mergeActors(
  store: Store,
  acting: Acting,
  merge: ActorMerge,
  expectedRevision: number,
): Promise<StoredActor> {
  const { duplicate: gone, survivor: left } = merge;
  return auditedChange(store, acting, async (rows, trx) => {
    const abouts = [gone, left].map((key) => ({ kind: 'actor', key }) as const);
    const role = await requireAllowed(rows, acting, 'MANAGE_ACTORS', abouts);
    const stored = await storedActors(trx, [gone, left]);
    const [duplicate, survivor] = [stored.get(gone), stored.get(left)];
    const problems = mergeProblems(merge, duplicate, survivor);
    if (duplicate === undefined || survivor === undefined || problems.length > 0) {
      throw new InputProblems('the actors are not merged', problems);
    }
    if (duplicate.revision !== expectedRevision) {
      const { revision } = duplicate;
      throw new RevisionConflict({ kind: 'actor', key: gone }, { expectedRevision, revision });
    }
    const after = { ...united(duplicate, survivor), revision: survivor.revision + 1 };
    const point = async () => (await rows(POINT, [gone, left, expectedRevision])).length === 1;
    const write = async () => (await writeActors(rows, [after])).has(left);
    // In the order of their keys, so that two who merge at once cannot wait for each other.
    const [pointed, written] =
      gone < left ? [await point(), await write()] : [await write(), await point()].toReversed();
    if (!pointed) throw await conflictOn(trx, gone, expectedRevision);
    if (!written) throw await conflictOn(trx, left, survivor.revision);
    await rows(POINT_ON, [gone, left]);
    const circle = await circleThrough(trx, after);
    if (circle.length > 0) throw new InputProblems('the actors are not merged', circle);
    return { role, change: mergeChange(duplicate, survivor, after), result: after };
  });
}

function mergeProblems(
  { duplicate: gone, survivor: left }: ActorMerge,
  duplicate: StoredActor | undefined,
  survivor: StoredActor | undefined,
): readonly CooperationProblem[] {
  return collectProblems((refuse) => {
    if (duplicate === undefined) refuse('duplicate', 'UNKNOWN', `there is no actor '${gone}': mend the key`);
    if (survivor === undefined) refuse('survivor', 'UNKNOWN', `there is no actor '${left}': mend the key`);
    if (gone === left) {
      refuse('survivor', 'CONFLICT', 'it is the duplicate itself: name the entry that is to be left');
      return;
    }
    if (duplicate !== undefined && duplicate.mergedInto !== null) {
      refuse('duplicate', 'CONFLICT', `it was merged into '${duplicate.mergedInto}' already`);
    }
    if (survivor !== undefined && survivor.mergedInto !== null) {
      refuse('survivor', 'CONFLICT', `it was merged itself: name '${survivor.mergedInto}'`);
    }
    if (survivor !== undefined && survivor.deactivatedOn !== null) {
      refuse('survivor', 'CONFLICT', `it was deactivated on ${survivor.deactivatedOn}: reactivate it first`);
    }
    if (duplicate !== undefined && survivor !== undefined && duplicate.demo !== survivor.demo) {
      refuse('duplicate', 'CONFLICT', 'one of them is an invented example, which goes with the demo');
    }
  });
}

/** What the survivor says itself stands first; of an organisation to which both belong it knows best since when. */
function united(duplicate: StoredActor, survivor: StoredActor): StoredActor {
  const both = (name: 'territories' | 'topics' | 'languages') => [
    ...new Set([...survivor[name], ...duplicate[name]]),
  ];
  const known = new Set([survivor.key, ...survivor.memberships.map(({ organisation }) => organisation)]);
  return {
    ...survivor,
    territories: both('territories'),
    topics: both('topics'),
    languages: both('languages'),
    memberships: [
      ...survivor.memberships.filter(({ organisation }) => organisation !== duplicate.key),
      ...duplicate.memberships.filter(({ organisation }) => !known.has(organisation)),
    ],
  };
}

/** Merging can close a circle of memberships: where a member of the duplicate is an umbrella organisation of the survivor. */
async function circleThrough(
  db: Kysely<StoreSchema>,
  { key: actor, ...survivor }: StoredActor,
): Promise<readonly CooperationProblem[]> {
  const { memberships: others } = await actorReferences(db, [{ key: actor, ...survivor }]);
  const own = survivor.memberships.map((membership) => ({ ...membership, actor }));
  const [circular] = circularMemberships(own, others);
  if (circular === undefined) return [];
  const message = `'${actor}' would belong to itself, by its membership in '${circular.organisation}': end one of the memberships first`;
  return [{ field: 'duplicate', rule: 'CONFLICT', message }];
}

function mergeChange(duplicate: StoredActor, survivor: StoredActor, after: StoredActor): AuditedChange {
  const { districts, before, after: gained } = actorChange('actor.merged', survivor, after);
  const all = duplicate.district === null ? districts : [...districts, duplicate.district];
  return {
    what: 'actor.merged',
    subject: { kind: 'actor', key: duplicate.key },
    districts: [...new Set(all)].toSorted(),
    before: { mergedInto: null, survivor: before },
    after: { mergedInto: survivor.key, survivor: gained },
  };
}

const POINT = `
update actor set merged_into = $2, revision = revision + 1
where key = $1 and revision = $3 and merged_into is null
returning key`;

/** Nobody has to follow more than one step. */
const POINT_ON = 'update actor set merged_into = $2 where merged_into = $1';
