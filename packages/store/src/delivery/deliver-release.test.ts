import {
  type Acting,
  type Grant,
  grantOf,
  InputProblems,
  NotAllowed,
  type Principal,
  type Role,
} from '@kreisweit/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actingStore } from '../access/acting-store.ts';
import type { Store } from '../open-store.ts';
import { servers } from '../testing/index.ts';
import { releaseOf, table } from '../testing/small-release.ts';
import { emptyFacts, smallStore } from '../testing/small-store.ts';
import { everyRow, figures } from '../testing/stored-rows.ts';
import type { Delivery } from './delivery.ts';

const AHORN = '16097001';
const BIRKE = '16097002';
/** The association of Birke and Buche. */
const AM_BACH = '160975001';

function acting(...grants: readonly Grant[]): Acting {
  const principal: Principal = { kind: 'token', id: 'token:kw_test', name: 'Test', grants };
  return { principal, requestId: 'request-1' };
}

const partner = acting(grantOf('DATA_PARTNER', { plugin: 'small' }));
const ahorn = acting(grantOf('MUNICIPALITY_EDITOR', { territory: AHORN }));
const amBach = acting(grantOf('ASSOCIATION_EDITOR', { territory: AM_BACH }));
const aue = acting(grantOf('DISTRICT_COORDINATOR', { territory: '16097' }));
const fels = acting(grantOf('DISTRICT_COORDINATOR', { territory: '16099' }));

describe.each(servers)('deliveries on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
  });
  beforeEach(async () => {
    await emptyFacts(store);
    await store.database.pool.query('truncate audit_entry, district_setting');
  });
  afterAll(() => store.close());

  const as = (who: Acting) => actingStore(store, who);
  const deliver = (who: Acting, text: string, kind: 'full' | 'partial' = 'partial'): Promise<Delivery> =>
    as(who).deliver(async () => releaseOf(table(text), { kind }));
  const trail = async () =>
    (
      await store.database.pool.query(
        'select what, role, identity, subject_key as subject, districts, request_id as request from audit_entry order by at',
      )
    ).rows;

  test('who delivers for a plug-in delivers for the whole country; it is attributed', async () => {
    const { cells, ...delivery } = await deliver(
      partner,
      `  residents 2015\n ${AHORN} 100\n 16099001 50`,
      'full',
    );
    expect(cells).toBe(2);
    expect(delivery).toMatchObject({ state: 'PUBLISHED', release: 1, territories: 2, onBehalfOf: [] });
    expect(await trail()).toEqual([
      {
        what: 'release.published',
        role: 'DATA_PARTNER',
        identity: 'token:kw_test',
        subject: '1',
        districts: ['16097', '16099'],
        request: 'request-1',
      },
    ]);
  });

  const refusals: readonly (readonly [string, Acting, string])[] = [
    ['a neighbour', ahorn, `${AHORN} 100\n ${BIRKE} 60`],
    ['the own district as a whole', ahorn, '16097 200'],
    ['a municipality that is no member', amBach, `${AHORN} 100`],
    ['another district', fels, `${AHORN} 100`],
    ['the Land', aue, '16 500'],
    ['a key of which nobody knows', aue, '16097999 5'],
    ['figures of another plug-in', acting(grantOf('DATA_PARTNER', { plugin: 'work' })), `${AHORN} 100`],
    ['anything, as a reader', acting(grantOf('ANALYST')), `${AHORN} 100`],
    ['anything, without signing in', acting(), `${AHORN} 100`],
    [
      'another district with two scopes of one grant',
      acting(grantOf('DATA_PARTNER', { plugin: 'small', territory: '16099' })),
      `${AHORN} 100`,
    ],
  ];

  test.each(refusals)(
    'nobody delivers %s beyond the own scope, and nothing is left of it',
    async (_, who, rows) => {
      const before = await everyRow(store);
      await expect(deliver(who, `  residents 2015\n ${rows}`)).rejects.toThrow(NotAllowed);
      expect(await everyRow(store)).toEqual(before);
    },
  );

  test('who delivers for some territories cannot replace a table, which would withdraw those of others', async () => {
    await deliver(partner, `  residents 2015\n ${AHORN} 100\n ${BIRKE} 60`, 'full');
    await expect(deliver(ahorn, `  residents 2015\n ${AHORN} 101`, 'full')).rejects.toThrow(InputProblems);
    expect(await figures(store, `municipality ${BIRKE}`, 'residents')).toMatchObject({ 2015: /^60 / });
  });

  test('whoever holds the file of others is not told what became of it', async () => {
    const text = `  residents 2015\n ${AHORN} 100`;
    await deliver(ahorn, text);
    expect(await deliver(ahorn, text)).toMatchObject({ state: 'UNCHANGED', release: 1 });
    await expect(deliver(amBach, text)).rejects.toThrow(NotAllowed);
  });

  test('an association delivers for its members, two roles together for both of theirs', async () => {
    expect(await deliver(amBach, `  residents 2015\n ${BIRKE} 60\n 16097003 40`)).toMatchObject({
      state: 'PUBLISHED',
    });
    const both = acting(...ahorn.principal.grants, ...amBach.principal.grants);
    expect(await deliver(both, `  residents 2015\n ${BIRKE} 61\n ${AHORN} 100`)).toMatchObject({
      state: 'PUBLISHED',
    });
  });

  test('what a coordinator delivers stands on behalf of the municipalities until they confirm it', async () => {
    const { release, onBehalfOf } = await deliver(
      aue,
      `  residents 2015\n ${AHORN} 100\n ${BIRKE} 60\n 16097 200`,
    );
    expect(onBehalfOf).toEqual([AHORN, BIRKE]);
    const number = release ?? 0;

    await expect(as(aue).confirmDelivery(number, AHORN)).rejects.toThrow(NotAllowed);
    await expect(as(amBach).confirmDelivery(number, AHORN)).rejects.toThrow(NotAllowed);
    await expect(as(ahorn).confirmDelivery(number + 1, AHORN)).rejects.toThrow(
      'nothing was recorded on behalf',
    );
    const confirmed = await as(ahorn).confirmDelivery(number, AHORN);
    expect(confirmed.confirmedAt).not.toBeNull();
    expect(await as(ahorn).confirmDelivery(number, AHORN)).toEqual(confirmed);
    await as(amBach).confirmDelivery(number, BIRKE);
    expect((await trail()).map(({ what, role }) => `${what} ${role}`)).toEqual([
      'release.published DISTRICT_COORDINATOR',
      'delivery.confirmed MUNICIPALITY_EDITOR',
      'delivery.confirmed ASSOCIATION_EDITOR',
    ]);
  });

  describe('where the district reviews deliveries', () => {
    beforeEach(async () => {
      await as(aue).setReview({ district: '16097', reviews: true });
    });

    test('own figures wait for its decision, and count as delivered by whoever delivered them', async () => {
      const waiting = await deliver(ahorn, `  residents 2015\n ${AHORN} 100`);
      expect(waiting).toMatchObject({ state: 'PROPOSED', release: null, proposed: 1, cells: 1 });
      expect(await deliver(ahorn, `  residents 2015\n ${AHORN} 100`)).toMatchObject({
        state: 'UNCHANGED',
        proposed: 1,
      });
      expect(await figures(store, `municipality ${AHORN}`, 'residents')).toEqual({});

      for (const stranger of [fels, ahorn, partner, acting(grantOf('ANALYST'))]) {
        await expect(as(stranger).publishProposed(1)).rejects.toThrow(NotAllowed);
        await expect(as(stranger).rejectProposed(1, { reason: 'no' })).rejects.toThrow(NotAllowed);
      }
      await expect(as(fels).previewProposed(1)).rejects.toThrow(NotAllowed);
      expect(await as(aue).publishProposed(1)).toMatchObject({ release: 1 });
      const { rows } = await store.database.pool.query('select delivered_by, delivered_role from release');
      expect(rows).toEqual([{ delivered_by: 'token:kw_test', delivered_role: 'MUNICIPALITY_EDITOR' }]);
      expect((await trail()).map(({ what, role }) => `${what} ${role}`)).toEqual([
        'district.reviewSet DISTRICT_COORDINATOR',
        'release.proposed MUNICIPALITY_EDITOR',
        'release.published DISTRICT_COORDINATOR',
      ]);
    });

    test('its own deliveries and national tables do not wait', async () => {
      expect(await deliver(aue, `  residents 2015\n ${AHORN} 100`)).toMatchObject({ state: 'PUBLISHED' });
      const national = `  residents 2014\n ${AHORN} 100\n 16099001 50`;
      expect(await deliver(partner, national, 'full')).toMatchObject({ state: 'PUBLISHED' });
      expect(await deliver(partner, `  residents 2013\n 16099001 50`)).toMatchObject({ state: 'PUBLISHED' });
      expect(await deliver(partner, `  residents 2013\n ${AHORN} 50`)).toMatchObject({ state: 'PROPOSED' });
    });

    test('proposals are listed for those who may read them, and for others as if they were not there', async () => {
      await deliver(ahorn, `  residents 2015\n ${AHORN} 100`);
      await deliver(amBach, `  residents 2015\n ${BIRKE} 60`);
      const listed = async (who: Acting) => {
        const { rows, total } = await as(who).proposedReleases({ state: null, first: 10, after: null });
        expect(rows).toHaveLength(total);
        return rows.map(({ proposed }) => proposed);
      };
      expect(await listed(aue)).toEqual([2, 1]);
      expect(await listed(partner)).toEqual([2, 1]);
      expect(await listed(acting(grantOf('ANALYST')))).toEqual([2, 1]);
      expect(await listed(ahorn)).toEqual([1]);
      expect(await listed(amBach)).toEqual([2]);
      expect(await listed(fels)).toEqual([]);
      expect(await listed(acting())).toEqual([]);
      expect(await as(aue).proposedReleases({ state: 'proposed', first: 1, after: null })).toMatchObject({
        rows: [{ proposed: 2 }],
        total: 2,
        hasNext: true,
      });
    });

    test('a coordinator who rejects says why; who may not, learns nothing', async () => {
      await deliver(ahorn, `  residents 2015\n ${AHORN} 100`);
      await as(aue).rejectProposed(1, { reason: 'wrong year' });
      expect((await trail()).at(-1)).toMatchObject({ what: 'release.rejected', districts: ['16097'] });
      // A number that there is not and one of somebody else are answered in the same words.
      const messageOf = (proposed: number) =>
        as(fels)
          .publishProposed(proposed)
          .then(String, (error: Error) => error.message);
      expect(await messageOf(1)).toBe(await messageOf(99));
    });
  });

  test('withdrawing is for those whose release it is', async () => {
    await deliver(ahorn, `  residents 2015\n ${AHORN} 100`);
    for (const stranger of [fels, ahorn, acting(grantOf('DATA_PARTNER', { plugin: 'work' }))]) {
      await expect(as(stranger).withdrawRelease(1, { reason: 'no' })).rejects.toThrow(NotAllowed);
    }
    expect(await as(aue).withdrawRelease(1, { reason: 'wrong year' })).toMatchObject({ changed: true });
    expect((await trail()).at(-1)).toMatchObject({ what: 'release.withdrawn', districts: ['16097'] });
  });

  test('the review is set by the own district only, and once', async () => {
    await expect(as(fels).setReview({ district: '16097', reviews: true })).rejects.toThrow(NotAllowed);
    await as(aue).setReview({ district: '16097', reviews: true });
    await as(aue).setReview({ district: '16097', reviews: true });
    expect(await as(aue).deliveryReview('16097')).toEqual({ district: '16097', reviews: true });
    expect(await trail()).toHaveLength(1);
    await expect(as(acting(grantOf('ADMINISTRATOR'))).deliveryReview('99999')).rejects.toThrow(InputProblems);
  });

  test('every role is asked of the store itself', async () => {
    const allowed: Role[] = [];
    const grants: readonly Grant[] = [
      grantOf('PUBLIC_READER'),
      grantOf('DATA_PARTNER', { plugin: 'small' }),
      grantOf('MUNICIPALITY_EDITOR', { territory: AHORN }),
      grantOf('ASSOCIATION_EDITOR', { territory: AM_BACH }),
      grantOf('ACTOR_REPRESENTATIVE', { actor: 'caritas' }),
      grantOf('DISTRICT_COORDINATOR', { territory: '16097' }),
      grantOf('ANALYST'),
      grantOf('ADMINISTRATOR'),
    ];
    for (const [index, grant] of grants.entries()) {
      const delivered = deliver(acting(grant), `  residents ${2000 + index}\n ${AHORN} 100`);
      await delivered.then(
        () => allowed.push(grant.role),
        (error) => expect(error).toBeInstanceOf(NotAllowed),
      );
    }
    expect(allowed).toEqual(['DATA_PARTNER', 'MUNICIPALITY_EDITOR', 'DISTRICT_COORDINATOR', 'ADMINISTRATOR']);
  });
});
