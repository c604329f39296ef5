import { type Actor, InputProblems, type Problem, parseTerritoryKey } from '@kreisweit/domain';
import { sql } from 'kysely';
import type { Store } from '../open-store.ts';

/**
 * Saves actors by their key: new ones are added, known ones brought up to date. Actors that are not named stay as they
 * are. Throws InputProblems, with nothing saved, when actors share a key or name territories that the store does not know.
 */
export async function saveActors(store: Store, actors: readonly Actor[]): Promise<void> {
  const places = actors.flatMap((actor) =>
    actor.territories.map((text) => ({ actor: actor.key, text, territory: parseTerritoryKey(text) })),
  );
  await store.db.transaction().execute(async (trx) => {
    const keys = [...new Set(places.map(({ territory }) => territory?.key ?? ''))];
    const known = await trx
      .selectFrom('territory')
      .select(['id', 'kind', 'key'])
      .where('key', '=', sql<string>`any(${keys}::text[])`)
      .execute();
    const idOf = new Map(known.map((row) => [`${row.kind} ${row.key}`, row.id]));
    const located = new Map<string, { readonly actor_key: string; readonly territory_id: number }>();
    const problems: Problem[] = repeatedKeys(actors);
    for (const { actor, text, territory } of places) {
      const id = territory === null ? undefined : idOf.get(`${territory.kind} ${territory.key}`);
      if (id === undefined) {
        problems.push({ message: `the actor ${actor} works in '${text}', which is no known territory` });
      } else {
        located.set(`${actor} ${id}`, { actor_key: actor, territory_id: id });
      }
    }
    if (problems.length > 0) throw new InputProblems('the actors are refused', problems);

    if (actors.length > 0) {
      await trx
        .insertInto('actor')
        // In the order of their keys, so that two who save at once cannot wait for each other.
        .values(actors.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(actorRow))
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet((eb) => ({
            kind: eb.ref('excluded.kind'),
            name: eb.ref('excluded.name'),
            description_de: eb.ref('excluded.description_de'),
            description_en: eb.ref('excluded.description_en'),
            topics: eb.ref('excluded.topics'),
            languages: eb.ref('excluded.languages'),
            migrant_led: eb.ref('excluded.migrant_led'),
            demo: eb.ref('excluded.demo'),
          })),
        )
        .execute();
    }
    await trx
      .deleteFrom('actor_territory')
      .where('actor_key', '=', sql<string>`any(${actors.map((actor) => actor.key)}::text[])`)
      .execute();
    if (located.size > 0) {
      await trx
        .insertInto('actor_territory')
        .values([...located.values()])
        .execute();
    }
  });
}

function repeatedKeys(actors: readonly Actor[]): Problem[] {
  const byKey = Map.groupBy(actors, (actor) => actor.key);
  return [...byKey].flatMap(([key, several]) =>
    several.length === 1 ? [] : [{ message: `${several.length} actors have the key ${key}: expected one` }],
  );
}

function actorRow(actor: Actor) {
  return {
    key: actor.key,
    kind: actor.kind,
    name: actor.name,
    description_de: actor.description.de,
    description_en: actor.description.en,
    topics: [...actor.topics],
    languages: [...actor.languages],
    migrant_led: actor.migrantLed,
    demo: actor.demo,
  };
}
