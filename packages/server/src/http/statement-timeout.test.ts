import { createContext, createSchema } from '@kreisweit/graphql';
import { openStore, type Store } from '@kreisweit/store';
import { servers, smallStore } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { graphqlServer } from './graphql-server.ts';

const log = createLog('error', (line) => {
  throw new Error(line);
});

describe.each(servers)('statements that take too long on $name', (engine) => {
  let store: Store;
  let reader: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
    const url = store.database.pool.options.connectionString ?? '';
    reader = await openStore({ kind: 'server', url: `${url}?options=-c%20statement_timeout%3D200` });
  });
  afterAll(async () => {
    await reader.close();
    await store.close();
  });

  test('are cancelled, and the answer says what to ask less of', async () => {
    const apollo = await graphqlServer(createSchema(), log);
    const holder = await store.database.pool.connect();
    await holder.query('begin; lock table recommendation');
    const { body } = await apollo.executeOperation(
      { query: '{ dataVersion { number } recommendations { items { key } } }' },
      { contextValue: createContext({ db: reader.db }) },
    );
    await holder.query('rollback');
    holder.release();
    await apollo.stop();
    const { errors } = body.kind === 'single' ? body.singleResult : {};
    expect(errors).toEqual([
      {
        message: expect.stringMatching(/^The database took too long for this field/),
        locations: [expect.anything()],
        path: ['recommendations'],
        extensions: { code: 'TIMEOUT' },
      },
    ]);
  });
});
