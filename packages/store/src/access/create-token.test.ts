import {
  type Acting,
  actingOperator,
  type Grant,
  grantOf,
  InputProblems,
  NotAllowed,
} from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveActors } from '../content/save-actors.ts';
import type { Store } from '../open-store.ts';
import { servers, smallStore } from '../testing/index.ts';
import { actorOf } from '../testing/small-actors.ts';
import type { TokenRequest } from './access-token.ts';
import { accessTokensPage } from './access-tokens-page.ts';
import { createToken } from './create-token.ts';
import { revokeToken } from './revoke-token.ts';
import { rotateToken } from './rotate-token.ts';
import { hashOf } from './token-text.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const request = (grants: readonly Grant[], extra: Partial<TokenRequest> = {}): TokenRequest => ({
  kind: 'token',
  name: 'Jobcenter Aue',
  grants,
  expiresAt: inDays(30),
  ...extra,
});

const actingAs = (name: string, ...grants: readonly Grant[]): Acting => ({
  principal: { kind: 'person', id: `person:${name}`, name, grants },
  requestId: `request of ${name}`,
});

const coordination = actingAs('Koordination Aue', grantOf('DISTRICT_COORDINATOR', { territory: '16097' }));
const partner = grantOf('DATA_PARTNER', { plugin: 'small', territory: '16097' });

describe.each(servers)('tokens on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
    await saveActors(store, [
      actorOf('library', { territories: ['16097001'] }),
      actorOf('choir', { district: '16099', territories: ['16097001', '16099'] }),
      actorOf('union', { district: null, territories: ['16097'] }),
    ]);
  });
  afterAll(() => store.close());

  async function count(): Promise<number> {
    const { rows } = await store.database.pool.query(
      'select (select count(*) from access_token) + (select count(*) from audit_entry where subject_kind = $1) as n',
      ['token'],
    );
    return rows[0].n;
  }

  test('are made with the key of a municipality in its short form, and recorded', async () => {
    const grant = grantOf('MUNICIPALITY_EDITOR', { territory: '160975001002' });
    const issued = await createToken(store, coordination, request([grant], { name: '  Gemeinde Birke ' }));
    expect(issued).toMatchObject({
      kind: 'token',
      name: 'Gemeinde Birke',
      grants: [{ ...grant, territory: '16097002' }],
      createdBy: 'person:Koordination Aue',
      lastUsedAt: null,
      usedAt: null,
      revokedAt: null,
      replacedBy: null,
    });
    expect(issued.secret.startsWith(`${issued.id}_`)).toBe(true);
    const { rows } = await store.database.pool.query(
      `select identity, role, what, districts, before, after, request_id, data_version
       from audit_entry where subject_kind = 'token' and subject_key = $1`,
      [issued.id],
    );
    const { id, kind, name, grants, expiresAt } = issued;
    expect(rows).toEqual([
      {
        identity: 'person:Koordination Aue',
        role: 'DISTRICT_COORDINATOR',
        what: 'token.created',
        districts: ['16097'],
        before: null,
        after: { id, kind, name, grants, expiresAt },
        request_id: 'request of Koordination Aue',
        data_version: null,
      },
    ]);
  });

  test('are refused with everything that is wrong with the request', async () => {
    const before = await count();
    const wrong = createToken(
      store,
      actingOperator,
      request(
        [
          grantOf('DATA_PARTNER', { plugin: 'smal', territory: '16777' }),
          grantOf('MUNICIPALITY_EDITOR', { territory: '16097', actor: 'library' }),
          grantOf('DISTRICT_COORDINATOR', { territory: '160970001' }),
          grantOf('ACTOR_REPRESENTATIVE', { actor: 'band' }),
          grantOf('ANALYST', { territory: 'Aue' }),
        ],
        { name: 'someone@example.org', expiresAt: inDays(-1) },
      ),
    );
    const error = await wrong.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputProblems);
    const told = (error as InputProblems).problems.map(
      ({ field, message }) => `${field}: ${message.slice(0, 60)}`,
    );
    expect(told.map((line) => line.replace(/\d{4}-\d\d-\d\dT\S+/, '<time>'))).toMatchInlineSnapshot(`
      [
        "name: it holds an e-mail address, and the audit trail keeps no per",
        "grants[1].actor: the role MUNICIPALITY_EDITOR is not held for one actor: leav",
        "grants[1].territory: "16097" has the kind district, and the role MUNICIPALITY_EDI",
        "grants[2].territory: "160970001" has the kind association, and the role DISTRICT_",
        "grants[4].territory: "Aue" is no key of a territory: write digits like 12070",
        "grants[0].territory: no register knows the territory "16777": look at its key",
        "grants[0].plugin: there is no plug-in "smal": "kreisweit plugins" lists them",
        "grants[3].actor: there is no actor "band": look at its key",
        "expiresAt: <time> is over: write a time in the future",
      ]
    `);
    expect(await count()).toBe(before);
  });

  test.each([
    ['no grant', {}, [], 'grants', 'there is none'],
    ['a short name', { name: 'ab' }, [partner], 'name', 'it has 2 characters'],
    ['a long name', { name: 'x'.repeat(81) }, [partner], 'name', 'it has 81 characters'],
    ['a name of two lines', { name: 'Jobcenter\nAue' }, [partner], 'name', 'on one line'],
    ['a link with two grants', { kind: 'link' }, [partner, partner], 'grants', 'a link is for one thing'],
    [
      'a link that decides',
      { kind: 'link' },
      [partner],
      'grants[0].role',
      'cannot have the role DATA_PARTNER',
    ],
    ['a long link', { kind: 'link', expiresAt: inDays(40) }, [partner], 'expiresAt', '31 days at most'],
  ] as const)('are refused: %s', async (_, extra, grants, field, message) => {
    const wrong = createToken(store, actingOperator, request(grants, extra));
    await expect(wrong).rejects.toMatchObject({
      problems: expect.arrayContaining([{ field, message: expect.stringContaining(message) }]),
    });
  });

  test.each([
    ['a data partner of the district', partner],
    ['a municipality of it', grantOf('MUNICIPALITY_EDITOR', { territory: '16097001' })],
    ['an association of it', grantOf('ASSOCIATION_EDITOR', { territory: '160975001', plugin: 'small' })],
    ['an actor whose entry it keeps', grantOf('ACTOR_REPRESENTATIVE', { actor: 'library' })],
    ['an analyst of it', grantOf('ANALYST', { territory: '16097' })],
  ])('of the own district are given by its coordination: %s', async (_, grant) => {
    await expect(createToken(store, coordination, request([grant]))).resolves.toMatchObject({
      grants: [grant],
    });
  });

  test.each([
    ['a foreign district', grantOf('DATA_PARTNER', { plugin: 'small', territory: '16099' })],
    ['a municipality of one', grantOf('MUNICIPALITY_EDITOR', { territory: '16099001' })],
    ['all territories of a plug-in', grantOf('DATA_PARTNER', { plugin: 'small' })],
    ['the Land', grantOf('DATA_PARTNER', { plugin: 'small', territory: '16' })],
    ['an actor that another one keeps', grantOf('ACTOR_REPRESENTATIVE', { actor: 'choir' })],
    ['an actor that no district keeps', grantOf('ACTOR_REPRESENTATIVE', { actor: 'union' })],
    ['everything to read', grantOf('ANALYST')],
    ['the coordination itself', grantOf('DISTRICT_COORDINATOR', { territory: '16097' })],
    ['administration', grantOf('ADMINISTRATOR')],
  ])('are not given by a coordination: %s', async (_, grant) => {
    const before = await count();
    await expect(createToken(store, coordination, request([partner, grant]))).rejects.toThrow(NotAllowed);
    expect(await count()).toBe(before);
  });

  test('are given by nobody else, who learns nothing about what there is', async () => {
    const others = [
      actingAs('Jobcenter', partner),
      actingAs('Gemeinde', grantOf('MUNICIPALITY_EDITOR', { territory: '16097001' })),
      {
        principal: { kind: 'anonymous', id: 'anonymous', name: 'anonymous', grants: [] },
        requestId: null,
      } as const,
    ];
    for (const other of others) {
      const unknown = grantOf('DATA_PARTNER', { plugin: 'unknown' });
      await expect(createToken(store, other, request([unknown], { name: '' }))).rejects.toThrow(NotAllowed);
      await expect(revokeToken(store, other, 'kw_zzzzzzzz')).rejects.toThrow(NotAllowed);
      await expect(rotateToken(store, other, 'kw_zzzzzzzz')).rejects.toThrow(NotAllowed);
      const listing = accessTokensPage(store, other, { district: null, first: 10, after: null });
      await expect(listing).rejects.toThrow(NotAllowed);
    }
  });

  test('a coordination has no power over tokens that reach further, whatever else they are for', async () => {
    const wide = await createToken(
      store,
      actingOperator,
      request([partner, grantOf('DATA_PARTNER', { plugin: 'small' })]),
    );
    for (const id of [wide.id, 'kw_zzzzzzzz']) {
      await expect(revokeToken(store, coordination, id)).rejects.toThrow(NotAllowed);
      await expect(rotateToken(store, coordination, id)).rejects.toThrow(NotAllowed);
    }
    const equal = await createToken(
      store,
      actingOperator,
      request([grantOf('DISTRICT_COORDINATOR', { territory: '16097' })]),
    );
    await expect(rotateToken(store, coordination, equal.id)).rejects.toThrow(NotAllowed);
    await expect(revokeToken(store, actingOperator, 'kw_zzzzzzzz')).rejects.toThrow(
      /there is no token "kw_zzzzzzzz"/,
    );
    await expect(rotateToken(store, actingOperator, 'kw_zzzzzzzz')).rejects.toThrow(
      /there is no token "kw_zzzzzzzz"/,
    );

    const { rows } = await accessTokensPage(store, coordination, { district: null, first: 100, after: null });
    expect(rows.map(({ id }) => id)).not.toContain(wide.id);
    expect(rows.map(({ id }) => id)).toContain(equal.id);
  });

  test('are listed in pages to those who may manage them', async () => {
    const elsewhere = await createToken(
      store,
      actingOperator,
      request([grantOf('MUNICIPALITY_EDITOR', { territory: '16098000' })]),
    );
    const page = (acting: Acting, district: string | null, first = 100, after: string | null = null) =>
      accessTokensPage(store, acting, { district, first, after });

    const all = await page(actingOperator, null);
    const ids = all.rows.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    expect(all).toMatchObject({ total: ids.length, hasNext: false });
    expect(ids).toContain(elsewhere.id);

    const first = await page(actingOperator, null, 2);
    expect(first).toMatchObject({ total: ids.length, hasNext: true });
    const second = await page(actingOperator, null, 2, first.rows[1]?.id);
    expect([...first.rows, ...second.rows]).toEqual(all.rows.slice(0, 4));

    const own = await page(coordination, null);
    expect(own.total).toBeGreaterThan(0);
    expect(own.total).toBeLessThan(all.total);
    expect(await page(coordination, '16097')).toEqual(own);
    expect((await page(actingOperator, '16098')).rows.map(({ id }) => id)).toEqual([elsewhere.id]);
    await expect(page(coordination, '16098')).rejects.toThrow(NotAllowed);
    expect(await page(actingOperator, '09171')).toEqual({ rows: [], total: 0, hasNext: false });
  });

  test('no secret and no hash leaves the table of tokens', async () => {
    const issued = await createToken(store, coordination, request([partner]));
    const rotated = await rotateToken(store, coordination, issued.id);
    const revoked = await revokeToken(store, coordination, rotated.id);
    const listed = await accessTokensPage(store, actingOperator, { district: null, first: 100, after: null });
    const { rows: audit } = await store.database.pool.query('select * from audit_entry');
    expect(audit.length).toBeGreaterThan(3);
    for (const { secret } of [issued, rotated]) {
      const { secret: _, ...shown } = rotated;
      const told = JSON.stringify([shown, revoked, listed, audit]);
      const hash = hashOf(secret);
      for (const hidden of [
        secret,
        secret.slice(-43),
        ...['hex', 'base64', 'base64url'].map((form) => hash.toString(form as BufferEncoding)),
      ]) {
        expect(told).not.toContain(hidden);
      }
      expect(told).not.toMatch(/hash|secret/i);
    }
    const { rows } = await store.database.pool.query('select secret_hash from access_token where id = $1', [
      issued.id,
    ]);
    expect(rows[0].secret_hash.equals(hashOf(issued.secret))).toBe(true);
  });
});
