import { gunzipSync } from 'node:zlib';
import { createSchema } from '@kreisweit/graphql';
import {
  importBoundaries,
  importRegister,
  readBoundaries,
  readRegister,
  type Store,
  storeOn,
} from '@kreisweit/store';
import { askedEngines } from '@kreisweit/store/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { officialFile } from '../testing/official-file.ts';
import { graphqlServer } from './graphql-server.ts';
import { httpServer } from './http-server.ts';
import { readyServer } from './ready-server.ts';
import type { ServerPhase } from './server-phase.ts';

const log = createLog('error', () => undefined);
const attribution = { source: '© GeoBasis-DE / BKG', licence: 'dl-de/by-2-0' };

describe.each(askedEngines)('boundaries by HTTP on $name', (engine) => {
  let store: Store;
  let server: FastifyInstance;
  let phase: ServerPhase = { kind: 'starting' };
  beforeAll(async () => {
    store = await storeOn(await engine.open());
    for (const file of ['register/31122013_Auszug_GV.xlsx', 'register/31122021_Auszug_GV.xlsx']) {
      await importRegister(store, await readRegister(officialFile(file)), { checksum: file });
    }
    server = await httpServer({ phase: () => phase, origins: ['https://kreis.example'], log });
    phase = readyServer({ store, apollo: await graphqlServer(createSchema(), log), log });
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });

  const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
    server.inject({ url, headers });

  async function importReal(validOn: string, detail?: number): Promise<void> {
    const file = officialFile('boundaries/kreise_laender_vg250_derived.topojson');
    const boundaries = await readBoundaries(file, { validOn, ...attribution, detail });
    await importBoundaries(store, boundaries, { checksum: 'boundaries' });
  }

  test('before any are imported the answer says how to', async () => {
    const answer = await get('/boundaries/districts.topojson');
    expect(answer.statusCode).toBe(404);
    expect(answer.json().errors[0].message).toContain('npx kreisweit import boundaries');
  });

  describe('once they are imported', () => {
    beforeAll(async () => {
      await importReal('2021-12-31');
      await importReal('2016-12-31', 5000);
    });

    test('a moving address answers the latest, and says where they stay for ever', async () => {
      const answer = await get('/boundaries/districts.topojson', { origin: 'https://kreis.example' });
      expect(answer.statusCode).toBe(200);
      const {
        etag,
        'cache-control': cache,
        'content-type': type,
        vary,
        'content-location': address,
      } = answer.headers;
      expect({ etag, cache, type, vary, address }).toMatchInlineSnapshot(`
        {
          "address": "/boundaries/districts.d605bfd153791afc.topojson",
          "cache": "public, max-age=300, must-revalidate",
          "etag": ""d605bfd153791afc-topojson"",
          "type": "application/json; charset=utf-8",
          "vary": "Origin, accept-encoding",
        }
      `);
      expect(answer.headers['access-control-allow-origin']).toBe('https://kreis.example');
      const topology = answer.json();
      expect(topology).toMatchObject({ type: 'Topology', validOn: '2021-12-31', ...attribution });
      expect(topology.objects.districts.geometries).toHaveLength(400);

      const forEver = await get(String(address));
      expect(forEver.body).toBe(answer.body);
      expect(forEver.headers).toMatchObject({ etag, 'cache-control': 'public, max-age=31536000, immutable' });
    });

    test('GeoJSON holds every district with its key and an area', async () => {
      const answer = await get('/boundaries/districts.geojson');
      expect(answer.headers['content-type']).toBe('application/geo+json; charset=utf-8');
      const collection = answer.json();
      expect(collection).toMatchObject(attribution);
      expect(collection.features).toHaveLength(400);
      for (const { id, properties, geometry } of collection.features) {
        expect(properties).toEqual({ key: id });
        expect(JSON.stringify(geometry).length).toBeGreaterThan(100);
      }
    });

    test('what a client has already is not sent again, plain or compressed', async () => {
      for (const url of ['/boundaries/states.topojson', '/boundaries/states.geojson?on=2016-12-31']) {
        const plain = await get(url);
        const zipped = await get(url, { 'accept-encoding': 'gzip, br' });
        expect(zipped.headers['content-encoding']).toBe('gzip');
        expect(gunzipSync(zipped.rawPayload).toString()).toBe(plain.body);
        expect(zipped.headers.etag).not.toBe(plain.headers.etag);
        for (const [answer, encoding] of [
          [plain, 'identity'],
          [zipped, 'gzip'],
        ] as const) {
          const headers = { 'accept-encoding': encoding, 'if-none-match': `"other", ${answer.headers.etag}` };
          const again = await get(url, headers);
          expect({ status: again.statusCode, body: again.body }).toEqual({ status: 304, body: '' });
          expect(again.headers).toMatchObject({
            etag: answer.headers.etag,
            'cache-control': plain.headers['cache-control'],
          });
        }
        const stale = await get(url, { 'if-none-match': '"other"' });
        expect(stale.statusCode).toBe(200);
      }
    });

    test('HEAD answers the headers only', async () => {
      const url = '/boundaries/districts.topojson';
      const [head, whole] = [await server.inject({ method: 'HEAD', url }), await get(url)];
      expect(head.statusCode).toBe(200);
      expect(head.body).toBe('');
      for (const name of ['etag', 'cache-control', 'content-type', 'content-length']) {
        expect(head.headers[name]).toBe(whole.headers[name]);
      }
    });

    test('a day chooses the boundaries of its time', async () => {
      const days = ['2000-01-01', '2016-12-31', '2021-12-30', '2021-12-31'];
      const found = await Promise.all(
        days.map(async (on) => (await get(`/boundaries/states.topojson?on=${on}`)).json()),
      );
      expect(found.map(({ validOn, changes }) => [validOn, changes])).toMatchInlineSnapshot(`
        [
          [
            "2016-12-31",
            "simplified from 6216 to 1547 points",
          ],
          [
            "2016-12-31",
            "simplified from 6216 to 1547 points",
          ],
          [
            "2016-12-31",
            "simplified from 6216 to 1547 points",
          ],
          [
            "2021-12-31",
            undefined,
          ],
        ]
      `);
    });

    test('the API leads to them', async () => {
      const query = `{ boundaries(level: DISTRICT) { url geojsonUrl validOn source }
        district(key: "03153") { neighbours { name } } }`;
      const { data } = (await server.inject({ method: 'POST', url: '/graphql', payload: { query } })).json();
      const { url, geojsonUrl, ...about } = data.boundaries;
      expect(about).toEqual({ validOn: '2021-12-31', source: attribution.source });
      for (const address of [url, geojsonUrl]) expect((await get(address)).statusCode).toBe(200);
      expect(data.district.neighbours.map(({ name }: { name: string }) => name)).toMatchInlineSnapshot(`
        [
          "Salzgitter, Stadt",
          "Northeim",
          "Wolfenbüttel",
          "Göttingen",
          "Hildesheim",
          "Harz",
          "Nordhausen",
        ]
      `);
    });

    test('what has been replaced stays at its own address', async () => {
      const before = await get('/boundaries/states.topojson');
      await importReal('2021-12-31', 3000);
      const after = await get('/boundaries/states.topojson');
      expect(after.headers.etag).not.toBe(before.headers.etag);
      expect((await get(String(before.headers['content-location']))).body).toBe(before.body);
    });
  });

  test('what cannot be answered says what there is', async () => {
    const urls = [
      '/boundaries/kreise.topojson',
      '/boundaries/districts.shp',
      '/boundaries/municipalities.geojson',
      '/boundaries/districts.0123456789abcdef.topojson',
      '/boundaries/districts.topojson?on=2021',
      '/boundaries/districts.topojson?on=2021-02-30',
      '/boundaries/districts.topojson?on=2021-01-01&on=2022-01-01',
      '/boundaries/districts.0123456789abcdef.topojson?on=2021-12-31',
    ];
    const answers = await Promise.all(urls.map((url) => get(url)));
    expect(answers.every(({ headers }) => headers['cache-control'] === 'no-store')).toBe(true);
    const shown = answers.map((answer) => `${answer.statusCode} ${answer.json().errors[0].message}`);
    expect(shown).toMatchInlineSnapshot(`
      [
        "404 there is no kreise.topojson: ask for one of states, regions, districts, associations, municipalities, as .topojson or .geojson (districts.topojson)",
        "404 there is no districts.shp: ask for one of states, regions, districts, associations, municipalities, as .topojson or .geojson (districts.topojson)",
        "404 no boundaries of municipalities are imported: npx kreisweit import boundaries <file>",
        "404 no boundaries with the content 0123456789abcdef are known: see /boundaries/districts.topojson",
        "400 on=2021 is no day: write on=2021-12-31",
        "400 on=2021-02-30 is no day: write on=2021-12-31",
        "400 on=2021-01-01,2022-01-01 is no day: write on=2021-12-31",
        "400 districts.0123456789abcdef.topojson names its content and knows no other day: leave out "on"",
      ]
    `);
  });

  test('while the server starts, it asks to come back', async () => {
    const ready = phase;
    phase = { kind: 'starting' };
    expect((await get('/boundaries/districts.topojson')).statusCode).toBe(503);
    phase = ready;
  });
});
