import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Store, storeOn } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { giveUpReceipt } from './give-up-receipt.ts';
import { keepAnswer } from './keep-answer.ts';
import type { TakenReceipt } from './receipt.ts';
import { takeReceipt } from './take-receipt.ts';

const request = { identity: 'token:kw_ab12cd34', key: 'january', requestHash: 'one file' };

describe.each(askedEngines)('receipts on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeOn(await engine.open());
  });
  beforeEach(() => store.database.pool.query('delete from delivery_receipt'));
  afterAll(() => store.close());

  async function taken(): Promise<TakenReceipt> {
    const found = await takeReceipt(store, request);
    if (found.state === 'TAKEN') return found.receipt;
    throw new Error(found.state);
  }

  const age = (interval: string) =>
    store.database.pool.query('update delivery_receipt set created_at = created_at - $1::interval', [
      interval,
    ]);

  test('of several who ask at once one gets it', async () => {
    const found = await Promise.all(Array.from({ length: 5 }, () => takeReceipt(store, request)));
    expect(found.map(({ state }) => state).sort()).toEqual([
      'IN_PROGRESS',
      'IN_PROGRESS',
      'IN_PROGRESS',
      'IN_PROGRESS',
      'TAKEN',
    ]);
  });

  test('what was answered is known, also when it is old', async () => {
    const answer = { state: 'PUBLISHED', warnings: [{ message: 'Müller\n"ö"' }], release: 7 };
    await keepAnswer(store, await taken(), { status: 201, answer });
    await age('3 days');
    expect(await takeReceipt(store, request)).toEqual({ state: 'ANSWERED', status: 201, answer });
  });

  test('a key names one delivery of one identity', async () => {
    const receipt = await taken();
    expect((await takeReceipt(store, { ...request, requestHash: 'another file' })).state).toBe(
      'OTHER_REQUEST',
    );
    await keepAnswer(store, receipt, { status: 201, answer: {} });
    expect((await takeReceipt(store, { ...request, requestHash: 'another file' })).state).toBe(
      'OTHER_REQUEST',
    );
    expect((await takeReceipt(store, { ...request, identity: 'token:kw_zz99zz99' })).state).toBe('TAKEN');
    expect((await takeReceipt(store, { ...request, key: 'february' })).state).toBe('TAKEN');
  });

  test('one that was given up can be taken again', async () => {
    await giveUpReceipt(store, await taken());
    await giveUpReceipt(store, await taken());
    expect((await takeReceipt(store, { ...request, requestHash: 'another file' })).state).toBe('TAKEN');
  });

  test('one that was never finished is taken over after an hour, by one', async () => {
    const first = await taken();
    await age('59 minutes');
    expect((await takeReceipt(store, request)).state).toBe('IN_PROGRESS');
    await age('2 minutes');
    expect((await takeReceipt(store, { ...request, requestHash: 'another file' })).state).toBe(
      'OTHER_REQUEST',
    );
    const found = await Promise.all([takeReceipt(store, request), takeReceipt(store, request)]);
    expect(found.map(({ state }) => state).sort()).toEqual(['IN_PROGRESS', 'TAKEN']);

    // The first one comes late: neither what it answers nor that it gives up counts any more.
    await keepAnswer(store, first, { status: 201, answer: 'late' });
    await giveUpReceipt(store, first);
    expect(await takeReceipt(store, request)).toEqual({ state: 'IN_PROGRESS' });
  });
});
