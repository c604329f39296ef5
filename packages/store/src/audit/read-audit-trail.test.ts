import { type Acting, actingOperator, anonymous, type Grant, grantOf, NotAllowed } from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { servers, smallStore } from '../testing/index.ts';
import { everyEntry } from './audit-query.ts';
import { readAuditTrail } from './read-audit-trail.ts';
import { recordChange } from './record-change.ts';

const districts = { own: '16097', other: '16096' };
const holding = (...grants: readonly Grant[]): Acting => ({
  principal: { kind: 'token', id: 'token:kw_ab12cd34', name: 'Landkreis', grants },
  requestId: null,
});
const coordinator = holding(grantOf('DISTRICT_COORDINATOR', { territory: districts.own }));

describe.each(servers)('who reads the audit trail on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
    const { pool } = store.database;
    await pool.query('truncate audit_entry');
    for (const concerned of [[], [districts.own], [districts.other], [districts.own, districts.other]]) {
      const change = {
        what: 'release.published',
        subject: { kind: 'release', key: concerned.join('+') || 'none' },
        districts: concerned,
        before: null,
        after: { state: 'published' },
      };
      const rows = async (sql: string, parameters: readonly unknown[] = []) =>
        (await pool.query(sql, [...parameters])).rows;
      await recordChange(rows, actingOperator, 'ADMINISTRATOR', change, 3);
    }
  });
  afterAll(() => store.close());

  const read = async (acting: Acting, district: string | null = null) => {
    const query = { ...everyEntry, district, first: 10, after: null };
    const { rows, total } = await readAuditTrail(store, acting, query);
    expect(total).toBe(rows.length);
    return rows.map(({ subject }) => subject.key).toSorted();
  };

  test('an administrator reads everything, also of one district', async () => {
    expect(await read(actingOperator)).toEqual(['16096', '16097', '16097+16096', 'none']);
    expect(await read(actingOperator, districts.other)).toEqual(['16096', '16097+16096']);
  });

  test('a coordinator reads what concerns the own district, whether it is named or not', async () => {
    expect(await read(coordinator)).toEqual(['16097', '16097+16096']);
    expect(await read(coordinator, districts.own)).toEqual(['16097', '16097+16096']);
    const both = Object.values(districts).map((territory) => grantOf('DISTRICT_COORDINATOR', { territory }));
    expect(await read(holding(...both))).toEqual(['16096', '16097', '16097+16096']);
  });

  test.each<[string, Acting, string | null, NotAllowed['reason']]>([
    ['a coordinator of another district', coordinator, districts.other, 'OUTSIDE_SCOPE'],
    ['a coordinator of a district that there is not', coordinator, '01001', 'OUTSIDE_SCOPE'],
    ['an analyst', holding(grantOf('ANALYST')), null, 'ROLE_MISSING'],
    [
      'a municipality',
      holding(grantOf('MUNICIPALITY_EDITOR', { territory: '16097001' })),
      '16097',
      'ROLE_MISSING',
    ],
    ['nobody', { principal: anonymous, requestId: null }, null, 'NOT_SIGNED_IN'],
  ])('%s reads nothing', async (_, acting, district, reason) => {
    const refused = read(acting, district);
    await expect(refused).rejects.toThrow(NotAllowed);
    await expect(refused).rejects.toMatchObject({ action: 'READ_AUDIT', reason });
  });
});
