import { type Acting, actingOperator, grantOf, NotAllowed, RevisionConflict } from '@kreisweit/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actingStore } from '../access/acting-store.ts';
import { createToken } from '../access/create-token.ts';
import { principalOfToken } from '../access/principal-of-token.ts';
import type { Store } from '../open-store.ts';
import { actorOf, servers, smallStore } from '../testing/index.ts';
import {
  actingAs,
  auditOf,
  choir,
  coordinationOfAue,
  edited,
  problemsOf,
  representing,
  resetDirectory,
  union,
} from '../testing/small-directory.ts';
import { everyRow } from '../testing/stored-rows.ts';
import { deactivateActor } from './deactivate-actor.ts';
import { storedActors } from './stored-actors.ts';

const [server] = servers;
if (server === undefined) throw new Error('there is no server to test on');

let store: Store;
beforeAll(async () => {
  store = await smallStore(server);
});
afterAll(() => store.close());
beforeEach(() => resetDirectory(store));

const as = (acting: Acting) => actingStore(store, acting);
const stored = async (key: string) => (await storedActors(store.db, [key])).get(key);
const audit = () => auditOf(store);
const coordinationOfFels = actingAs(grantOf('DISTRICT_COORDINATOR', { territory: '16099' }));

describe('an actor', () => {
  test('is added by the coordination that keeps it, changed by who represents it, and both are recorded', async () => {
    const library = edited(
      actorOf('library', { territories: ['160970001001'], email: 'info@library.example' }),
    );
    const added = await as(coordinationOfAue).saveActor(library, 0);
    expect(added).toMatchObject({ key: 'library', revision: 1, territories: ['16097001'], demo: false });

    const changed = { ...library, name: 'Bücherei', email: 'post@library.example', languages: ['de', 'uk'] };
    expect(await as(representing('library')).saveActor(changed, 1)).toMatchObject({ revision: 2 });
    expect(await stored('library')).toMatchObject({ name: 'Bücherei', languages: ['de', 'uk'], revision: 2 });
    expect(await audit()).toMatchInlineSnapshot(`
      [
        {
          "after": {
            "deactivatedOn": null,
            "demo": false,
            "description": {
              "de": "",
              "en": "",
            },
            "district": "16097",
            "email": "given",
            "kind": "association",
            "languages": [
              "de",
            ],
            "memberships": [],
            "migrantLed": false,
            "name": "Beispiel library",
            "source": "Beispiel",
            "territories": [
              "16097001",
            ],
            "topics": [],
            "website": null,
          },
          "before": null,
          "districts": [
            "16097",
          ],
          "role": "DISTRICT_COORDINATOR",
          "subject_key": "library",
          "what": "actor.saved",
        },
        {
          "after": {
            "email": "given",
            "languages": [
              "de",
              "uk",
            ],
            "name": "Bücherei",
          },
          "before": {
            "email": "given",
            "languages": [
              "de",
            ],
            "name": "Beispiel library",
          },
          "districts": [
            "16097",
          ],
          "role": "ACTOR_REPRESENTATIVE",
          "subject_key": "library",
          "what": "actor.saved",
        },
      ]
    `);

    // What is the same already stays at its revision.
    expect(await as(representing('library')).saveActor(changed, 2)).toMatchObject({ revision: 2 });
    expect(await audit()).toHaveLength(2);
  });

  test.each([
    ['its district', { district: '16099' }],
    ['that no district keeps it', { district: null }],
    ['who leads it', { migrantLed: true }],
    ['what it is', { kind: 'migrantOrganisation' as const }],
    ['where the entry comes from', { source: 'Ministerium' }],
  ])('does not say of itself %s', async (_, different) => {
    const before = await everyRow(store);
    const work = as(representing('choir')).saveActor({ ...edited(choir), ...different }, 1);
    await expect(work).rejects.toThrow(NotAllowed);
    expect(await everyRow(store)).toEqual(before);
  });

  test('is kept by one coordination, which gives it to no other one', async () => {
    const work = [
      as(coordinationOfFels).saveActor({ ...edited(choir), name: 'x' }, 1),
      as(coordinationOfFels).saveActor(edited(actorOf('library')), 0),
      as(coordinationOfAue).saveActor(edited(actorOf('library', { district: null })), 0),
      as(coordinationOfAue).saveActor({ ...edited(union), name: 'x' }, 1),
      as(coordinationOfAue).saveActor({ ...edited(choir), district: '16099' }, 1),
      as(coordinationOfAue).saveActor({ ...edited(choir), district: null }, 1),
      as(representing('chorus')).saveActor({ ...edited(choir), name: 'x' }, 1),
      as(coordinationOfFels).deactivateActor({ key: 'choir' }, 1),
      as(representing('choir')).deactivateActor({ key: 'choir' }, 1),
      as(coordinationOfAue).mergeActors({ duplicate: 'fels', survivor: 'choir' }, 1),
      as(coordinationOfAue).mergeActors({ duplicate: 'choir', survivor: 'fels' }, 1),
    ];
    for (const result of await Promise.allSettled(work)) {
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(NotAllowed) });
    }
    const moved = await as(coordinationOfAue).saveActor(
      { ...edited(choir), kind: 'employer', migrantLed: true },
      1,
    );
    expect(moved).toMatchObject({ kind: 'employer', migrantLed: true, revision: 2 });
    expect(await as(actingOperator).saveActor({ ...edited(choir), district: '16099' }, 2)).toMatchObject({
      district: '16099',
    });
    expect((await audit()).map(({ districts }) => districts)).toEqual([['16097'], ['16097', '16099']]);
  });

  test('with everything that is wrong is refused, and nothing is saved', async () => {
    const before = await everyRow(store);
    const wrong = { ...edited(choir), name: '', territories: ['16777'], languages: ['xx'] };
    const circle = [{ organisation: 'choir', from: null, until: null }];
    expect(await problemsOf(as(coordinationOfAue).saveActor(wrong, 1))).toMatchInlineSnapshot(`
      [
        "actor.name REQUIRED: it is empty: write it",
        "actor.territories.0 UNKNOWN: there is no territory '16777': did you mean '16097'?",
        "actor.languages.0 UNKNOWN: 'xx' is no language of ISO 639-1: write two small letters, like ar or uk",
      ]
    `);
    expect(
      await problemsOf(as(actingOperator).saveActor({ ...edited(union), memberships: circle }, 1)),
    ).toMatchInlineSnapshot(`
      [
        "actor.memberships.0.organisation CONFLICT: 'choir' belongs to 'union' itself in those days, maybe through others: end one of the memberships",
      ]
    `);
    expect(await everyRow(store)).toEqual(before);
  });

  test('is changed by one of two who do it at once; the other one is told the revision', async () => {
    const both = await Promise.allSettled(
      ['A', 'B'].map((name) => as(coordinationOfAue).saveActor({ ...edited(choir), name }, 1)),
    );
    const [lost] = both.filter(({ status }) => status === 'rejected');
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(lost).toMatchObject({
      reason: { subject: { kind: 'actor', key: 'choir' }, expectedRevision: 1, revision: 2 },
    });
    const conflicts = [
      as(coordinationOfAue).saveActor(edited(choir), 0),
      as(actingOperator).saveActor(edited(actorOf('new')), 3),
      as(coordinationOfAue).deactivateActor({ key: 'choir' }, 1),
      as(coordinationOfAue).mergeActors({ duplicate: 'choir', survivor: 'chorus' }, 1),
    ];
    for (const result of await Promise.allSettled(conflicts)) {
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(RevisionConflict) });
    }
    const added = await Promise.allSettled(
      ['A', 'B'].map((name) => as(coordinationOfAue).saveActor(edited(actorOf('new', { name })), 0)),
    );
    expect(added.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('an actor that is no more', () => {
  test('is deactivated and reactivated, and whoever represents it does nothing for it meanwhile', async () => {
    const off = await as(coordinationOfAue).deactivateActor({ key: 'choir', on: '2026-01-31' }, 1);
    expect(off).toMatchObject({ deactivatedOn: '2026-01-31', revision: 2 });
    const representative = as(representing('choir'));
    await expect(representative.saveActor({ ...edited(choir), name: 'x' }, 2)).rejects.toThrow(NotAllowed);
    expect(await as(coordinationOfAue).deactivateActor({ key: 'choir', on: '2026-01-31' }, 2)).toMatchObject({
      revision: 2,
    });
    expect(await as(coordinationOfAue).reactivateActor('choir', 2)).toMatchObject({
      deactivatedOn: null,
      revision: 3,
      memberships: choir.memberships,
    });
    expect(await representative.saveActor({ ...edited(choir), name: 'x' }, 3)).toMatchObject({ revision: 4 });
    expect(
      (await audit()).map(({ what, before, after }) => ({ what, before, after })),
    ).toMatchInlineSnapshot(`
      [
        {
          "after": {
            "deactivatedOn": "2026-01-31",
          },
          "before": {
            "deactivatedOn": null,
          },
          "what": "actor.deactivated",
        },
        {
          "after": {
            "deactivatedOn": null,
          },
          "before": {
            "deactivatedOn": "2026-01-31",
          },
          "what": "actor.reactivated",
        },
        {
          "after": {
            "name": "x",
          },
          "before": {
            "name": "Chor",
          },
          "what": "actor.saved",
        },
      ]
    `);
  });

  test('is so since a day that was', async () => {
    const work = (on: string) =>
      deactivateActor(store, coordinationOfAue, { key: 'choir', on }, 1, { today: '2026-03-01' });
    expect(await problemsOf(work('2026-03-02'))).toEqual([
      'on ORDER: 2026-03-02 is still to come: deactivate it then',
    ]);
    expect(await problemsOf(work('2026-02-30'))).toEqual([
      "on FORM: '2026-02-30' is no day: write it as 2026-02-28",
    ]);
    expect(await work('2026-03-01')).toMatchObject({ deactivatedOn: '2026-03-01' });
  });
});

test('a one-time link for an actor is used up by what it changes, and by nothing else', async () => {
  const issued = await createToken(store, coordinationOfAue, {
    kind: 'link',
    name: 'Chor',
    grants: [grantOf('ACTOR_REPRESENTATIVE', { actor: 'choir' })],
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const principal = await principalOfToken(store, issued.secret);
  if (principal === null) throw new Error('the link is not known');
  const holder = as({ principal, requestId: 'request-2' });
  await holder.saveActor(edited(choir), 1);
  expect(await holder.saveActor({ ...edited(choir), name: 'Neu' }, 1)).toMatchObject({ revision: 2 });
  await expect(holder.saveActor({ ...edited(choir), name: 'Neuer' }, 2)).rejects.toThrow(
    /the link is refused/,
  );
});
