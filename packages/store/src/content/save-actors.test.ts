import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { actorOf } from '../testing/small-actors.ts';
import { smallStore } from '../testing/small-store.ts';
import { everyRow } from '../testing/stored-rows.ts';
import { saveActors } from './save-actors.ts';

const club = actorOf('club', {
  name: 'Verein in Aue',
  description: { de: 'Sprachcafé', en: 'Language café' },
  territories: ['16097', '160970001001'],
  topics: ['language'],
  languages: ['de', 'ar'],
  migrantLed: true,
  website: 'https://club.example',
  email: 'info@club.example',
  memberships: [{ organisation: 'office', from: '2020-01-01', until: null }],
});

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
    await saveActors(store, [club, { ...club, key: 'office', territories: ['16098'], memberships: [] }]);
    expect(await saved()).toMatchInlineSnapshot(`
      {
        "actors": [
          {
            "deactivated_on": null,
            "demo": false,
            "description_de": "Sprachcafé",
            "description_en": "Language café",
            "district_key": "16097",
            "email": "info@club.example",
            "key": "club",
            "kind": "association",
            "languages": [
              "de",
              "ar",
            ],
            "merged_into": null,
            "migrant_led": true,
            "name": "Verein in Aue",
            "revision": 1,
            "source": "Beispiel",
            "topics": [
              "language",
            ],
            "website": "https://club.example",
          },
          {
            "deactivated_on": null,
            "demo": false,
            "description_de": "Sprachcafé",
            "description_en": "Language café",
            "district_key": "16097",
            "email": "info@club.example",
            "key": "office",
            "kind": "association",
            "languages": [
              "de",
              "ar",
            ],
            "merged_into": null,
            "migrant_led": true,
            "name": "Verein in Aue",
            "revision": 1,
            "source": "Beispiel",
            "topics": [
              "language",
            ],
            "website": "https://club.example",
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
        actors.0.territories.1: there is no territory '16096': did you mean '16097'?
        actors.0.territories.2: there is no territory 'Aue': enter it first or mend the key
        actors.2.territories.0: there is no territory '99': enter it first or mend the key
        actors.1.key: 'new' is already at actors.0.key: leave one of them out]
    `);
    expect(await everyRow(store)).toEqual(before);
  });
});
