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
import { proposeRelease } from '../review/propose-release.ts';
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
  const principal: Principal = { kind: 'person', id: 'person:test', name: 'Test', grants };
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
        identity: 'person:test',
        subject: '1',
        districts: ['16097', '16099'],
        request: 'request-1',
      },
    ]);
  });

  test('a key that names the association of others is refused: its sums would change', async () => {
    // Ahorn's own municipality, by an ARS that claims that it belongs to the association of Birke and Buche.
    await expect(deliver(ahorn, '  residents 2015\n 160975001001 100000')).rejects.toThrow(NotAllowed);
    expect(await deliver(ahorn, `  residents 2015\n ${AHORN} 100`)).toMatchObject({ state: 'PUBLISHED' });
  });

  test('a refusal is the same whether the file is known or not', async () => {
    await deliver(ahorn, `  residents 2015\n ${AHORN} 100`);
    const messageOf = (text: string) => deliver(fels, text).then(String, (error: Error) => error.message);
    expect(await messageOf(`  residents 2015\n ${AHORN} 100`)).toBe(
      await messageOf(`  residents 2015\n ${AHORN} 101`),
    );
  });

  test('a whole table is decided on and withdrawn only by those who may do so everywhere', async () => {
    await deliver(partner, `  residents 2015\n ${AHORN} 100\n 16099001 50`, 'full');
    await deliver(partner, '  residents 2015\n 16099001 51', 'full');
    await expect(as(fels).withdrawRelease(2, { reason: 'wrong' })).rejects.toThrow(NotAllowed);
    expect(await as(partner).withdrawRelease(2, { reason: 'wrong' })).toMatchObject({ restored: 2 });
    await proposeRelease(store, releaseOf(table('  residents 2015\n 16099001 52')));
    await expect(as(fels).publishProposed(1)).rejects.toThrow(NotAllowed);
    expect(await as(acting(grantOf('ADMINISTRATOR'))).publishProposed(1)).toMatchObject({ changed: true });
  });

  test('whether own counts of others break a rule is told to nobody over the API', async () => {
    await deliver(ahorn, `  asked 2015\n ${AHORN} 2`);
    const other: Acting = { ...aue, principal: { ...aue.principal, id: 'person:other' } };
    // Birke contradicts itself, so that nothing is ever stored.
    const refusalOf = (count: number) =>
      deliver(
        other,
        `  asked 2015  asked 2015 female  asked 2015 male\n ${AHORN} _ ${count} 0\n ${BIRKE} 5 9 0`,
      ).then(String, (error: Error) => error.message);
    const [fitting, ...others] = [await refusalOf(2), await refusalOf(3), await refusalOf(9)];
    expect(fitting).toContain(BIRKE);
    expect(others).toEqual([fitting, fitting]);
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
      expect(rows).toEqual([{ delivered_by: 'person:test', delivered_role: 'MUNICIPALITY_EDITOR' }]);
      expect((await trail()).map(({ what, role }) => `${what} ${role}`)).toEqual([
        'district.reviewSet DISTRICT_COORDINATOR',
        'release.proposed MUNICIPALITY_EDITOR',
        'release.published DISTRICT_COORDINATOR',
      ]);
    });

    test('a role for another place does not take the decision from it', async () => {
      const both = acting(...ahorn.principal.grants, ...fels.principal.grants);
      expect(await deliver(both, `  residents 2015\n 16099001 50\n ${AHORN} 100`)).toMatchObject({
        state: 'PROPOSED',
      });
      expect(await deliver(both, '  residents 2015\n 16099001 51')).toMatchObject({
        state: 'PUBLISHED',
        onBehalfOf: ['16099001'],
      });
    });

    test('a municipality that no register knows is decided on by the district of its digits, whatever else comes', async () => {
      expect(await deliver(partner, '  residents 2015\n 16097888 5')).toMatchObject({ state: 'PROPOSED' });
      await deliver(partner, '  residents 2015\n 16099777 7');
      await expect(as(fels).publishProposed(1)).rejects.toThrow(NotAllowed);
      expect(await as(aue).publishProposed(1)).toMatchObject({ changed: true });
      expect((await trail()).at(-1)).toMatchObject({ what: 'release.published', districts: ['16097'] });
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
