import {
  type Acting,
  type Actor,
  InputProblems,
  parseTerritoryKey,
  RevisionConflict,
  type Role,
} from '@kreisweit/domain';
import type { About } from '../access/about.ts';
import { requireAllowed } from '../access/require-allowed.ts';
import type { Rows } from '../access/rows.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { aboutKeeper } from './about-keeper.ts';
import { actorChange } from './actor-change.ts';
import { putActors } from './put-actors.ts';
import { type StoredActor, storedActors } from './stored-actors.ts';

/** What people write about an actor. Whether it is an example, and whether it is no more, is said in other ways. */
export type EditedActor = Omit<Actor, 'demo' | 'deactivatedOn'>;

/**
 * Adds an actor (`expectedRevision` 0) or changes one. Who represents it may change what it says about itself; who keeps the directory of
 * its district also its kind, its district, where the entry comes from, and whether migrants lead it: those say who it is, and whom others listen
 * to. Answers the actor as it is now. Throws NotAllowed, InputProblems (fields `actor.name`) and RevisionConflict.
 */
export async function saveActor(
  store: Store,
  acting: Acting,
  actor: EditedActor,
  expectedRevision: number,
): Promise<StoredActor> {
  return auditedChange(store, acting, async (rows, trx) => {
    const before = (await storedActors(trx, [actor.key])).get(actor.key) ?? null;
    const role =
      expectedRevision === 0
        ? await requireAllowed(rows, acting, 'MANAGE_ACTORS', [aboutKeeper(actor.district)])
        : await requireEditor(rows, acting, actor, { before, expectedRevision });
    const { demo = false, deactivatedOn = null } = before ?? {};
    const [put] = await putActors(rows, trx, [{ ...actor, demo, deactivatedOn }], {
      expected: new Map([[actor.key, expectedRevision]]),
    }).catch(aboutTheArgument);
    if (put === undefined) throw new RangeError('one actor was put, and none came back');
    const { after } = put;
    if (after === put.before) return { role, change: null, result: after };
    return { role, change: actorChange('actor.saved', put.before, after), result: after };
  });
}

/** The entry that is compared is the one that was expected, and so the one that is replaced: what changed meanwhile is a conflict. */
async function requireEditor(
  rows: Rows,
  acting: Acting,
  actor: EditedActor,
  { before, expectedRevision }: { readonly before: StoredActor | null; readonly expectedRevision: number },
): Promise<Role> {
  const entry: About = { kind: 'actor', key: actor.key };
  const role = await requireAllowed(rows, acting, 'EDIT_ACTOR', [entry]);
  const revision = before?.revision ?? 0;
  if (before === null || revision !== expectedRevision) {
    throw new RevisionConflict({ kind: 'actor', key: actor.key }, { expectedRevision, revision });
  }
  if (saysTheSameOfItself(before, actor)) return role;
  return requireAllowed(rows, acting, 'MANAGE_ACTORS', [entry, aboutKeeper(actor.district)]);
}

function saysTheSameOfItself(
  before: StoredActor,
  { kind, district, source, migrantLed }: EditedActor,
): boolean {
  return (
    before.kind === kind &&
    before.district === (district === null ? null : (parseTerritoryKey(district)?.key ?? district)) &&
    before.source === source &&
    before.migrantLed === migrantLed
  );
}

function aboutTheArgument(error: unknown): never {
  if (!(error instanceof InputProblems)) throw error;
  const problems = error.problems.map(({ field = '', ...problem }) => ({
    ...problem,
    field: field.replace(/^actors\.0/, 'actor'),
  }));
  throw new InputProblems('the actor is not saved', problems);
}
