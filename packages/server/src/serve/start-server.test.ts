import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '@kreisweit/store';
import '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type DatabaseChoice, type Environment, readEnvironment } from '../environment.ts';
import { createLog } from '../log.ts';
import { type RunningServer, startServer } from './start-server.ts';

const log = createLog('error', () => undefined);
const server = inject('kreisweitTestServer').url;
const database = `test_${randomUUID().replaceAll('-', '')}`;
const url = `${server}/${database}`;

const environmentOf = (choice: DatabaseChoice): Environment => ({
  ...readEnvironment({ PORT: '0' }),
  database: choice,
});

async function ask(running: RunningServer, query: string) {
  const answer = await fetch(running.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await answer.json()) as { readonly data: Record<string, unknown> };
}

async function administer(statement: string) {
  const administration = await openDatabase({ kind: 'server', url: `${server}/postgres` });
  await administration.pool.query(statement).finally(() => administration.close());
}

beforeAll(() => administer(`create database ${database}`));
afterAll(() => administer(`drop database if exists ${database} with (force)`));

const choices: readonly DatabaseChoice[] = [
  { kind: 'memory' },
  { kind: 'server', url, directUrl: url },
  // The same database by another address: written to by one connection, read from by the other.
  { kind: 'server', url: `${url}?application_name=pooler`, directUrl: url },
];

test.each(choices)('starts on $kind, filled with the demo, and stops', async (choice) => {
  const steps: string[] = [];
  const running = await startServer(environmentOf(choice), { log, onStep: (step) => steps.push(step) });
  const { loaded } = running;
  const answer = await ask(running, '{ dataVersion { number } district(key: "12070") { name } }');
  const ready = await fetch(new URL('/health/ready', running.url));
  await running.stop();

  expect(steps[0]).toBe('opening the database');
  expect(loaded).toMatchObject({ districts: 3, values: 482, dataVersion: 8 });
  expect(answer.data).toEqual({ dataVersion: { number: 8 }, district: { name: 'Prignitz' } });
  expect(await ready.json()).toEqual({ status: 'ready', dataVersion: 8 });
  await expect(fetch(running.url)).rejects.toThrow('fetch failed');
});

describe('a start that fails', () => {
  test('lets go of the port', async () => {
    const here = environmentOf({ kind: 'server', url, directUrl: url });
    const before = await startServer(here, { log });
    await before.stop();
    const port = Number(new URL(before.url).port);

    const nowhere = 'postgres://localhost:1/x';
    const failing = {
      ...here,
      port,
      database: { kind: 'server', url: nowhere, directUrl: nowhere },
    } as const;
    await expect(startServer(failing, { log })).rejects.toThrow('localhost:1');

    const after = await startServer({ ...here, port }, { log });
    await after.stop();
    expect(after.url).toBe(before.url);
  });

  test('can be asked for', async () => {
    const signal = AbortSignal.abort(new Error('not any more'));
    const start = startServer(environmentOf({ kind: 'server', url, directUrl: url }), { log, signal });
    await expect(start).rejects.toThrow('not any more');
  });
});

test('a stop waits for the requests that are under way', async () => {
  const running = await startServer(environmentOf({ kind: 'server', url, directUrl: url }), { log });
  const blocking = await openDatabase({ kind: 'server', url });
  const client = await blocking.pool.connect();
  await client.query('begin; lock table actor in access exclusive mode');
  const answer = ask(running, '{ actors(first: 1) { totalCount } }');
  await waitUntilBlocked();
  const stopped = running.stop().then(() => 'stopped');
  expect(await Promise.race([stopped, wait(200, 'waiting')])).toBe('waiting');
  await client.query('commit');
  client.release();
  expect(await answer).toEqual({ data: { actors: { totalCount: 54 } } });
  expect(await stopped).toBe('stopped');
  await blocking.close();

  async function waitUntilBlocked() {
    for (;;) {
      const { rows } = await blocking.pool.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      );
      if (rows.length > 0) return;
      await wait(20);
    }
  }
});
