import { readdirSync, readFileSync } from 'node:fs';
import { actingOperator, formatProblem, grantOf } from '@kreisweit/domain';
import { excerpt } from '@kreisweit/plugin-kit/testing';
import { actingStore } from '@kreisweit/store';
import { askedEngines } from '@kreisweit/store/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  accessWith,
  type DeliveryServer,
  deliveryServer,
  post,
  registerStore,
  type Sent,
  staffOf,
} from '../testing/delivery-server.ts';
import { officialFile } from '../testing/official-file.ts';
import { smallWorkbook } from '../testing/small-workbook.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
// Shorter than the whole country: that is tested elsewhere.
const residents = readFileSync(
  excerpt(officialFile('observations/districts/12411-01-01-4.csv'), ['12', '03153', '12070']),
);

describe.each(askedEngines)('delivering files to $name', (engine) => {
  let to: DeliveryServer;
  let isReady = true;
  beforeAll(async () => {
    to = await deliveryServer(await registerStore(engine), { mostValues: 20 }, () => isReady);
  });
  beforeEach(() => to.store.database.pool.query('truncate delivery_receipt'));
  afterAll(async () => {
    await to.close();
    await to.store.close();
  });

  const releases = async () => {
    const { rows } = await to.store.database.pool.query('select count(*) as n from release');
    return Number(rows[0]?.n);
  };

  test('own figures as CSV are published, and what a person should know of them is told', async () => {
    const csv = `${staffOf('3153', '2022', 900)}3153;2022;opening/staffSurveyed;950\n`;
    const { status, headers, answer } = await post(to, csv, {
      path: 'opening?file=..%2Ftmp%2FAmt%0A1.csv',
    });
    expect(status).toBe(201);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(answer).toMatchInlineSnapshot(`
      {
        "account": {
          "delivered": 2,
          "rows": 2,
          "skipped": [],
          "values": 2,
        },
        "cells": 2,
        "dataVersion": 4,
        "file": "Amt1.csv",
        "input": "opening/ownFigures",
        "notices": [
          {
            "column": "Schlüssel",
            "line": 2,
            "message": "the key of 2 rows had lost its leading zero, which was restored ('3153' is 03153)",
          },
        ],
        "onBehalfOf": [],
        "proposed": null,
        "release": 1,
        "state": "PUBLISHED",
        "table": "own-figures",
        "territories": 1,
        "warningCount": 1,
        "warnings": [
          {
            "breakdown": "",
            "column": 4,
            "count": 1,
            "line": 3,
            "measure": "opening/staffSurveyed",
            "message": "03153 in 2022: Not more staff who answered than staff: opening/staffSurveyed 950 is more than opening/staff 900",
            "note": {
              "de": "Möglich, wenn seit der Befragung viele gegangen sind.",
              "en": "Possible when many have left since the survey.",
            },
            "period": "2022",
            "rule": "opening/surveyedAmongStaff",
            "territory": "03153",
            "title": {
              "de": "Nicht mehr Beschäftigte mit Selbstauskunft als Beschäftigte",
              "en": "Not more staff who answered than staff",
            },
          },
        ],
        "withdrawn": 0,
      }
    `);
    expect(readdirSync(to.folder)).toEqual([]);
  });

  test('the same file again changes nothing', async () => {
    const csv = staffOf('03153', '2021', 880);
    const first = await post(to, csv);
    expect([first.status, first.answer.state]).toEqual([201, 'PUBLISHED']);
    const again = await post(to, csv);
    expect(again.status).toBe(200);
    expect(again.answer).toMatchObject({ state: 'UNCHANGED', release: first.answer.release, account: null });
  });

  test('a workbook, under the name that the header says', async () => {
    const book = smallWorkbook(
      [
        ['Schlüssel', 'Zeitraum', 'Merkmal', 'Wert'],
        ['12070', '2020', 'opening/staff', 500],
      ],
      { hiddenRow: 9 },
    );
    const disposition = `attachment; filename="x.csv"; filename*=UTF-8''Besch%C3%A4ftigte.xlsx`;
    const headers = { 'content-type': XLSX, 'content-disposition': disposition };
    const { status, answer } = await post(to, new Uint8Array(book), { as: 'prignitz', headers });
    expect({ status, ...answer }).toMatchObject({
      status: 201,
      state: 'PUBLISHED',
      file: 'Beschäftigte.xlsx',
      cells: 1,
      account: { rows: 1, delivered: 1 },
    });
    const { rows } = await to.store.database.pool.query(
      'select file, title, delivered_by from release where id = $1',
      [answer.release],
    );
    expect(rows).toEqual([
      {
        file: 'Beschäftigte.xlsx',
        title: 'Beschäftigte.xlsx',
        delivered_by: expect.stringMatching(/^token:kw_/),
      },
    ]);
  });

  test('an official table, by the institute', async () => {
    const path = 'population?input=residentsByDistrict&file=12411-01-01-4.csv';
    const { status, answer } = await post(to, residents, { path, as: 'institute' });
    expect({ status, ...answer }).toMatchObject({
      status: 201,
      input: 'population/residentsByDistrict',
      table: '12411-01-01-4',
      cells: 9,
      territories: 3,
      account: { rows: 3, delivered: 9 },
    });
  });

  test('what a coordinator delivers for a municipality is on behalf of it', async () => {
    const csv = staffOf('12070296', '2022', 28).replace('opening/staff', 'opening/councilMembers');
    expect((await post(to, csv, { as: 'prignitz' })).answer).toMatchObject({
      state: 'PUBLISHED',
      onBehalfOf: ['12070296'],
    });
  });

  test('a district that reviews deliveries decides on them first', async () => {
    const operator = actingStore(to.store, actingOperator);
    await operator.setReview({ district: '12070', reviews: true });
    const csv = staffOf('12070296', '2021', 28).replace('opening/staff', 'opening/councilMembers');
    const { status, answer } = await post(to, csv, { as: 'perleberg' });
    expect({ status, ...answer }).toMatchObject({
      status: 202,
      state: 'PROPOSED',
      release: null,
      dataVersion: null,
      cells: 1,
      account: { delivered: 1 },
    });
    expect(answer.proposed).toBeGreaterThan(0);
    expect((await post(to, csv, { as: 'perleberg' })).status).toBe(200);
    await operator.setReview({ district: '12070', reviews: false });
  });

  test('all problems of a file are told, by its name', async () => {
    const rows = Array.from({ length: 1_500 }, (_, index) => `03153;2022;opening/staff;${index} Leute`);
    const csv = ['Schlüssel;Zeitraum;Merkmal;Wert', ...rows].join('\n');
    const before = await releases();
    const { status, answer } = await post(to, csv, { path: 'opening?file=amt.csv' });
    expect(status).toBe(422);
    expect({ ...answer, problems: answer.problems?.slice(0, 2) }).toMatchInlineSnapshot(`
      {
        "code": "BAD_USER_INPUT",
        "problems": [
          {
            "column": "Wert",
            "file": "amt.csv",
            "line": 2,
            "message": "'0 Leute' is neither a number nor a known sign",
          },
          {
            "column": "Wert",
            "file": "amt.csv",
            "line": 3,
            "message": "'1 Leute' is neither a number nor a known sign",
          },
        ],
        "total": 1500,
      }
    `);
    expect(answer.problems).toHaveLength(1_000);
    expect(JSON.stringify(answer)).not.toContain(to.folder);
    expect(await releases()).toBe(before);
    expect(readdirSync(to.folder)).toEqual([]);
  });

  const files: readonly (readonly [string, string | Uint8Array<ArrayBuffer>, Sent])[] = [
    ['an empty file', '', {}],
    ['a letter', 'Dear all,\n', { path: 'opening?file=letter.txt' }],
    ['a file of another plug-in', residents, { path: 'opening?file=t.csv' }],
    ['a file of another input', residents, { path: 'population?input=foreignersByDistrict&file=t.csv' }],
    ['an input that is none', 'x', { path: 'population?input=residents' }],
    [
      'figures that are not plausible',
      `${staffOf('03153', '2019', 9)}03153;2019;opening/staffTrained;10\n`,
      {},
    ],
    [
      'more values than are taken in at once',
      ['Schlüssel;Zeitraum;Merkmal;Wert']
        .concat(Array.from({ length: 21 }, (_, row) => `03153;${2000 + row};opening/staff;9`))
        .join('\n'),
      {},
    ],
  ];
  test('a file that cannot be taken in is refused with what to do', async () => {
    const told: string[] = [];
    for (const [, body, sent] of files) {
      const { status, answer } = await post(to, body, sent);
      expect([status, answer.code]).toEqual([422, 'BAD_USER_INPUT']);
      expect(JSON.stringify(answer)).not.toContain(to.folder);
      told.push(...(answer.problems ?? []).map((problem) => formatProblem(problem)));
    }
    expect(told).toMatchInlineSnapshot(`
      [
        "delivered: the file is empty",
        "letter.txt:1: the format is not known: the file begins with 'Dear all,'; known are classic GENESIS table (CSV), flat file of GENESIS (ffcsv), SDMX-CSV, JSON-stat, own figures (CSV or XLSX)",
        "t.csv:1: expected own figures (CSV or XLSX) (ownFigures), found table 12411-01-01-4 'Bevölkerungsstand: Bevölkerung nach Geschlecht - Stichtag 31.12. -'",
        "t.csv:1: expected 12411-03-03-4 (foreignersByDistrict), found table 12411-01-01-4 'Bevölkerungsstand: Bevölkerung nach Geschlecht - Stichtag 31.12. -'",
        "input: the plug-in population has no such input: write one of residentsByMunicipality, residentsByDistrict, foreignersByDistrict, residentsByDistrictFlat, censusByMunicipality, censusByDistrict, migrationBackgroundByDistrict, census2022ByMunicipality, livingArrangementsByDistrict",
        "delivered:3:4: 03153 in 2019: Not more trained staff than staff: opening/staffTrained 10 is more than opening/staff 9",
        "delivered: holds more than 20 values: deliver it in parts, such as a file for each period",
      ]
    `);
  });

  const refusals: readonly (readonly [number, Sent])[] = [
    [401, { as: '' }],
    [401, { as: 'Bearer kw_ab12cd34_no' }],
    [403, { as: 'analyst' }],
    [403, { as: 'institute' }],
    [403, { as: 'institute', path: 'openin' }],
    [403, { as: 'goslar' }],
    [404, { as: 'goslar', path: 'openin' }],
    [400, { path: 'opening?inptu=x' }],
    [400, { path: 'opening?file=a&file=b' }],
    [400, { headers: { 'idempotency-key': 'two words' } }],
    [400, { headers: { 'idempotency-key': 'x'.repeat(201) } }],
    [415, { headers: { 'content-type': 'text/plain' } }],
    [415, { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    [415, { headers: { 'content-type': 'nonsense' } }],
    [415, { headers: { 'content-encoding': 'gzip' } }],
  ];
  test('who or what is not let in is told why', async () => {
    const before = await releases();
    const told: string[] = [];
    for (const [expected, sent] of refusals) {
      const { status, answer, headers } = await post(to, staffOf('12070', '2018', 9), sent);
      expect({ sent, status }).toEqual({ sent, status: expected });
      expect(headers.get('www-authenticate')?.startsWith('Bearer ') === true).toBe(status === 401);
      const [problem] = answer.problems ?? [];
      told.push([status, answer.code, problem?.field, problem?.message].filter(Boolean).join(' '));
    }
    expect(told).toMatchInlineSnapshot(`
      [
        "401 UNAUTHENTICATED You may not deliver these figures: send an access token (Authorization: Bearer ...) with one of the roles DATA_PARTNER, MUNICIPALITY_EDITOR, ASSOCIATION_EDITOR, DISTRICT_COORDINATOR, ADMINISTRATOR",
        "401 UNAUTHENTICATED What the header Authorization holds is not accepted: send "Bearer " and an access token that is valid now, of Kreisweit or of a sign-in service that this server is configured for; without the header you read what is published",
        "403 FORBIDDEN You may not deliver these figures: it needs one of the roles DATA_PARTNER, MUNICIPALITY_EDITOR, ASSOCIATION_EDITOR, DISTRICT_COORDINATOR, ADMINISTRATOR; ask the coordination of your district",
        "403 FORBIDDEN You may not deliver these figures: it is outside of what your access is for; ask the coordination of the district that it belongs to",
        "403 FORBIDDEN You may not deliver these figures: it is outside of what your access is for; ask the coordination of the district that it belongs to",
        "403 FORBIDDEN You may not deliver these figures: it is outside of what your access is for; ask the coordination of the district that it belongs to",
        "404 NOT_FOUND plugin there is no such plug-in here; did you mean "opening"?",
        "400 BAD_REQUEST inptu is not understood: write input, file, or nothing",
        "400 BAD_REQUEST file is to be one text: write it once, or leave it out",
        "400 BAD_REQUEST Idempotency-Key is 1 to 200 visible ASCII characters without spaces, sent once; a UUID is good",
        "400 BAD_REQUEST Idempotency-Key is 1 to 200 visible ASCII characters without spaces, sent once; a UUID is good",
        "415 UNSUPPORTED_MEDIA_TYPE Content-Type write one of text/csv, application/json, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/octet-stream (curl -H 'Content-Type: text/csv')",
        "415 UNSUPPORTED_MEDIA_TYPE Content-Type write one of text/csv, application/json, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/octet-stream (curl -H 'Content-Type: text/csv')",
        "415 UNSUPPORTED_MEDIA_TYPE Content-Type Unsupported Media Type",
        "415 UNSUPPORTED_MEDIA_TYPE Content-Encoding compressed bodies are not read: send the file as it is (a workbook is small already)",
      ]
    `);
    expect(await releases()).toBe(before);
  });

  test('a link delivers one file, and is not used up by one that is refused', async () => {
    const grant = grantOf('MUNICIPALITY_EDITOR', { territory: '12070296' });
    const as = await accessWith(to.store, grant, { kind: 'link', name: 'Stadt Perleberg' });
    const csv = (count: string) =>
      staffOf('12070296', '2020', count).replace('opening/staff', 'opening/councilMembers');
    const statuses: number[] = [];
    for (const count of ['viele', '28', '29']) statuses.push((await post(to, csv(count), { as })).status);
    expect(statuses).toEqual([422, 201, 401]);
  });

  test('while the server starts, it asks to come back', async () => {
    isReady = false;
    const { status, headers } = await post(to, staffOf('12070', '2018', 9), { as: '' });
    isReady = true;
    expect([status, headers.get('retry-after')]).toEqual([503, '2']);
  });

  test('a failure of ours is told by its number only, and what was left open is closed', async () => {
    const pool = to.store.database.pool;
    await pool.query('alter table release_moment rename to hidden');
    const headers = { 'idempotency-key': 'failing' };
    const failed = await post(to, staffOf('12070', '2018', 9), { headers });
    await pool.query('alter table hidden rename to release_moment');
    expect([failed.status, failed.answer.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    const [id = ''] = /[0-9a-f-]{36}/.exec(failed.answer.problems?.[0]?.message ?? '') ?? [];
    expect(to.lines.some((line) => line.includes(id) && line.includes('release_moment'))).toBe(true);
    expect((await post(to, staffOf('12070', '2018', 9), { headers })).status).toBe(201);
    expect(readdirSync(to.folder)).toEqual([]);
  });
});
