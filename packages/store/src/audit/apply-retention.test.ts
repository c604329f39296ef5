import { type Acting, actingOperator, anonymous, grantOf, NotAllowed } from '@kreisweit/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Store, storeOn } from '../open-store.ts';
import { servers } from '../testing/index.ts';
import { applyRetention } from './apply-retention.ts';
import { everyEntry } from './audit-query.ts';
import { auditTrail } from './audit-trail.ts';
import { retentionLimits } from './retention.ts';

const retention = { auditMonths: 60, deliveryReceiptDays: 30, accessTokenMonths: 12 };
const now = new Date('2026-03-31T12:00:00Z');

test.each([
  ['2026-03-31T12:00:00Z', 1, '2026-02-28T12:00:00.000Z'],
  ['2024-03-31T12:00:00Z', 1, '2024-02-29T12:00:00.000Z'],
  ['2026-01-15T00:00:00Z', 1, '2025-12-15T00:00:00.000Z'],
  ['2024-02-29T00:00:00Z', 12, '2023-02-28T00:00:00.000Z'],
  ['2026-03-31T12:00:00Z', 60, '2021-03-31T12:00:00.000Z'],
])('%s, %i months earlier, is %s', (moment, months, expected) => {
  const limits = retentionLimits({ ...retention, auditMonths: months }, new Date(moment));
  expect(limits.auditEntries).toBe(expected);
});

describe.each(servers)('the retention on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeOn(await engine.open());
  });
  afterAll(() => store.close());

  const query = async (sql: string, parameters: readonly unknown[] = []) =>
    (await store.database.pool.query(sql, [...parameters])).rows;
  beforeEach(() => query('truncate audit_entry, access_token, delivery_receipt'));

  const entry = (at: string) =>
    query(
      `insert into audit_entry (at, identity, name, role, what, subject_kind, subject_key, districts)
       values ($1, 'operator', 'operator', 'ADMINISTRATOR', 'token.created', 'token', $2, '{}')`,
      [at, at],
    );
  const receipt = (key: string, at: string, status: number | null = 200) =>
    query(
      `insert into delivery_receipt (identity, idempotency_key, request_hash, status, answer, created_at)
       values ('token:kw_one', $1, 'hash', $2, case when $2::int is null then null else '{}'::json end, $3)`,
      [key, status, at],
    );
  const token = (id: string, expires: string, { revoked = null, replacedBy = null }: Ended = {}) =>
    query(
      `insert into access_token (id, kind, name, secret_hash, grants, districts, created_at, created_by, expires_at, revoked_at, replaced_by)
       values ($1, 'token', 'Jobcenter Goslar', '', '[]', '{}', '2020-01-01', 'operator', $2, $3, $4)`,
      [id, expires, revoked, replacedBy],
    );
  type Ended = { readonly revoked?: string | null; readonly replacedBy?: string | null };

  const rest = async () =>
    (
      await query(`
        select subject_key as key from audit_entry where what <> 'retention.applied'
        union all select idempotency_key from delivery_receipt
        union all select id from access_token
        order by key`)
    ).map(({ key }) => key);
  const trail = async () =>
    (await auditTrail(store.db, { ...everyEntry, districts: null, first: 10, after: null })).rows;

  test('forgets what is older, and nothing that is not, with one entry that tells how much', async () => {
    await entry('2021-03-31T11:59:59Z');
    await entry('2021-03-31T12:00:00Z');
    await receipt('old', '2026-03-01T11:59:59Z');
    await receipt('old and unfinished', '2026-03-01T11:59:59Z', null);
    await receipt('young', '2026-03-01T12:00:00Z');
    await token('expired', '2025-03-31T11:59:59Z');
    await token('just expired', '2025-03-31T12:00:00Z');
    await token('revoked', '2027-01-01', { revoked: '2025-01-01' });
    await token('just revoked', '2027-01-01', { revoked: '2026-01-01' });
    await token('in use', '2027-01-01');
    const all = await rest();

    const tried = await applyRetention(store, actingOperator, retention, { now, dryRun: true });
    expect(await rest()).toEqual(all);
    expect(await trail()).toHaveLength(2);

    expect(await applyRetention(store, actingOperator, retention, { now })).toEqual(tried);
    expect(tried.removed).toEqual({ auditEntries: 1, deliveryReceipts: 2, accessTokens: 2 });
    expect(await rest()).toEqual(['2021-03-31T12:00:00Z', 'in use', 'just expired', 'just revoked', 'young']);
    const [applied, ...others] = await trail();
    expect(others).toHaveLength(1);
    const { id, key, at, ...told } = applied ?? { id: '', key: '', at: '' };
    expect(told).toMatchInlineSnapshot(`
      {
        "after": {
          "before": {
            "accessTokens": "2025-03-31T12:00:00.000Z",
            "auditEntries": "2021-03-31T12:00:00.000Z",
            "deliveryReceipts": "2026-03-01T12:00:00.000Z",
          },
          "removed": {
            "accessTokens": 2,
            "auditEntries": 1,
            "deliveryReceipts": 2,
          },
        },
        "before": null,
        "dataVersion": null,
        "districts": [],
        "identity": "operator",
        "name": "operator",
        "requestId": null,
        "role": "ADMINISTRATOR",
        "subject": {
          "key": "retention",
          "kind": "server",
        },
        "what": "retention.applied",
      }
    `);
  });

  test('where nothing is old enough, nothing is recorded', async () => {
    await entry('2026-01-01T00:00:00Z');
    const { removed } = await applyRetention(store, actingOperator, retention, { now });
    expect(removed).toEqual({ auditEntries: 0, deliveryReceipts: 0, accessTokens: 0 });
    expect(await trail()).toHaveLength(1);
  });

  test('a token stays as long as one that it replaced, however long the chain is', async () => {
    await token('c', '2021-01-01');
    await token('b', '2022-01-01', { replacedBy: 'c' });
    await token('a, in use', '2027-01-01', { replacedBy: 'b' });
    await token('y', '2021-01-01');
    await token('x', '2022-01-01', { replacedBy: 'y' });
    await token('w, in use', '2027-01-01');
    await token('v', '2022-01-01', { replacedBy: 'w, in use' });
    const dry = await applyRetention(store, actingOperator, retention, { now, dryRun: true });
    const { removed } = await applyRetention(store, actingOperator, retention, { now });
    expect(removed.accessTokens).toBe(3);
    expect(dry.removed).toEqual(removed);
    expect(await rest()).toEqual(['a, in use', 'b', 'c', 'w, in use']);

    await query(`update access_token set revoked_at = '2024-01-01' where id = 'a, in use'`);
    await applyRetention(store, actingOperator, retention, { now });
    expect(await rest()).toEqual(['w, in use']);
  });

  test.each<[string, Acting['principal']]>([
    ['nobody', anonymous],
    [
      'a coordinator',
      {
        kind: 'token',
        id: 'token:kw_one',
        name: 'Landkreis',
        grants: [grantOf('DISTRICT_COORDINATOR', { territory: '16097' })],
      },
    ],
    ['an analyst', { kind: 'token', id: 'token:kw_two', name: 'Institut', grants: [grantOf('ANALYST')] }],
  ])('%s makes nothing forgotten, and is not told what there is', async (_, principal) => {
    await entry('2001-01-01T00:00:00Z');
    for (const dryRun of [false, true]) {
      const refused = applyRetention(store, { principal, requestId: null }, retention, { now, dryRun });
      await expect(refused).rejects.toThrow(NotAllowed);
    }
    expect(await rest()).toEqual(['2001-01-01T00:00:00Z']);
  });

  test('a failure leaves everything as it was', async () => {
    await entry('2001-01-01T00:00:00Z');
    await receipt('old', '2001-01-01');
    const acting: Acting = { ...actingOperator, requestId: 'a\u0000b' };
    await expect(applyRetention(store, acting, retention, { now })).rejects.toThrow();
    expect(await rest()).toEqual(['2001-01-01T00:00:00Z', 'old']);
  });
});
