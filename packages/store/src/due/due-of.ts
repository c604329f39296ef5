import { type DueEntry, dueDeliveries, dueId, duePositions, dueTrainings, dueUntil } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import { decisionsInState } from '../decisions/decisions-in-state.ts';
import type { StoreSchema } from '../store-schema.ts';
import { actionsInForce } from './actions-in-force.ts';
import { meetingsToCome } from './meetings-to-come.ts';
import { openDeliveries } from './open-deliveries.ts';
import { type DueRequest, openRecords } from './open-records.ts';
import { deadlineSource, trainingSource } from './record-source.ts';

/**
 * What is due in districts (keys) until a day, as it is on the day `on`, in the order of the districts: see `dueUntil`. Actors that were merged stand
 * under the key of the one that is left. `asOf` is the data version that says who has delivered. A constant number of statements for
 * any number of districts.
 */
export async function dueOf(
  db: Kysely<StoreSchema>,
  { asOf, ...request }: DueRequest & { readonly asOf: number },
): Promise<readonly (readonly DueEntry[])[]> {
  const { districts, until, on } = request;
  const [bodies, decisions, actions, deadlines, trainings] = await Promise.all([
    meetingsToCome(db, { districts, on }),
    decisionsInState(db, { districts, states: ['OPEN'] }),
    actionsInForce(db, request),
    openRecords(db, deadlineSource, request),
    openRecords(db, trainingSource, request),
  ]);
  const deliveries = await openDeliveries(db, { asOf, deadlines });
  const bodiesOf = Map.groupBy(bodies, ({ body }) => body.district);
  const actionsOf = Map.groupBy(actions, ({ district }) => district);
  const deliveriesOf = Map.groupBy(deliveries, ({ deadline }) => deadline.district);
  const trainingsOf = Map.groupBy(trainings, ({ district }) => district);
  const entries = districts.map((district, index) => {
    const own = bodiesOf.get(district) ?? [];
    const sources = {
      bodies: own.map(({ body }) => body),
      meetings: own.flatMap(({ meetings }) => meetings),
      positions: duePositions(decisions[index] ?? []),
      actions: actionsOf.get(district) ?? [],
      deliveries: dueDeliveries(deliveriesOf.get(district) ?? [], on),
      trainings: dueTrainings(trainingsOf.get(district) ?? [], on),
    };
    return dueUntil(sources, until, on);
  });
  return underActorsThatAreLeft(db, entries);
}

/** The entries under the keys of the actors that are left where some were merged; where that makes two the same, one of them. */
async function underActorsThatAreLeft(
  db: Kysely<StoreSchema>,
  lists: readonly (readonly DueEntry[])[],
): Promise<readonly (readonly DueEntry[])[]> {
  const actors = [...new Set(lists.flat().flatMap(({ actor }) => actor ?? []))];
  const { rows } = await sql<{ key: string; left: string }>`
    select a.key, a.merged_into as left
    from actor a
    where a.key = any(${actors}::text[]) and a.merged_into is not null`.execute(db);
  const leftOf = new Map(rows.map(({ key, left }) => [key, left]));
  if (leftOf.size === 0) return lists;
  return lists.map((entries) => {
    const named = entries.map((entry) => ({
      ...entry,
      actor: entry.actor === null ? null : (leftOf.get(entry.actor) ?? entry.actor),
    }));
    return [...new Map(named.map((entry) => [dueId(entry), entry])).values()];
  });
}
