import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../database/open-database.ts';
import { type Store, storeOn } from '../open-store.ts';
import { servers } from '../testing/index.ts';
import { smallCatalogue, smallIndicator } from '../testing/small-catalogue.ts';
import { ingestTable } from '../testing/small-release.ts';
import { smallStore } from '../testing/small-store.ts';
import { allFigures, publishedVersion } from '../testing/stored-rows.ts';
import { holdTurn, untilWaiting, urlOf } from '../testing/writer-line.ts';
import { writeVersion } from './write-version.ts';

describe.each(servers)('writers that wait on $name', (engine) => {
  let store: Store;
  let other: Store;
  beforeAll(async () => {
    store = await smallStore(engine, { ...smallCatalogue, indicators: [smallIndicator('residents')] });
    await ingestTable(store, '  residents 2010\n 16097001 100');
    other = await storeOn(await openDatabase({ kind: 'server', url: urlOf(store), max: 2 }));
  });
  afterAll(async () => {
    await other.close();
    await store.close();
  });

  const small = (year: number) => `  residents ${year}\n 16097001 ${year}`;

  test('come in their order, also where one process has much to write', async () => {
    const before = await publishedVersion(store);
    const letGo = await holdTurn(store);
    const many = [2011, 2012, 2013, 2014].map((year) => ingestTable(store, small(year)));
    const between = ingestTable(other, small(2015));
    await untilWaiting(store, 1);
    await letGo();
    expect((await between).version).toBe(before + 1);
    expect((await Promise.all(many)).map(({ version }) => version - before)).toEqual([2, 3, 4, 5]);
  });

  test('hold one connection of their process, and readers have the others', async () => {
    const letGo = await holdTurn(store);
    const years = Array.from({ length: 8 }, (_, index) => 2001 + index);
    const ingests = years.map((year) => ingestTable(other, small(year)));
    await untilWaiting(store, 1);
    const seen = await allFigures(other);
    expect(await allFigures(other)).toEqual(seen);
    const { totalCount, idleCount, waitingCount } = other.database.pool;
    expect({ totalCount, idleCount, waitingCount }).toEqual({ totalCount: 2, idleCount: 1, waitingCount: 0 });
    await letGo();
    expect(new Set((await Promise.all(ingests)).map(({ version }) => version)).size).toBe(8);
  });

  test('and are told to stop leave the line at once', async () => {
    const letGo = await holdTurn(store);
    const controller = new AbortController();
    const stopped = ingestTable(other, small(2020), {}, { signal: controller.signal });
    await untilWaiting(store, 1);
    controller.abort(new Error('enough'));
    await expect(stopped).rejects.toThrow('enough');
    await untilWaiting(store, 0);
    await letGo();
    expect(await ingestTable(other, small(2021))).toMatchObject({ changed: true });
  });

  test('and lose their connection fail alone', async () => {
    const before = await publishedVersion(store);
    const letGo = await holdTurn(store);
    const lost = expect(ingestTable(other, small(2022))).rejects.toThrow(/terminating connection/);
    const [pid] = await untilWaiting(store, 1);
    const behind = ingestTable(other, small(2023));
    await store.database.pool.query('select pg_terminate_backend($1)', [pid]);
    await lost;
    await letGo();
    expect(await behind).toMatchObject({ changed: true, version: before + 1 });
  });

  test('wait and write longer than the server lets readers, on a connection that readers get back', async () => {
    const limits = '-c statement_timeout=500 -c lock_timeout=50 -c idle_in_transaction_session_timeout=500';
    const url = `${urlOf(store)}?options=${encodeURIComponent(limits)}`;
    const limited = await storeOn(await openDatabase({ kind: 'server', url, max: 1 }));
    const settings = async () => {
      const { rows } = await limited.database.pool.query(
        `select name, setting from pg_settings where name ~ 'timeout$' or name in ('work_mem', 'jit') order by name`,
      );
      return rows;
    };
    const before = await settings();
    expect(before).toContainEqual({ name: 'statement_timeout', setting: '500' });
    const letGo = await holdTurn(store);
    const slow = writeVersion(limited, { kind: 'rebuild', note: 'a test' }, async (writer) => {
      await writer.rows('select pg_sleep(0.6)');
      return { publish: false, result: 'written' };
    });
    await untilWaiting(store, 1);
    await other.database.pool.query('select pg_sleep(0.1)');
    await letGo();
    expect(await slow).toBe('written');
    expect(await settings()).toEqual(before);
    await limited.close();
  });
});
