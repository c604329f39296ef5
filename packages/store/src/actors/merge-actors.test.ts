import {
  type Acting,
  actingOperator,
  grantOf,
  InputProblems,
  NotAllowed,
  RevisionConflict,
} from '@kreisweit/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actingStore } from '../access/acting-store.ts';
import { createToken } from '../access/create-token.ts';
import { principalOfToken } from '../access/principal-of-token.ts';
import { saveActors } from '../content/save-actors.ts';
import type { Store } from '../open-store.ts';
import { actorsByKey } from '../read/actors-by-key.ts';
import { actorOf, servers, smallStore } from '../testing/index.ts';
import {
  auditOf,
  choir,
  chorus,
  coordinationOfAue,
  edited,
  problemsOf,
  representing,
  resetDirectory,
} from '../testing/small-directory.ts';
import { everyRow } from '../testing/stored-rows.ts';
import { canonicalActorText } from './canonical-actor.ts';
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

describe('two entries of one organisation', () => {
  const merge = (duplicate: string, survivor: string, revision: number, acting = coordinationOfAue) =>
    as(acting).mergeActors({ duplicate, survivor }, revision);

  test('become one, which has the places, topics, languages and memberships of both', async () => {
    expect(await merge('chorus', 'choir', 1)).toMatchObject({
      name: 'Chor',
      territories: ['16097', '16097001'],
      topics: ['culture', 'music'],
      languages: ['de', 'ar'],
      memberships: choir.memberships,
      revision: 2,
    });
    expect(await stored('chorus')).toMatchObject({ name: 'Chor Aue', mergedInto: 'choir', revision: 2 });
    expect(await stored('choir')).toMatchObject({ territories: ['16097', '16097001'], revision: 2 });
    expect(await audit()).toMatchInlineSnapshot(`
      [
        {
          "after": {
            "mergedInto": "choir",
            "survivor": {
              "languages": [
                "de",
                "ar",
              ],
              "territories": [
                "16097",
                "16097001",
              ],
              "topics": [
                "culture",
                "music",
              ],
            },
          },
          "before": {
            "mergedInto": null,
            "survivor": {
              "languages": [
                "de",
              ],
              "territories": [
                "16097",
              ],
              "topics": [
                "culture",
              ],
            },
          },
          "districts": [
            "16097",
          ],
          "role": "DISTRICT_COORDINATOR",
          "subject_key": "chorus",
          "what": "actor.merged",
        },
      ]
    `);
  });

  test('mean the survivor wherever one of them is named, without chains', async () => {
    await saveActors(store, [
      actorOf('band', { memberships: [{ organisation: 'chorus', from: null, until: null }] }),
    ]);
    await merge('chorus', 'choir', 1);
    await saveActors(store, [actorOf('singers')]);
    await merge('choir', 'singers', 2);
    const { rows } = await store.database.pool.query(
      `select a.key, ${canonicalActorText('a.key')} as left from actor a order by a.key`,
    );
    expect(Object.fromEntries(rows.map(({ key, left }) => [key, left]))).toEqual({
      band: 'band',
      choir: 'singers',
      chorus: 'singers',
      fels: 'fels',
      singers: 'singers',
      union: 'union',
    });
    const [one, other, band] = await actorsByKey(store.db, ['chorus', 'singers', 'band']);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ key: 'singers', mergedKeys: ['choir', 'chorus'] });
    expect(band?.memberships).toEqual([{ organisation: 'singers', from: null, until: null }]);
    // Who saves it again names the survivor.
    await saveActors(store, [
      actorOf('band', { memberships: [{ organisation: 'choir', from: null, until: null }] }),
    ]);
    const { rows: links } = await store.database.pool.query(
      `select organisation_key as key from actor_membership where actor_key = 'band'`,
    );
    expect(links).toEqual([{ key: 'chorus' }]);
    expect(await problemsOf(as(actingOperator).saveActor(edited(chorus), 2))).toEqual([
      "actor.key CONFLICT: 'chorus' was merged into 'singers': change that one",
    ]);
  });

  test('are refused where that makes no sense, with nothing changed', async () => {
    await saveActors(store, [actorOf('demo', { demo: true })]);
    await merge('chorus', 'choir', 1);
    await as(actingOperator).deactivateActor({ key: 'fels' }, 1);
    const before = await everyRow(store);
    const work = [
      ['choir', 'choir', 2],
      ['chorus', 'fels', 2],
      ['choir', 'chorus', 2],
      ['choir', 'demo', 2],
      ['none', 'nobody', 1],
    ] as const;
    const found: string[] = [];
    for (const [gone, left, revision] of work) {
      found.push(...(await problemsOf(merge(gone, left, revision, actingOperator))));
    }
    expect(found).toMatchInlineSnapshot(`
      [
        "survivor CONFLICT: it is the duplicate itself: name the entry that is to be left",
        "duplicate CONFLICT: it was merged into 'choir' already",
        "survivor CONFLICT: it was deactivated on 2026-11-24: reactivate it first",
        "survivor CONFLICT: it was merged itself: name 'choir'",
        "duplicate CONFLICT: one of them is an invented example, which goes with the demo",
        "duplicate UNKNOWN: there is no actor 'none': mend the key",
        "survivor UNKNOWN: there is no actor 'nobody': mend the key",
      ]
    `);
    expect(await everyRow(store)).toEqual(before);
  });

  test('are refused where the survivor would belong to itself', async () => {
    const before = await everyRow(store);
    await saveActors(store, [
      actorOf('top', { memberships: [{ organisation: 'chorus', from: null, until: null }] }),
      { ...choir, memberships: [{ organisation: 'top', from: null, until: null }] },
    ]);
    expect(await problemsOf(merge('chorus', 'choir', 1))).toEqual([
      "duplicate CONFLICT: 'choir' would belong to itself, by its membership in 'top': end one of the memberships first",
    ]);
    expect((await stored('chorus'))?.mergedInto).toBeNull();
    expect(await everyRow(store)).not.toEqual(before);
  });

  test('are merged by one of two who do it at once, the other way round too', async () => {
    for (const work of [
      () => [merge('chorus', 'choir', 1), merge('choir', 'chorus', 1)],
      () => [merge('fels', 'union', 1, actingOperator), merge('fels', 'union', 1, actingOperator)],
    ]) {
      const both = await Promise.allSettled(work());
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const lost = both.find((result) => result.status === 'rejected')?.reason;
      // The later one may begin when the earlier one is done.
      expect(lost instanceof RevisionConflict || lost instanceof InputProblems).toBe(true);
    }
  });

  test('leave the access of who represents the duplicate to the survivor', async () => {
    const issued = await createToken(store, coordinationOfAue, {
      kind: 'token',
      name: 'Chor Aue',
      grants: [grantOf('ACTOR_REPRESENTATIVE', { actor: 'chorus' })],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
    const principal = await principalOfToken(store, issued.secret);
    if (principal === null) throw new Error('the token is not known');
    const holder = as({ principal, requestId: 'request-2' });
    await expect(holder.saveActor({ ...edited(choir), name: 'x' }, 1)).rejects.toThrow(NotAllowed);
    await merge('chorus', 'choir', 1);
    const { territories, topics, languages } = (await stored('choir')) ?? choir;
    const renamed = { ...edited(choir), territories, topics, languages, name: 'Chor und Chorus' };
    expect(await holder.saveActor(renamed, 2)).toMatchObject({ name: 'Chor und Chorus', revision: 3 });
    await as(coordinationOfAue).deactivateActor({ key: 'choir' }, 3);
    await expect(holder.saveActor({ ...renamed, name: 'y' }, 4)).rejects.toThrow(NotAllowed);
  });
});

describe('what concerns only those who take part in a district', () => {
  const reads = async (acting: Acting, district: string) => {
    const [decision] = await as(acting).may('READ_INTERNAL', [{ kind: 'cooperation', district }]);
    return decision?.allowed;
  };

  test('is read by the actors whose entries it keeps, not by all who say that they work there', async () => {
    expect(await reads(representing('choir'), '16097')).toBe(true);
    expect(await reads(representing('choir'), '16099')).toBe(false);
    expect(await reads(representing('fels'), '16097')).toBe(false);
    expect(await reads(representing('fels'), '16099')).toBe(true);
    expect(await reads(representing('union'), '16097')).toBe(false);
    // Saying so makes no difference.
    await as(representing('choir')).saveActor({ ...edited(choir), territories: ['16097', '16099001'] }, 1);
    expect(await reads(representing('choir'), '16099')).toBe(false);
  });

  test('is read for a merged one as for the one that is left, and for a deactivated one no more', async () => {
    await as(actingOperator).mergeActors({ duplicate: 'fels', survivor: 'choir' }, 1);
    expect(await reads(representing('fels'), '16097')).toBe(true);
    expect(await reads(representing('fels'), '16099')).toBe(false);
    await as(coordinationOfAue).deactivateActor({ key: 'choir' }, 2);
    expect(await reads(representing('fels'), '16097')).toBe(false);
    expect(await reads(representing('choir'), '16097')).toBe(false);
  });
});
