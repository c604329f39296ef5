import { type ActionPlace, type ActorActionsQuery, actionsOfActors, type KeyedPage } from '@kreisweit/store';
import { type ActionRow, actionRows, fieldRows, goalRows } from '../concept/concept-rows.ts';
import type { Context } from '../context.ts';
import { connectionByKey } from '../schema/connection.ts';

/** A page of the actions of one actor (its key). */
export type ActorActionsRequest = Omit<ActorActionsQuery, 'actors'> & { readonly actor: string };

/**
 * Pages of what actors carry out, as connections, in the order of the requests: two statements for all that ask the same, whatever the number of
 * actors.
 */
export async function loadActorActions(requests: readonly ActorActionsRequest[], context: Context) {
  const pages = new Map<ActorActionsRequest, KeyedPage<ActionPlace>>();
  const groups = Map.groupBy(requests, ({ actor, ...question }) => JSON.stringify(question));
  for (const group of groups.values()) {
    const [{ actor: _, ...question } = NOTHING] = group;
    const actors = [...new Set(group.map(({ actor }) => actor))];
    const found = await actionsOfActors(context.db, { ...question, actors });
    const pageOf = new Map(actors.map((actor, index) => [actor, found[index] ?? EMPTY]));
    for (const request of group) pages.set(request, pageOf.get(request.actor) ?? EMPTY);
  }
  return Promise.all(
    requests.map(async (request) => {
      const page = pages.get(request) ?? EMPTY;
      const placed = (await Promise.all(page.rows.map((place) => placedAction(place, context)))).flat();
      const places = new Map(placed);
      const rows = placed.map(([row]) => row);
      return connectionByKey({ ...page, rows }, request.after, (row) => places.get(row) ?? '');
    }),
  );
}

/** The action of a place in a list; none where its version was taken away in between. */
async function placedAction(
  place: ActionPlace,
  { loaders }: Context,
): Promise<readonly (readonly [ActionRow, string])[]> {
  const concept = await loaders.concept.load(place);
  if (concept === null) return [];
  const row = fieldRows(concept)
    .flatMap(goalRows)
    .flatMap(actionRows)
    .find(({ action }) => action.key === place.action);
  return row === undefined ? [] : [[row, place.key]];
}

const EMPTY: KeyedPage<ActionPlace> = { rows: [], total: 0, hasNext: false };
const NOTHING = { actor: '', on: '', district: null, progress: null, first: 1, after: null };
