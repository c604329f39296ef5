import {
  type Acting,
  type CooperationProblem,
  InputProblems,
  isDay,
  RevisionConflict,
} from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import { todayInGermany } from '../decisions/today.ts';
import type { Store } from '../open-store.ts';
import { actorChange } from './actor-change.ts';
import { conflictOn } from './conflict-on.ts';
import { type StoredActor, storedActors } from './stored-actors.ts';
import { writeActors } from './write-actors.ts';

/** An actor that is no more since a day (ISO), today when it is left out. */
export type Deactivation = { readonly key: string; readonly on?: string | null | undefined };

/**
 * Deactivates an actor: it stays where it is named, is listed only where somebody asks for it, and who represents it may do nothing for it any more. Answers
 * it as it is now. Throws NotAllowed, RevisionConflict, and InputProblems for a day that is none or still to come and for an actor that was
 * merged.
 */
export async function deactivateActor(
  store: Store,
  acting: Acting,
  { key, on }: Deactivation,
  expectedRevision: number,
  { today = todayInGermany() }: { readonly today?: string } = {},
): Promise<StoredActor> {
  const day = on ?? today;
  const problems: CooperationProblem[] = [];
  if (!isDay(day)) {
    problems.push({ field: 'on', rule: 'FORM', message: `'${day}' is no day: write it as 2026-02-28` });
  } else if (day > today) {
    problems.push({ field: 'on', rule: 'ORDER', message: `${day} is still to come: deactivate it then` });
  }
  return setDeactivated(store, acting, key, expectedRevision, day, problems);
}

/** Makes an actor that was deactivated one that takes part again. Throws as `deactivateActor` does. */
export async function reactivateActor(
  store: Store,
  acting: Acting,
  key: string,
  expectedRevision: number,
): Promise<StoredActor> {
  return setDeactivated(store, acting, key, expectedRevision, null, []);
}

/** What an entry says otherwise is not looked at again: it may be older than the rules. */
async function setDeactivated(
  store: Store,
  acting: Acting,
  key: string,
  expectedRevision: number,
  deactivatedOn: string | null,
  dayProblems: readonly CooperationProblem[],
): Promise<StoredActor> {
  return auditedChange(store, acting, async (rows, trx) => {
    const role = await requireAllowed(rows, acting, 'MANAGE_ACTORS', [{ kind: 'actor', key }]);
    const before = (await storedActors(trx, [key])).get(key);
    const problems = [...dayProblems, ...mergedProblem(before)];
    if (problems.length > 0) throw new InputProblems('the actor stays as it is', problems);
    if (before === undefined || before.revision !== expectedRevision) {
      throw new RevisionConflict(
        { kind: 'actor', key },
        { expectedRevision, revision: before?.revision ?? 0 },
      );
    }
    if (before.deactivatedOn === deactivatedOn) return { role, change: null, result: before };
    const after = { ...before, deactivatedOn, revision: before.revision + 1 };
    if (!(await writeActors(rows, [after])).has(key)) throw await conflictOn(trx, key, expectedRevision);
    const what = deactivatedOn === null ? 'actor.reactivated' : 'actor.deactivated';
    return { role, change: actorChange(what, before, after), result: after };
  });
}

function mergedProblem(actor: StoredActor | undefined): readonly CooperationProblem[] {
  if (actor === undefined || actor.mergedInto === null) return [];
  const message = `'${actor.key}' was merged into '${actor.mergedInto}': change that one`;
  return [{ field: 'key', rule: 'CONFLICT', message }];
}
