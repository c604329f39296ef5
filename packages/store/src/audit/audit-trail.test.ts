import { type AuditEntry, InputProblems } from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Store, storeOn } from '../open-store.ts';
import { servers } from '../testing/index.ts';
import { type AuditFilter, type AuditScope, everyEntry } from './audit-query.ts';
import { auditTrail } from './audit-trail.ts';
import { type AuditFormat, exportAuditTrail } from './export-audit-trail.ts';

const everywhere: AuditFilter & AuditScope = { ...everyEntry, districts: null };

/** `at what kind/key districts`, oldest first. Two happen at the same microsecond, and one concerns no district. */
const HAPPENED = [
  '2026-01-31T23:59:59.999999Z token.created token/kw_one 16097',
  '2026-02-01T00:00:00Z token.revoked token/kw_one 16097',
  '2026-02-01T10:00:00.000001Z release.published release/1 16097,16096',
  '2026-02-01T10:00:00.000001Z release.published release/2 16096',
  '2026-02-02T08:00:00Z catalogue.changed plugin/small -',
  '2026-03-01T08:00:00Z release.withdrawn release/1 16097,16096',
];

describe.each(servers)('the audit trail on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeOn(await engine.open());
    for (const [index, line] of HAPPENED.entries()) {
      const [at, what, subject = '', districts = '-'] = line.split(' ');
      await store.database.pool.query(INSERT, [
        `00000000-0000-4000-8000-00000000000${index}`,
        at,
        what,
        ...subject.split('/'),
        districts === '-' ? [] : districts.split(','),
      ]);
    }
  });
  afterAll(() => store.close());

  const page = (filter: Partial<AuditFilter & AuditScope>, first = 20, after: string | null = null) =>
    auditTrail(store.db, { ...everywhere, ...filter, first, after });
  const found = async (filter: Partial<AuditFilter & AuditScope>) => {
    const { rows, total, hasNext } = await page(filter);
    expect({ total, hasNext }).toEqual({ total: rows.length, hasNext: false });
    return rows.map(short);
  };

  test('is told newest first, with all that an entry says', async () => {
    expect(await found({})).toMatchInlineSnapshot(`
      [
        "2026-03-01T08:00:00Z release.withdrawn 1 16097,16096",
        "2026-02-02T08:00:00Z catalogue.changed small ",
        "2026-02-01T10:00:00.000001Z release.published 2 16096",
        "2026-02-01T10:00:00.000001Z release.published 1 16097,16096",
        "2026-02-01T00:00:00Z token.revoked kw_one 16097",
        "2026-01-31T23:59:59.999999Z token.created kw_one 16097",
      ]
    `);
    expect((await page({}, 1)).rows).toMatchInlineSnapshot(`
      [
        {
          "after": {
            "state": "published",
          },
          "at": "2026-03-01T08:00:00Z",
          "before": null,
          "dataVersion": 7,
          "districts": [
            "16097",
            "16096",
          ],
          "id": "00000000-0000-4000-8000-000000000005",
          "identity": "token:kw_ab12cd34",
          "key": "2026-03-01T08:00:00.000000Z/00000000-0000-4000-8000-000000000005",
          "name": "=Jobcenter Goslar",
          "requestId": "req-1",
          "role": "DATA_PARTNER",
          "subject": {
            "key": "1",
            "kind": "release",
          },
          "what": "release.withdrawn",
        },
      ]
    `);
  });

  test.each<[Partial<AuditFilter & AuditScope>, readonly string[]]>([
    [{ district: '16096' }, ['release.withdrawn 1', 'release.published 1', 'release.published 2']],
    [{ districts: ['16096'] }, ['release.withdrawn 1', 'release.published 1', 'release.published 2']],
    [{ district: ' 16096 ', what: 'release.w' }, ['release.withdrawn 1']],
    [{ districts: [] }, []],
    [{ districts: ['16097'], district: '16096' }, ['release.withdrawn 1', 'release.published 1']],
    [{ districts: ['12070'], district: '16096' }, []],
    [{ what: 'token.' }, ['token.created kw_one', 'token.revoked kw_one']],
    [{ what: 'token.revoked' }, ['token.revoked kw_one']],
    [{ what: 'to%' }, []],
    [{ subject: 'release/1' }, ['release.withdrawn 1', 'release.published 1']],
    [{ subject: 'plugin' }, ['catalogue.changed small']],
    [{ subject: 'release/' }, []],
    [{ until: '2026-01-31' }, ['token.created kw_one']],
    [
      { from: '2026-02-01', until: '2026-02-01' },
      ['release.published 1', 'release.published 2', 'token.revoked kw_one'],
    ],
    [
      { from: '2026-02-01T10:00:00.000001Z', until: '2026-02-02T09:00:00+01:00' },
      ['release.published 1', 'release.published 2'],
    ],
    [{ from: '2026-03-02' }, []],
  ])('%j finds %j', async (filter, expected) => {
    expect((await found(filter)).map((line) => line.split(' ').slice(1, 3).join(' ')).toSorted()).toEqual(
      expected.toSorted(),
    );
  });

  test.each([1, 2, 3, 6, 7])('pages of %i hold each entry once, also those of one moment', async (first) => {
    const read: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { rows, total, hasNext } = await page({}, first, after);
      expect(total).toBe(HAPPENED.length);
      read.push(...rows.map(short));
      after = rows.at(-1)?.key ?? null;
      if (!hasNext) break;
    }
    expect(read).toEqual(await found({}));
    expect((await page({}, first, after)).rows).toEqual([]);
  });

  test('what is no day and no cursor is refused, all at once', async () => {
    const days = page({ district: '12070008', from: '2026-02-30', until: 'yesterday' });
    await expect(days).rejects.toThrow(InputProblems);
    await expect(days).rejects.toThrow(
      /3 problems.*\n.*from: "2026-02-30" is no day: .*\n.*until: "yesterday" is no day: .*\n.*district: "12070008" is no key of a district/,
    );
    await expect(page({}, 1, '7')).rejects.toThrow('after: it is no cursor of the audit trail');
  });

  const written = async (
    format: AuditFormat,
    filter: Partial<AuditFilter & AuditScope> = {},
    batch?: number,
  ) =>
    Array.fromAsync(
      exportAuditTrail(store, { ...everywhere, ...filter }, { format, ...(batch && { batch }) }),
    );

  test('is written as CSV that a spreadsheet reads and does not run', async () => {
    const lines = await written('csv', { subject: 'release/1' });
    expect(lines).toMatchInlineSnapshot(`
      [
        "﻿at,identity,name,role,what,subjectKind,subjectKey,districts,before,after,requestId,dataVersion,id
      ",
        "2026-03-01T08:00:00Z,token:kw_ab12cd34,'=Jobcenter Goslar,DATA_PARTNER,release.withdrawn,release,1,16097 16096,,"{""state"":""published""}",req-1,7,00000000-0000-4000-8000-000000000005
      ",
        "2026-02-01T10:00:00.000001Z,token:kw_ab12cd34,'=Jobcenter Goslar,DATA_PARTNER,release.published,release,1,16097 16096,,"{""state"":""published""}",req-1,7,00000000-0000-4000-8000-000000000002
      ",
      ]
    `);
    expect(await written('csv', { what: 'nothing' })).toEqual([
      expect.stringMatching(/^\uFEFFat,identity,.*,id\r\n$/),
    ]);
  });

  test.each([1, 2, 6, 1_000])(
    'is written as JSON lines in batches of %i, the same as in pages',
    async (batch) => {
      const lines = await written('jsonl', {}, batch);
      expect(lines.every((line) => line.endsWith('}\n'))).toBe(true);
      const { rows } = await page({});
      expect(lines.map((line) => JSON.parse(line))).toEqual(rows.map(({ key, ...entry }) => entry));
    },
  );

  test('nobody is told of other districts in a file either', async () => {
    const lines = await written('jsonl', { districts: ['16096'] }, 1);
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(JSON.parse(line).districts).toContain('16096');
  });
});

function short({ at, what, subject, districts }: AuditEntry): string {
  return `${at} ${what} ${subject.key} ${districts.join(',')}`;
}

const INSERT = `
insert into audit_entry (id, at, identity, name, role, what, subject_kind, subject_key, districts, before, after, request_id, data_version)
values ($1, $2, 'token:kw_ab12cd34', '=Jobcenter Goslar', 'DATA_PARTNER', $3, $4, $5, $6, null, '{"state":"published"}', 'req-1', 7)`;
