import { type Actor, parseTerritoryKey } from '@kreisweit/domain';
import type { Store } from '../open-store.ts';

/**
 * Saves actors by their key: new ones are added, known ones brought up to date. Actors that are not named stay as they
 * are. Throws when an actor names a territory that the store does not know.
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
      .where('key', 'in', ['', ...keys])
      .execute();
    const idOf = new Map(known.map((row) => [`${row.kind} ${row.key}`, row.id]));
    const located = places.map(({ actor, text, territory }) => {
      const id = territory === null ? undefined : idOf.get(`${territory.kind} ${territory.key}`);
      if (id === undefined)
        throw new Error(`the actor ${actor} works in '${text}', which is no known territory`);
      return { actor_key: actor, territory_id: id };
    });

    if (actors.length > 0) {
      await trx
        .insertInto('actor')
        .values(actors.map(actorRow))
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
      .where('actor_key', 'in', ['', ...actors.map((actor) => actor.key)])
      .execute();
    if (located.length > 0) await trx.insertInto('actor_territory').values(located).execute();
  });
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
