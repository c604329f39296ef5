import { type Acting, actingOperator, grantOf, RevisionConflict, type Training } from '@kreisweit/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { everyEntry } from '../audit/audit-query.ts';
import { auditTrail } from '../audit/audit-trail.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Store } from '../open-store.ts';
import type { StoreSchema } from '../store-schema.ts';
import { servers } from '../testing/engines.ts';
import { smallStore } from '../testing/small-store.ts';
import { putTrainings } from './put-trainings.ts';
import { recordPages } from './record-pages.ts';
import { trainingSource } from './record-source.ts';
import { recordsByAddress } from './records-by-address.ts';
import { saveTraining } from './save-training.ts';

const today = '2026-03-01';
const training: Training = {
  key: 'plain-language',
  district: '16097',
  title: { de: 'Leichte Sprache', en: 'Plain language' },
  day: '2026-05-12',
  territory: '16097002',
  organiser: 'adult-education',
  audience: 'BOTH',
  state: 'PLANNED',
  link: 'https://example.org/plain-language',
};
const coordinator = (territory: string): Acting => ({
  principal: {
    kind: 'person',
    id: `person:${territory}`,
    name: 'Coordination',
    grants: [grantOf('DISTRICT_COORDINATOR', { territory })],
  },
  requestId: 'request-1',
});

let store: Store;
beforeAll(async () => {
  const [engine] = servers;
  if (engine === undefined) throw new Error('there is no server to test on');
  store = await smallStore(engine);
  await store.database.pool.query(
    `insert into actor (key, kind, name, description_de, description_en, topics, languages, migrant_led, demo)
     select key, 'school', key, '', '', '{}', '{}', false, false
     from unnest('{adult-education,evening-school}'::text[]) as key`,
  );
});
beforeEach(() => store.database.pool.query('truncate training, audit_entry'));
afterAll(() => store.close());

const save = (value: Training, expectedRevision: number, acting: Acting = coordinator('16097')) =>
  saveTraining(store, acting, { value, expectedRevision }, { today });
const stored = async () => (await recordsByAddress(store.db, trainingSource, [training]))[0];

test('is saved once, and what is the same changes neither its revision nor the trail', async () => {
  expect(await save({ ...training, district: '16097000', territory: '160975001002' }, 0)).toEqual({
    ...training,
    revision: 1,
  });
  expect(await save(training, 1)).toEqual({ ...training, revision: 1 });
  expect(await save({ ...training, state: 'CANCELLED' }, 1)).toMatchObject({ revision: 2 });
  expect(await stored()).toEqual({ ...training, state: 'CANCELLED', revision: 2 });
  const { rows } = await auditTrail(store.db, { ...everyEntry, districts: null, first: 10, after: null });
  expect(
    rows.map(({ what, subject, before, after }) => ({ what, subject, before, after })),
  ).toMatchInlineSnapshot(`
    [
      {
        "after": {
          "audience": "BOTH",
          "day": "2026-05-12",
          "district": "16097",
          "key": "plain-language",
          "link": "https://example.org/plain-language",
          "organiser": "adult-education",
          "revision": 2,
          "state": "CANCELLED",
          "territory": "16097002",
          "title": {
            "de": "Leichte Sprache",
            "en": "Plain language",
          },
        },
        "before": {
          "audience": "BOTH",
          "day": "2026-05-12",
          "district": "16097",
          "key": "plain-language",
          "link": "https://example.org/plain-language",
          "organiser": "adult-education",
          "revision": 1,
          "state": "PLANNED",
          "territory": "16097002",
          "title": {
            "de": "Leichte Sprache",
            "en": "Plain language",
          },
        },
        "subject": {
          "key": "16097/plain-language",
          "kind": "training",
        },
        "what": "training.saved",
      },
      {
        "after": {
          "audience": "BOTH",
          "day": "2026-05-12",
          "district": "16097",
          "key": "plain-language",
          "link": "https://example.org/plain-language",
          "organiser": "adult-education",
          "revision": 1,
          "state": "PLANNED",
          "territory": "16097002",
          "title": {
            "de": "Leichte Sprache",
            "en": "Plain language",
          },
        },
        "before": null,
        "subject": {
          "key": "16097/plain-language",
          "kind": "training",
        },
        "what": "training.saved",
      },
    ]
  `);
});

test('tells everything that is wrong in the words of the argument, with nothing saved', async () => {
  const odd = { ...training, key: 'A b', day: '2026-03-32', territory: '16099001', organiser: 'nobody' };
  await expect(save({ ...odd, state: 'HELD' }, 0)).rejects.toMatchObject({
    problems: ['key', 'day', 'territory', 'organiser', 'state'].map((name) => ({
      field: `training.${name}`,
    })),
  });
  await expect(save({ ...training, district: '16001' }, 0, actingOperator)).rejects.toMatchObject({
    problems: [{ field: 'training.district' }],
  });
  expect(await stored()).toBeNull();
});

test('is refused to those who coordinate another district', async () => {
  await expect(save(training, 0, coordinator('16099'))).rejects.toMatchObject({ name: 'NotAllowed' });
});

test('whoever has seen another revision is told so, and nothing of the other is lost', async () => {
  await save(training, 0);
  for (const [revision, seen] of [
    [1, 0],
    [1, 2],
  ] as const) {
    await expect(save({ ...training, link: null }, seen)).rejects.toMatchObject({
      name: 'RevisionConflict',
      expectedRevision: seen,
      revision,
    });
  }
  await expect(save({ ...training, key: 'other' }, 1)).rejects.toBeInstanceOf(RevisionConflict);
  const both = await Promise.allSettled([
    save({ ...training, day: '2026-06-01' }, 1),
    save({ ...training, day: '2026-06-02' }, 1),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { name: 'RevisionConflict', expectedRevision: 1, revision: 2 },
  });
});

test('an organiser that was merged is the one that is left, before and after', async () => {
  await save({ ...training, organiser: 'evening-school' }, 0);
  await store.database.pool.query(
    `update actor set merged_into = 'adult-education' where key = 'evening-school'`,
  );
  expect(await stored()).toMatchObject({ organiser: 'adult-education', revision: 1 });
  expect(await save({ ...training, organiser: 'evening-school' }, 1)).toMatchObject({ revision: 1 });
});

test('many are put at once, and listed by day in pages', async () => {
  const many = Array.from({ length: 30 }, (_, index) => ({
    ...training,
    key: `course-${index}`,
    day: `2026-05-${String(30 - index).padStart(2, '0')}`,
  }));
  await inTransaction<StoreSchema, unknown>(store.database, async ({ client, kysely }) =>
    putTrainings(async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows, kysely, {
      given: many.map((value) => ({ value, expectedRevision: null })),
      today,
    }),
  );
  const pageOf = async (after: string | null) => {
    const request = { district: '16097', from: '2026-05-03', until: '2026-05-20', first: 10, after };
    const [own, none] = await recordPages(store.db, trainingSource, [
      request,
      { ...request, district: '16099' },
    ]);
    expect(none).toEqual({ rows: [], total: 0, hasNext: false });
    return own;
  };
  const first = await pageOf(null);
  expect(first).toMatchObject({ total: 18, hasNext: true });
  const second = await pageOf(first?.rows.at(-1)?.place ?? null);
  expect(second).toMatchObject({ total: 18, hasNext: false });
  const listed = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ record }) => record.day);
  expect(listed).toEqual(
    many
      .map(({ day }) => day)
      .filter((day) => day >= '2026-05-03' && day <= '2026-05-20')
      .toSorted(),
  );
});
