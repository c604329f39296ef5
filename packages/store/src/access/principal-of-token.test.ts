import { type Acting, actingOperator, grantOf, NotAllowed, type Principal } from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { saveActors } from '../content/save-actors.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Store } from '../open-store.ts';
import { engines, storeWithoutRegisters } from '../testing/index.ts';
import { actorOf } from '../testing/small-actors.ts';
import type { IssuedToken } from './access-token.ts';
import { createToken } from './create-token.ts';
import { principalOfToken } from './principal-of-token.ts';
import { revokeToken } from './revoke-token.ts';
import { rotateToken } from './rotate-token.ts';
import { spendLink } from './spend-link.ts';
import { makeTokenText } from './token-text.ts';

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const daysUntil = (time: string) => (Date.parse(time) - Date.now()) / DAY_MS;

const library = actorOf('library', { district: null, territories: [] });

describe.each(engines)('whom a token stands for on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine);
    await saveActors(store, [library]);
  });
  afterAll(() => store.close());

  const partner = grantOf('DATA_PARTNER', { plugin: 'small' });
  const token = () =>
    createToken(store, actingOperator, {
      kind: 'token',
      name: 'Jobcenter Aue',
      grants: [partner],
      expiresAt: inDays(30),
    });
  const link = () =>
    createToken(store, actingOperator, {
      kind: 'link',
      name: 'Library',
      grants: [grantOf('ACTOR_REPRESENTATIVE', { actor: library.key })],
      expiresAt: inDays(14),
    });
  const principalOf = ({ secret }: IssuedToken) => principalOfToken(store, secret);
  const query = async (text: string, id: string) => (await store.database.pool.query(text, [id])).rows[0];
  const expire = ({ id }: IssuedToken) =>
    query(
      `update access_token set created_at = now() - interval '2 hours', expires_at = now() where id = $1`,
      id,
    );
  const rotations = async (id: string) =>
    (
      await query(
        `select count(*) as n from audit_entry where subject_key = $1 and what = 'token.rotated'`,
        id,
      )
    ).n;

  /** Uses a link as a write does, and then does what else it has to. */
  const spend = (principal: Principal, work = async () => {}) =>
    inTransaction(store.database, async ({ client }) => {
      await spendLink(
        async (text, parameters = []) => (await client.query(text, [...parameters])).rows,
        principal,
      );
      await work();
    });

  test('a token and a link are known by their secret only', async () => {
    const issued = await token();
    expect(await principalOf(issued)).toEqual({
      kind: 'token',
      id: `token:${issued.id}`,
      name: 'Jobcenter Aue',
      grants: [partner],
    });
    const sent = await link();
    expect(await principalOf(sent)).toMatchObject({
      kind: 'link',
      id: `link:${sent.id}`,
      name: 'Library',
    });

    const foreign = makeTokenText('token');
    const others = [
      foreign.text,
      issued.id + foreign.text.slice(foreign.id.length),
      issued.secret.slice(0, -1),
      issued.secret.replace('kw_', 'kwl_'),
      `Bearer ${issued.secret}`,
      issued.id,
      '',
    ];
    for (const other of others) expect(await principalOfToken(store, other)).toBeNull();
  });

  test('one that is over, or taken away, stands for nobody', async () => {
    const expired = await token();
    await expire(expired);
    expect(await principalOf(expired)).toBeNull();

    const revoked = await token();
    const answer = await revokeToken(store, actingOperator, revoked.id);
    expect(answer.revokedAt).not.toBeNull();
    expect(await principalOf(revoked)).toBeNull();
    expect(await revokeToken(store, actingOperator, revoked.id)).toEqual(answer);
    const entries = `select count(*) as n from audit_entry where subject_key = $1 and what = 'token.revoked'`;
    expect(await query(entries, revoked.id)).toEqual({ n: 1 });
  });

  test('its use is noted once a minute, and a failure of that is of no matter', async () => {
    const lastUse = async ({ id }: IssuedToken): Promise<string | null> =>
      (await query('select last_used_at as at from access_token where id = $1', id)).at;
    const issued = await token();
    expect(await lastUse(issued)).toBeNull();
    await principalOf(issued);
    await vi.waitFor(async () => expect(await lastUse(issued)).not.toBeNull());
    const noted = await lastUse(issued);
    await principalOf(issued);
    await principalOf(issued);
    expect(await lastUse(issued)).toBe(noted);

    const other = await token();
    const alter = (change: string) => store.database.pool.query(`alter table access_token ${change}`);
    // A column that is computed cannot be written to.
    await alter('drop column last_used_at');
    await alter('add column last_used_at timestamptz generated always as (null) stored');
    try {
      expect(await principalOf(other)).toMatchObject({ id: `token:${other.id}` });
      expect(await principalOf(other)).toMatchObject({ id: `token:${other.id}` });
      expect(await lastUse(other)).toBeNull();
    } finally {
      await alter('drop column last_used_at');
      await alter('add column last_used_at timestamptz');
    }
  });

  test('one that is rotated works beside the new one for a day, or as long as is said', async () => {
    const old = await token();
    const fresh = await rotateToken(store, actingOperator, old.id);
    expect(fresh).toMatchObject({
      kind: 'token',
      name: old.name,
      grants: old.grants,
      expiresAt: old.expiresAt,
    });
    expect(await principalOf(old)).toMatchObject({ id: `token:${old.id}` });
    expect(await principalOf(fresh)).toMatchObject({ id: `token:${fresh.id}` });
    const row = await query('select replaced_by, expires_at from access_token where id = $1', old.id);
    expect(row.replaced_by).toBe(fresh.id);
    expect(daysUntil(row.expires_at)).toBeCloseTo(1, 2);
    await expect(rotateToken(store, actingOperator, old.id)).rejects.toThrow(
      `rotated already, to ${fresh.id}`,
    );
    await expire(old);
    expect(await principalOf(old)).toBeNull();
    expect(await principalOf(fresh)).not.toBeNull();

    const next = await rotateToken(store, actingOperator, fresh.id, { graceHours: 0, expiresAt: inDays(90) });
    expect(await principalOf(fresh)).toBeNull();
    expect(daysUntil(next.expiresAt)).toBeCloseTo(90, 1);
    expect(await rotations(fresh.id)).toBe(1);

    const wrong = rotateToken(store, actingOperator, next.id, { graceHours: 169, expiresAt: 'soon' });
    await expect(wrong).rejects.toMatchObject({
      problems: [{ field: 'expiresAt' }, { field: 'graceHours' }],
    });
    expect(await principalOf(next)).not.toBeNull();
  });

  test('a token that has ended, and a link, are not rotated', async () => {
    const [expired, revoked, sent] = [await token(), await token(), await link()];
    await expire(expired);
    await revokeToken(store, actingOperator, revoked.id);
    await expect(rotateToken(store, actingOperator, expired.id)).rejects.toThrow(/ended on/);
    await expect(rotateToken(store, actingOperator, revoked.id)).rejects.toThrow(/was revoked on/);
    await expect(rotateToken(store, actingOperator, sent.id)).rejects.toThrow(/is a one-time link/);
  });

  test('a token rotates itself, to its own end, and no other one', async () => {
    const [own, foreign] = [await token(), await token()];
    const principal = await principalOf(own);
    if (principal === null) throw new Error('the token is not known');
    const acting: Acting = { principal, requestId: 'r1' };
    await expect(rotateToken(store, acting, foreign.id)).rejects.toThrow(NotAllowed);
    await expect(revokeToken(store, acting, foreign.id)).rejects.toThrow(NotAllowed);
    await expect(rotateToken(store, acting, own.id, { expiresAt: inDays(60) })).rejects.toThrow(
      /a token that rotates itself ends when it would have/,
    );
    const fresh = await rotateToken(store, acting, own.id);
    expect(fresh).toMatchObject({ createdBy: `token:${own.id}`, expiresAt: own.expiresAt });
    const said = await query(
      "select identity, role, what from audit_entry where subject_key = $1 and role <> 'ADMINISTRATOR'",
      own.id,
    );
    expect(said).toEqual({ identity: `token:${own.id}`, role: 'DATA_PARTNER', what: 'token.rotated' });
  });

  test('two rotations at once make one new token', async () => {
    const old = await token();
    const both = await Promise.allSettled([1, 2].map(() => rotateToken(store, actingOperator, old.id)));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await rotations(old.id)).toBe(1);
  });

  test('a link works until it was used, and exactly one of two uses at once', async () => {
    const sent = await link();
    const principal = await principalOf(sent);
    if (principal === null) throw new Error('the link is not known');
    // What fails after all has not used it.
    const failing = spend(principal, () => Promise.reject(new Error('the delivery failed')));
    await expect(failing).rejects.toThrow('the delivery failed');
    expect(await principalOf(sent)).not.toBeNull();

    const both = await Promise.allSettled([spend(principal), spend(principal)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await principalOf(sent)).toBeNull();
    await expect(spend(principal)).rejects.toThrow(/the link is refused.*\n.*was used already or has ended/);
  });

  test('a link that ended after the request began is refused; who has a token uses nothing up', async () => {
    const sent = await link();
    const principal = await principalOf(sent);
    if (principal === null) throw new Error('the link is not known');
    await revokeToken(store, actingOperator, sent.id);
    await expect(spend(principal)).rejects.toThrow(/the link is refused/);

    const issued = await token();
    const holder = await principalOf(issued);
    if (holder === null) throw new Error('the token is not known');
    await spend(holder);
    await spend(holder);
    expect(await principalOf(issued)).not.toBeNull();
  });
});
