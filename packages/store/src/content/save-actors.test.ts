import type { Actor } from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { smallStore } from '../testing/small-store.ts';
import { everyRow } from '../testing/stored-rows.ts';
import { saveActors } from './save-actors.ts';

const club: Actor = {
  key: 'club',
  kind: 'association',
  name: 'Verein in Aue',
  description: { de: 'Sprachcafé', en: 'Language café' },
  territories: ['16097', '160970001001'],
  topics: ['language'],
  languages: ['de', 'ar'],
  migrantLed: true,
  demo: false,
};

describe.each(askedEngines)('actors on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
  });
  afterAll(() => store.close());

  async function saved() {
    const actors = await store.db.selectFrom('actor').selectAll().orderBy('key').execute();
    const places = await store.db
      .selectFrom('actor_territory')
      .innerJoin('territory', 'territory.id', 'actor_territory.territory_id')
      .select(['actor_key', 'kind', 'territory.key'])
      .orderBy('actor_key')
      .orderBy('territory.key')
      .execute();
    return { actors, places: places.map(({ actor_key, kind, key }) => `${actor_key}: ${kind} ${key}`) };
  }

  test('are added, brought up to date, and left alone when they are not named', async () => {
    await saveActors(store, [club, { ...club, key: 'office', territories: ['16098', '16098'] }]);
    expect(await saved()).toMatchInlineSnapshot(`
      {
        "actors": [
          {
            "demo": false,
            "description_de": "Sprachcafé",
            "description_en": "Language café",
            "key": "club",
            "kind": "association",
            "languages": [
              "de",
              "ar",
            ],
            "migrant_led": true,
            "name": "Verein in Aue",
            "topics": [
              "language",
            ],
          },
          {
            "demo": false,
            "description_de": "Sprachcafé",
            "description_en": "Language café",
            "key": "office",
            "kind": "association",
            "languages": [
              "de",
              "ar",
            ],
            "migrant_led": true,
            "name": "Verein in Aue",
            "topics": [
              "language",
            ],
          },
        ],
        "places": [
          "club: district 16097",
          "club: municipality 16097001",
          "office: district 16098",
        ],
      }
    `);

    await saveActors(store, [{ ...club, name: 'Verein in Aue e. V.', territories: ['02'], topics: [] }]);
    const { actors, places } = await saved();
    expect(actors.map(({ key, name, topics }) => ({ key, name, topics }))).toEqual([
      { key: 'club', name: 'Verein in Aue e. V.', topics: [] },
      { key: 'office', name: 'Verein in Aue', topics: ['language'] },
    ]);
    expect(places).toEqual(['club: state 02', 'office: district 16098']);
  });

  test('none is fine', async () => {
    const before = await everyRow(store);
    await saveActors(store, []);
    expect(await everyRow(store)).toEqual(before);
  });

  test('in unknown territories or with one key are refused, all problems at once and nothing saved', async () => {
    const before = await everyRow(store);
    const work = saveActors(store, [
      { ...club, key: 'new', territories: ['16097', '16096', 'Aue'] },
      { ...club, key: 'new', territories: [] },
      { ...club, name: 'renamed', territories: ['99'] },
    ]);
    await expect(work).rejects.toThrowErrorMatchingInlineSnapshot(`
      [InputProblems: the actors are refused: 4 problems, nothing was stored
        2 actors have the key new: expected one
        the actor new works in '16096', which is no known territory
        the actor new works in 'Aue', which is no known territory
        the actor club works in '99', which is no known territory]
    `);
    expect(await everyRow(store)).toEqual(before);
  });
});
