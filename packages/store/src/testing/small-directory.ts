import { type Acting, type Grant, grantOf, InputProblems } from '@kreisweit/domain';
import type { EditedActor } from '../actors/save-actor.ts';
import { saveActors } from '../content/save-actors.ts';
import type { Store } from '../open-store.ts';
import { actorOf } from './small-actors.ts';

/** An umbrella organisation that no district keeps. */
export const union = actorOf('union', { name: 'Dachverband', district: null, territories: ['16'] });

/** A choir that Aue keeps. */
export const choir = actorOf('choir', {
  name: 'Chor',
  topics: ['culture'],
  memberships: [{ organisation: 'union', from: '2020-01-01', until: null }],
});

/** The same choir, entered twice. */
export const chorus = actorOf('chorus', {
  name: 'Chor Aue',
  territories: ['16097001'],
  topics: ['music', 'culture'],
  languages: ['de', 'ar'],
});

/** An actor that Fels keeps, and that says that it works in Aue too. */
const fels = actorOf('fels', { district: '16099', territories: ['16097', '16099'] });

/** Makes these four the only actors of a store, and the audit trail empty. */
export async function resetDirectory(store: Store): Promise<void> {
  await store.database.pool.query('delete from actor');
  await store.database.pool.query('truncate audit_entry');
  await saveActors(store, [union, choir, chorus, fels]);
}

/** Somebody with these grants. */
export function actingAs(...grants: readonly Grant[]): Acting {
  return {
    principal: { kind: 'person', id: 'person:somebody', name: 'Somebody', grants },
    requestId: 'request-1',
  };
}

/** Somebody who represents an actor. */
export function representing(actor: string): Acting {
  return actingAs(grantOf('ACTOR_REPRESENTATIVE', { actor }));
}

/** The coordination of Aue, which keeps three of the actors. */
export const coordinationOfAue = actingAs(grantOf('DISTRICT_COORDINATOR', { territory: '16097' }));

/** What a person sends of an entry. */
export function edited({ demo, deactivatedOn, ...actor }: ReturnType<typeof actorOf>): EditedActor {
  return actor;
}

/** The problems for which some work is refused, a line each. */
export async function problemsOf(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof InputProblems)) throw error;
  return error.problems.map(({ field, rule, message }) => `${field} ${rule}: ${message}`);
}

/** What the audit trail says, oldest first. */
export async function auditOf(store: Store) {
  const { rows } = await store.database.pool.query(
    'select what, subject_key, role, districts, before, after from audit_entry order by at',
  );
  return rows;
}
