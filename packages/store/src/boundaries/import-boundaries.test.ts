import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { boundarySets } from '../read/boundary-sets.ts';
import { boundaryTopology } from '../read/boundary-topology.ts';
import { territoriesByKey } from '../read/territories-by-key.ts';
import { territoryNeighbours } from '../read/territory-neighbours.ts';
import { readRegister } from '../register/read-register.ts';
import { realRegisters } from '../register/real-registers.ts';
import { importRegister } from '../territory/import-register.ts';
import { askedEngines } from '../testing/index.ts';
import { boundaryPicture } from '../testing/small-boundaries.ts';
import { smallStore, storeWithoutRegisters } from '../testing/small-store.ts';
import { everyRow, publishedVersion } from '../testing/stored-rows.ts';
import type { BoundaryFile } from './boundary-file.ts';
import type { BoundaryLevel } from './boundary-level.ts';
import { importBoundaries } from './import-boundaries.ts';
import { boundariesOf, readBoundaries } from './read-boundaries.ts';
import { realBoundaries } from './real-boundaries.ts';

const attribution = { source: '© GeoBasis-DE / BKG', licence: 'dl-de/by-2-0' };

/** Districts of the made-up country: Hafen is an island. */
const DISTRICTS = { h: '02000', l: '09171', a: '16097', e: '16098', f: '16099' };

function drawn(
  validOn: string,
  picture: string,
  keys: Readonly<Record<string, string>> = DISTRICTS,
): BoundaryFile {
  const json = JSON.stringify(boundaryPicture(picture, keys));
  return boundariesOf(`${validOn}.geojson`, Buffer.from(json), { validOn, ...attribution });
}

const in2013 = drawn('2013-12-31', 'h.ae\n..lf');
const in2021 = drawn('2021-12-31', 'h.ae\n..al\n...f');

/** The keys of the neighbours of a territory as readers of a data version are told; null where nothing is known. */
async function neighbourKeys(
  store: Store,
  key: string,
  {
    on = null,
    shownOn = on,
    kind = 'district',
  }: { on?: string | null; shownOn?: string | null; kind?: BoundaryLevel } = {},
): Promise<readonly string[] | null> {
  const asOf = await publishedVersion(store);
  const [row] = await territoriesByKey(store.db, { asOf, territories: [{ kind, key, on: shownOn }] });
  if (!row) throw new Error(`there is no ${kind} ${key}`);
  const [found] = await territoryNeighbours(store.db, {
    asOf,
    requests: [{ territoryId: row.id, on, asAt: row.asAt }],
  });
  return found?.map((neighbour) => neighbour.key) ?? null;
}

describe.each(askedEngines)('boundaries on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
  });
  beforeEach(() => store.database.pool.query('truncate boundary_set, neighbour'));
  afterAll(() => store.close());

  async function validOn(on: string | null): Promise<string | undefined> {
    const asOf = await publishedVersion(store);
    const [set] = await boundarySets(store.db, { asOf, requests: [{ level: 'district', on }] });
    return set?.validOn;
  }

  test('tell who borders whom, in both directions', async () => {
    const before = await publishedVersion(store);
    expect(await importBoundaries(store, in2021, { checksum: '2021' })).toEqual({
      version: before + 1,
      changed: true,
      register: { territoryDate: '2021-12-31', file: 'register-2021-12-31.txt' },
      levels: [
        {
          level: 'district',
          changed: true,
          territories: 5,
          borders: 4,
          points: 30,
          replaced: null,
          missing: [],
          otherDay: [],
        },
      ],
    });
    expect(await neighbourKeys(store, '16097')).toEqual(['09171', '16098']);
    expect(await neighbourKeys(store, '09171')).toEqual(['16097', '16098', '16099']);
    expect(await neighbourKeys(store, '02000')).toEqual([]);
    expect(await neighbourKeys(store, '16097001', { kind: 'municipality' })).toBeNull();
    const { rows } = await store.database.pool.query(
      `select 1 from neighbour n
       where not exists (select from neighbour o where o.territory_id = n.neighbour_id and o.neighbour_id = n.territory_id)`,
    );
    expect(rows).toEqual([]);
  });

  test('again change nothing; others of the same day replace them, and the older stay where they were', async () => {
    const first = await importBoundaries(store, in2021, { checksum: '2021' });
    const before = await everyRow(store);
    const again = await importBoundaries(store, in2021, { checksum: '2021' });
    expect(again).toMatchObject({ version: first.version, changed: false, levels: [{ changed: false }] });
    expect(await everyRow(store)).toEqual(before);

    const corrected = drawn('2021-12-31', 'h.aelf');
    const second = await importBoundaries(store, corrected, { checksum: 'other' });
    expect(second).toMatchObject({
      version: first.version + 1,
      changed: true,
      levels: [{ replaced: { file: '2021-12-31.geojson', before: 5, now: 5 } }],
    });
    expect(await neighbourKeys(store, '09171')).toEqual(['16098', '16099']);
    const hashes = await Promise.all(
      [first.version, second.version].map(async (asOf) => {
        const [set] = await boundarySets(store.db, { asOf, requests: [{ level: 'district', on: null }] });
        return set?.contentHash;
      }),
    );
    expect(hashes).toEqual([in2021, corrected].map(({ sets }) => sets[0]?.contentHash));
    for (const file of [in2021, corrected]) {
      const [set] = file.sets;
      const asked = { asOf: second.version, level: 'district', contentHash: set?.contentHash ?? '' } as const;
      expect(await boundaryTopology(store.db, asked)).toBe(set?.topology);
    }
    // Nobody is told what a version that is not published yet will hold.
    const early = { asOf: first.version, level: 'district', contentHash: hashes[1] ?? '' } as const;
    expect(await boundaryTopology(store.db, early)).toBeNull();
  });

  test.each([
    ['older first', [in2013, in2021]],
    ['newer first', [in2021, in2013]],
  ])('of several days stand side by side: %s', async (_, files) => {
    for (const file of files) await importBoundaries(store, file, { checksum: file.file });
    const days = ['2000-01-01', '2013-12-31', '2021-12-30', '2021-12-31', '2030-01-01', null];
    const found = await Promise.all(days.map(validOn));
    expect(found).toEqual([
      '2013-12-31',
      '2013-12-31',
      '2013-12-31',
      '2021-12-31',
      '2021-12-31',
      '2021-12-31',
    ]);

    expect(await neighbourKeys(store, '09171', { on: '2014-06-30' })).toEqual(['16097', '16099']);
    expect(await neighbourKeys(store, '09171')).toEqual(['16097', '16098', '16099']);
    // A district that is shown as of 2013 has the neighbours of then.
    expect(await neighbourKeys(store, '09171', { shownOn: '2013-12-31', on: null })).toEqual([
      '16097',
      '16099',
    ]);
  });

  test('that are newer than the latest register are those of now', async () => {
    await importBoundaries(store, in2013, { checksum: '2013' });
    await importBoundaries(store, drawn('2022-01-01', 'h.aelf'), { checksum: '2022' });
    expect(await neighbourKeys(store, '09171')).toEqual(['16098', '16099']);
  });

  test('say what they lack and what does not fit their day', async () => {
    const keys = { a: '16097001', m: '16099002', s: '16099003' };
    const { levels } = await importBoundaries(store, drawn('2021-12-31', 'ams', keys), { checksum: 'a' });
    expect(levels).toMatchInlineSnapshot(`
      [
        {
          "borders": 2,
          "changed": true,
          "level": "municipality",
          "missing": [
            {
              "key": "02000000",
              "name": "Hafen",
            },
            {
              "key": "09171001",
              "name": "Linde",
            },
            {
              "key": "16097002",
              "name": "Birke",
            },
            {
              "key": "16097003",
              "name": "Buche",
            },
            {
              "key": "16097666",
              "name": "Hohes Holz",
            },
            {
              "key": "16098000",
              "name": "Eiche",
            },
            {
              "key": "16099001",
              "name": "Lerche",
            },
          ],
          "otherDay": [
            "16099002",
          ],
          "points": 16,
          "replaced": null,
          "territories": 3,
        },
      ]
    `);
  });

  test('that hold much less than those they would replace are refused, unless that is wanted', async () => {
    await importBoundaries(store, in2021, { checksum: '2021' });
    const before = await everyRow(store);
    const two = drawn('2021-12-31', 'ae', { a: '16097', e: '16098' });
    await expect(
      importBoundaries(store, two, { checksum: 'two' }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(`
      [BoundaryProblems: 2021-12-31.geojson is refused: 1 problem, nothing was stored
        2021-12-31.geojson districts: it holds 2 districts, fewer than nine tenths of the 5 of 2021-12-31.geojson, which it would replace: it is probably cut off, fetch it again; if it is right, --smaller takes it]
    `);
    expect(await everyRow(store)).toEqual(before);
    expect(await importBoundaries(store, two, { checksum: 'two', smaller: true })).toMatchObject({
      changed: true,
      levels: [{ replaced: { before: 5, now: 2 } }],
    });
  });

  test('of a day before the first register are refused', async () => {
    const before = await everyRow(store);
    const early = drawn('1850-01-01', 'h.ae\n..lf');
    await expect(
      importBoundaries(store, early, { checksum: 'early' }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(`
      [BoundaryProblems: 1850-01-01.geojson is refused: 1 problem, nothing was stored
        1850-01-01.geojson validOn: the earliest register is that of 2013-12-31 (register-2013-12-31.txt), so that nobody can say which territories there were on 1850-01-01: import a register of that day or before first, or mend the day]
    `);
    expect(await everyRow(store)).toEqual(before);
  });

  test('of territories that nobody knows are refused with all of them, and nothing is stored', async () => {
    const before = await everyRow(store);
    const file = drawn('2021-12-31', 'abc', { a: '16097', b: '15001', c: '15001001' });
    await expect(
      importBoundaries(store, file, { checksum: 'a' }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(`
      [BoundaryProblems: 2021-12-31.geojson is refused: 2 problems, nothing was stored
        2021-12-31.geojson district 15001: no such territory is stored: import the register of the time of these boundaries first
        2021-12-31.geojson municipality 15001001: no such territory is stored: import the register of the time of these boundaries first]
    `);
    expect(await everyRow(store)).toEqual(before);
  });

  test('that were never published are removed with their neighbours by the next writer', async () => {
    await importBoundaries(store, in2013, { checksum: '2013' });
    const before = await everyRow(store);
    const { version } = await importBoundaries(store, drawn('2013-12-31', 'haelf'), { checksum: 'b' });
    await store.database.pool.query('update published_pointer set version = $1', [version - 1]);
    await store.database.pool.query(
      `update data_version set state = 'building', published_at = null where version = $1`,
      [version],
    );
    // Written by the transaction that publishes.
    await store.database.pool.query('delete from audit_entry where data_version = $1', [version]);
    expect(await importBoundaries(store, in2013, { checksum: '2013' })).toMatchObject({ changed: false });
    expect(await everyRow(store)).toEqual(before);
  });
});

describe.each(askedEngines)('the real boundaries on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine);
    await importRegister(store, await readRegister(realRegisters.sheet2021), { checksum: 'register' });
  });
  afterAll(() => store.close());

  test('give all districts and states their neighbours', async () => {
    const boundaries = await readBoundaries(realBoundaries, { ...attribution, validOn: '2021-12-31' });
    const { levels } = await importBoundaries(store, boundaries, { checksum: 'boundaries' });
    expect(levels).toEqual([
      {
        level: 'state',
        changed: true,
        territories: 16,
        borders: 29,
        points: 6216,
        replaced: null,
        missing: [],
        otherDay: [],
      },
      {
        level: 'district',
        changed: true,
        territories: 400,
        borders: 1044,
        points: 20738,
        replaced: null,
        missing: [],
        otherDay: [],
      },
    ]);
    // Salzgitter, Northeim, Wolfenbüttel, Göttingen, Hildesheim, Harz and Nordhausen.
    expect(await neighbourKeys(store, '03153')).toEqual([
      '03102',
      '03155',
      '03158',
      '03159',
      '03254',
      '15085',
      '16062',
    ]);
    expect(await neighbourKeys(store, '10', { kind: 'state' })).toEqual(['07']);
    const { rows } = await store.database.pool.query<{ kind: string; n: number }>(
      `select t.kind, count(distinct n.territory_id)::int as n
       from neighbour n join territory t on t.id = n.territory_id group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { kind: 'district', n: 400 },
      { kind: 'state', n: 16 },
    ]);
  });
});
