import { once } from 'node:events';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { askedEngines } from '@kreisweit/store/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { removeAbandoned } from '../delivery/delivery-folder.ts';
import {
  type DeliveryServer,
  deliveryHeaders,
  deliveryServer,
  post,
  registerStore,
  type Sent,
  staffOf,
} from '../testing/delivery-server.ts';

const MOST_BYTES = 300_000;

/** A part of a file. */
const PART = 'x'.repeat(10_000);

describe.each(askedEngines)('deliveries that do not go straight on $name', (engine) => {
  let to: DeliveryServer;
  beforeAll(async () => {
    to = await deliveryServer(await registerStore(engine), { mostBytes: MOST_BYTES });
  });
  beforeEach(() => to.store.database.pool.query('truncate delivery_receipt'));
  afterAll(async () => {
    await to.close();
    await to.store.close();
  });

  const receipts = async () => {
    const { rows } = await to.store.database.pool.query('select status from delivery_receipt');
    return rows.map(({ status }) => status);
  };

  /** A delivery that was begun and goes on as long as nobody ends it. Its connection may break. */
  function begin(sent: Sent = {}, server = to): ClientRequest {
    const headers = deliveryHeaders(server, sent);
    const sending = request(`${server.url}/releases/opening`, { method: 'POST', headers });
    sending.on('error', () => undefined);
    sending.write(PART);
    return sending;
  }

  async function answerOf(sending: ClientRequest): Promise<IncomingMessage & { readonly text: string }> {
    const [response] = await once(sending, 'response');
    let text = '';
    for await (const chunk of response) text += chunk;
    return Object.assign(response, { text });
  }

  /** Waits until the server has begun to write the files of so many deliveries. */
  const underWay = (deliveries: number) =>
    vi.waitFor(() => expect(readdirSync(to.folder)).toHaveLength(deliveries), { timeout: 10_000 });

  test.each([
    ['who is not signed in', { as: '' }, 401],
    ['who may deliver nothing', { as: 'analyst' }, 403],
    ['an address that is wrong', { headers: { 'content-type': 'text/plain' } }, 415],
    ['a file that says that it is too large', { headers: { 'content-length': '1000000000' } }, 413],
    ['a file that becomes too large', {}, 413],
  ])('%s is refused while the file is still being sent', async (_, sent, status) => {
    const sending = begin(sent);
    const closed = new Promise((resolve) => sending.once('close', resolve));
    let isAnswered = false;
    const answered = answerOf(sending).finally(() => {
      isAnswered = true;
    });
    // The sender never comes to an end by itself.
    while (!isAnswered && !sending.destroyed) {
      sending.write(PART);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const answer = await answered;
    expect(answer.statusCode).toBe(status);
    expect(answer.headers.connection).toBe('close');
    expect(JSON.parse(answer.text).total).toBe(1);
    sending.destroy();
    await closed;
    await underWay(0);
  });

  test('a file that is too large is told by how much', async () => {
    const { status, answer } = await post(to, 'x'.repeat(MOST_BYTES + 1));
    expect([status, answer.code]).toEqual([413, 'TOO_LARGE']);
    expect(answer.problems).toMatchInlineSnapshot(`
      [
        {
          "message": "the file has 300,001 bytes, 1 more than the 300,000 bytes that are taken in at once: deliver it in parts, such as a file for each period",
        },
      ]
    `);
  });

  test('a sender who goes away leaves nothing behind, and may come again', async () => {
    const headers = { 'idempotency-key': 'gone' };
    const sending = begin({ headers });
    await underWay(1);
    sending.destroy();
    await underWay(0);
    expect(await receipts()).toEqual([]);
    expect((await post(to, staffOf('12070', '2010', 500), { headers })).status).toBe(201);
    expect(await receipts()).toEqual([201]);
  });

  test('what has arrived is delivered, also when nobody waits for the answer', async () => {
    const headers = { ...deliveryHeaders(to, {}), 'idempotency-key': 'impatient' };
    const sending = request(`${to.url}/releases/opening`, { method: 'POST', headers });
    sending.on('error', () => undefined);
    const csv = staffOf('12070', '2013', 520);
    await new Promise<void>((resolve) => sending.end(csv, resolve));
    await underWay(1);
    sending.destroy();
    await underWay(0);
    expect(await receipts()).toEqual([201]);
    const again = await post(to, csv, { headers: { 'idempotency-key': 'impatient' } });
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
  });

  test('a sender who falls silent is given up', async () => {
    const hasty = await deliveryServer(to.store, { stalledAfterMs: 50 });
    const sending = begin({}, hasty);
    await new Promise((resolve) => sending.once('close', resolve));
    await vi.waitFor(() => expect(readdirSync(hasty.folder)).toEqual([]), { timeout: 10_000 });
    expect((await post(hasty, staffOf('12070', '2009', 500))).status).toBe(201);
    await hasty.close();
  });

  test('one delivery of an identity at a time, and two of all', async () => {
    const first = begin({ as: 'prignitz', headers: { 'idempotency-key': 'first' } });
    await underWay(1);
    const own = await post(to, 'x', { as: 'prignitz' });
    const same = await post(to, 'x', { as: 'prignitz', headers: { 'idempotency-key': 'first' } });
    const second = begin({ as: 'goslar' });
    await underWay(2);
    const third = await post(to, 'x');
    expect(
      [own, same, third].map(({ status, headers, answer }) => [
        status,
        headers.get('retry-after'),
        answer.problems?.[0]?.message,
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          429,
          "5",
          "another delivery with this access is under way: send one after the other",
        ],
        [
          409,
          "5",
          "this very delivery is under way: ask again in some seconds for what came of it",
        ],
        [
          503,
          "10",
          "2 deliveries of others are under way: try again in some seconds",
        ],
      ]
    `);
    first.destroy();
    second.destroy();
    await underWay(0);
    const now = await Promise.all(
      ['prignitz', 'goslar'].map((as) =>
        post(to, staffOf(as === 'goslar' ? '03153' : '12070', '2011', 700), { as }),
      ),
    );
    expect(now.map(({ status }) => status)).toEqual([201, 201]);
  });

  test('one after the other is never one at the same time', async () => {
    for (const period of ['2001', '2002', '2003', '2004']) {
      expect((await post(to, staffOf('12070', period, 510))).status).toBe(201);
    }
  });

  describe('a delivery with a key', () => {
    const headers = { 'idempotency-key': 'a-key' };
    const csv = (count: number) => staffOf('12070', '2012', count);

    test('is made once and answered alike', async () => {
      const first = await post(to, csv(600), { headers });
      expect([first.status, first.headers.get('idempotent-replayed')]).toEqual([201, null]);
      await post(to, csv(601));
      const again = await post(to, csv(600), { headers });
      expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
      expect(again.answer).toEqual(first.answer);
    });

    test('names this file for this plug-in and input only', async () => {
      await post(to, csv(610), { headers });
      const others = [
        await post(to, csv(611), { headers }),
        await post(to, csv(610), { headers, path: 'opening?input=ownFigures' }),
        await post(to, csv(610), { headers, path: 'school' }),
      ];
      expect(others.map(({ status }) => status)).toEqual([422, 422, 422]);
      expect(others[0]?.answer.problems).toMatchInlineSnapshot(`
        [
          {
            "field": "Idempotency-Key",
            "message": ""a-key" was the key of another delivery (another file, plug-in or input): give this one a key of its own",
          },
        ]
      `);
      const ofOthers = await post(to, csv(612), { headers, as: 'prignitz' });
      expect(ofOthers.status).toBe(201);
    });

    test('that was refused can be mended', async () => {
      expect((await post(to, staffOf('12070', '2012', 'viele'), { headers })).status).toBe(422);
      expect((await post(to, csv(620), { headers })).status).toBe(201);
    });

    test('that another server makes right now is not made twice', async () => {
      await post(to, csv(630), { headers });
      await forget('1 minute');
      const { status, headers: answered, answer } = await post(to, csv(630), { headers });
      expect([status, answer.code, answered.get('retry-after')]).toEqual([409, 'IN_PROGRESS', '5']);
    });

    test('whose answer was lost in a crash is not published twice', async () => {
      const first = await post(to, csv(640), { headers });
      await forget('2 hours');
      const again = await post(to, csv(640), { headers });
      expect(again.status).toBe(200);
      expect(again.answer).toMatchObject({ state: 'UNCHANGED', release: first.answer.release });
      expect(await receipts()).toEqual([200]);
    });

    /** As a process leaves it that ended before it could keep the answer. */
    const forget = (age: string) =>
      to.store.database.pool.query(
        'update delivery_receipt set status = null, answer = null, created_at = now() - $1::interval',
        [age],
      );
  });

  test('what a killed process left behind is removed when it is old', async () => {
    const old = join(to.folder, 'kreisweit-delivery-old');
    for (const path of [old, join(to.folder, 'kreisweit-delivery-young'), join(to.folder, 'other')]) {
      mkdirSync(path);
      writeFileSync(join(path, 'figures.csv'), 'x');
    }
    const longAgo = new Date(Date.now() - 2 * 3600_000);
    utimesSync(old, longAgo, longAgo);
    utimesSync(join(to.folder, 'other'), longAgo, longAgo);
    await removeAbandoned(to.folder);
    expect(readdirSync(to.folder).sort()).toEqual(['kreisweit-delivery-young', 'other']);
  });
});
