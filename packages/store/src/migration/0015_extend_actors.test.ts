import { expect, test } from 'vitest';
import { servers, smallStore } from '../testing/index.ts';
import { keepInDistricts } from './0015_extend_actors.ts';

const [server] = servers;
if (server === undefined) throw new Error('there is no server to test on');

test('an actor is kept by the district in which all of its territories lie, in whatever role', async () => {
  const store = await smallStore(server);
  try {
    const worksIn = {
      association: ['160975001', '16097002'],
      both: ['16097001', '16099001'],
      city: ['16098000'],
      'city-state': ['02'],
      district: ['16097', '16097001'],
      nowhere: [],
      state: ['16'],
      'state-and-town': ['16', '16097001'],
    };
    for (const [key, territories] of Object.entries(worksIn)) {
      await store.database.pool.query(
        `insert into actor (key, kind, name, description_de, description_en, topics, languages, migrant_led, demo)
         values ($1, 'other', $1, '', '', '{}', '{}', false, false)`,
        [key],
      );
      await store.database.pool.query(
        'insert into actor_territory (actor_key, territory_id) select $1, id from territory where key = any($2)',
        [key, territories],
      );
    }
    await store.database.pool.query(keepInDistricts);
    const { rows } = await store.database.pool.query('select key, district_key from actor order by key');
    expect(Object.fromEntries(rows.map(({ key, district_key }) => [key, district_key]))).toEqual({
      association: '16097',
      both: null,
      city: '16098',
      'city-state': '02000',
      district: '16097',
      nowhere: null,
      state: null,
      'state-and-town': null,
    });
  } finally {
    await store.close();
  }
});
