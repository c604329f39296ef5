import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { syncCatalogue } from '../catalogue/sync-catalogue.ts';
import { openDatabase } from '../database/open-database.ts';
import { type Store, storeOn } from '../open-store.ts';
import { importRegister } from '../territory/import-register.ts';
import { engines, servers } from '../testing/index.ts';
import { smallCatalogue } from '../testing/small-catalogue.ts';
import { register2013 } from '../testing/small-country.ts';
import { ingestTable } from '../testing/small-release.ts';
import { smallStore } from '../testing/small-store.ts';
import { allFigures, everyRow, figures, publishedVersion } from '../testing/stored-rows.ts';
import { writeVersion } from './write-version.ts';

const note = { kind: 'rebuild', note: 'a test' } as const;

/** A writer that finds nothing to do: it leaves no version of its own. */
async function writeNothing(store: Store): Promise<void> {
  await writeVersion(store, note, async () => ({ publish: false, result: null }));
}

describe.each(engines)('writers on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
    await ingestTable(
      store,
      `  residents 2014  residents 2015\n 16097001 100 101\n 16097002 60 61\n 16097003 40 41`,
    );
  });
  afterAll(() => store.close());

  /** Makes the last version what it is just before it is published: all its rows are there, and the pointer is behind. */
  async function dieBeforePublishing(): Promise<void> {
    const version = await publishedVersion(store);
    await store.database.pool.query('update published_pointer set version = $1', [version - 1]);
    // Written by the transaction that publishes.
    await store.database.pool.query('delete from audit_entry where data_version = $1', [version]);
    await store.database.pool.query(
      `update data_version set state = 'building', published_at = null where version = $1`,
      [version],
    );
  }

  const works: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['a full release', () => ingestTable(store, `  residents 2014\n 16097001 .\n 16097002 62`)],
    ['a register', () => importRegister(store, register2013, { checksum: 'again, with another checksum' })],
    ['a catalogue', () => syncCatalogue(store, { ...smallCatalogue, indicators: [] })],
  ];

  test.each(works)(
    'whoever dies before publishing %s is not seen, and the next one clears up',
    async (_, work) => {
      const before = await everyRow(store);
      const seen = await allFigures(store);
      await work();
      expect(await everyRow(store)).not.toEqual(before);
      await dieBeforePublishing();
      expect(await allFigures(store)).toEqual(seen);

      await writeNothing(store);
      expect(await everyRow(store)).toEqual(before);
    },
  );

  test('stand in line: each builds on what the one before has published', async () => {
    const before = await publishedVersion(store);
    const periods = ['2016', '2017', '2018'];
    const ingests = periods.map((period) => ingestTable(store, `  residents ${period}\n 16097001 5`));
    const versions = (await Promise.all(ingests)).map(({ version }) => version);
    expect(versions).toEqual([before + 1, before + 2, before + 3]);
    expect(await publishedVersion(store)).toBe(before + 3);
    expect(await figures(store, 'municipality 16097001', 'residents')).toMatchObject({
      2016: '5 DELIVERED',
      2017: '5 DELIVERED',
      2018: '5 DELIVERED',
    });
  });

  test('that fail do not hold up those behind them', async () => {
    const failing = writeVersion(store, note, async () => {
      throw new Error('no');
    });
    const after = ingestTable(store, `  residents 2019\n 16097001 5`);
    await expect(failing).rejects.toThrow('no');
    await expect(after).resolves.toMatchObject({ changed: true });
  });

  test('that fail give their connection back as they took it', async () => {
    const listeners = async () => {
      const client = await store.database.pool.connect();
      try {
        return client.listenerCount('error');
      } finally {
        client.release();
      }
    };
    const before = await listeners();
    const failing = writeVersion(store, note, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await listeners()).toBe(before);
  });

  test('that are told to stop while they wait never begin', async () => {
    const controller = new AbortController();
    const before = await publishedVersion(store);
    const first = ingestTable(store, `  residents 2020\n 16097001 5`);
    const second = ingestTable(store, `  residents 2021\n 16097001 5`, {}, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await first;
    await expect(second).rejects.toThrow('enough');
    expect(await publishedVersion(store)).toBe(before + 1);
  });

  test('undo a whole version when it fails late, whether it was written in steps or at once', async () => {
    for (const atomic of [false, true]) {
      const before = await everyRow(store);
      const work = writeVersion(store, { ...note, atomic }, async (writer) => {
        await writer.transaction(() =>
          writer.run('update published_series set version_until = $1 where version_until is null', [
            writer.version,
          ]),
        );
        throw new Error('too late');
      });
      await expect(work).rejects.toThrow('too late');
      expect(await everyRow(store)).toEqual(before);
    }
  });
});

// On the embedded engine there is one connection, and whoever reads waits for the writer.
describe.each(servers)('beside a writer on $name', (engine) => {
  let store: Store;
  let other: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
    const url = store.database.pool.options.connectionString ?? '';
    other = await storeOn(await openDatabase({ kind: 'server', url }));
  });
  afterAll(async () => {
    await other.close();
    await store.close();
  });

  test('readers stay with the published version until the next one is complete', async () => {
    const before = await allFigures(other);
    const seen: unknown[] = [];
    await writeVersion(store, note, async (writer) => {
      await writer.run('update published_series set version_until = $1 where version_until is null', [
        writer.version,
      ]);
      seen.push(await allFigures(other));
      return { publish: true, result: null };
    });
    expect(seen).toEqual([before]);
  });

  test('what has no version of its own becomes visible together with the version', async () => {
    const readDemo = async () => (await other.db.selectFrom('actor').select('key').execute()).length;
    await writeVersion(store, { ...note, atomic: true }, async (writer) => {
      await writer.run(
        `insert into actor values ('a', 'other', 'A', '', '', array[]::text[], array[]::text[], false, true)`,
      );
      expect(await readDemo()).toBe(0);
      return { publish: true, result: null };
    });
    expect(await readDemo()).toBe(1);
  });

  test('a writer of another process waits', async () => {
    const before = await publishedVersion(store);
    const ingests = [store, other, store, other].map((each, index) =>
      ingestTable(each, `  residents 201${index}\n 16097001 5`),
    );
    const versions = (await Promise.all(ingests)).map(({ version }) => version).sort();
    expect(versions).toEqual([before + 1, before + 2, before + 3, before + 4]);
  });

  test('listeners are told the new version', async () => {
    const client = await other.database.pool.connect();
    try {
      await client.query('listen kreisweit_data_version');
      const told = new Promise((resolve) => client.once('notification', ({ payload }) => resolve(payload)));
      const { version } = await ingestTable(store, `  residents 2020\n 16097001 5`);
      expect(await told).toBe(String(version));
    } finally {
      client.release(true);
    }
  });

  test('a connection that breaks leaves a version behind, which the next writer removes', async () => {
    const before = await everyRow(store);
    const work = writeVersion(store, note, async (writer) => {
      await writer.run('update published_series set version_until = $1 where version_until is null', [
        writer.version,
      ]);
      const [own] = await writer.rows<{ pid: number }>('select pg_backend_pid() as pid');
      await other.database.pool.query('select pg_terminate_backend($1)', [own?.pid]);
      await writer.rows('select 1');
      return { publish: true, result: null };
    });
    await expect(work).rejects.toThrow(/connection/i);
    expect(await everyRow(other)).not.toEqual(before);
    await writeNothing(other);
    expect(await everyRow(other)).toEqual(before);
  });
});
