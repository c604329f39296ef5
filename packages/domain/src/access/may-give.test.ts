import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rolesFor } from './action.ts';
import { decide, everything, mayGive, type Target } from './decide.ts';
import { type Grant, grantOf } from './grant.ts';
import { anonymous, operator } from './principal.ts';
import { roles } from './role.ts';
import { allActions, anyTarget, goodGrant, holding, placeOf } from './testing/any-access.ts';

/**
 * Actions of which a coordinator may give away what he may not do himself: to confirm what was recorded on behalf of a municipality is for
 * that municipality alone, and yet it is the coordinator who gives it its access. So it is with the position of a party.
 */
const FOR_OTHERS_ONLY = ['CONFIRM_DELIVERY', 'CONFIRM_POSITION'];

const coordinator = holding(grantOf('DISTRICT_COORDINATOR', { territory: '12070' }));

/** What a grant is held for. The actor works in Seelow only. */
function heldFor({ territory, plugin, actor }: Grant): Target {
  if (territory !== null) return { plugin, actors: [], places: [placeOf(territory)] };
  return {
    plugin,
    actors: actor === null ? [] : [actor],
    places: actor === null ? [] : [placeOf('12070008')],
  };
}

/** What is about an actor is about the places of this actor. */
function sound(target: Target): Target {
  return target.actors.length === 0 ? target : { ...target, places: [placeOf('12070008')] };
}

test('nobody does by a grant what whoever gave it could not, but for what is for others only', () => {
  const givers = fc.array(goodGrant, { minLength: 1, maxLength: 3 }).map((grants) => holding(...grants));
  const coordinators = fc
    .array(fc.constantFrom('12070', '12062', '01001'), { minLength: 1, maxLength: 2 })
    .map((keys) => holding(...keys.map((territory) => grantOf('DISTRICT_COORDINATOR', { territory }))));
  let given = 0;
  fc.assert(
    fc.property(fc.oneof(givers, coordinators), goodGrant, anyTarget.map(sound), (giver, grant, target) => {
      if (!mayGive(giver, grant, heldFor(grant)).allowed) return;
      given += 1;
      const administers = giver.grants.some(({ role }) => role === 'ADMINISTRATOR');
      for (const action of allActions) {
        if (!decide(holding(grant), action, target).allowed || FOR_OTHERS_ONLY.includes(action)) continue;
        expect({ action, administers, allowed: decide(giver, action, target).allowed }).toEqual({
          action,
          administers,
          allowed: true,
        });
      }
    }),
    { numRuns: 2_000 },
  );
  expect(given).toBeGreaterThan(100);
});

test('what is for others only is just what no coordinator and no administrator may do', () => {
  const managers = rolesFor('MANAGE_ACCESS');
  const notTheirs = allActions.filter((action) => !managers.some((role) => rolesFor(action).includes(role)));
  expect(notTheirs).toEqual(FOR_OTHERS_ONLY);
  const seelow = grantOf('MUNICIPALITY_EDITOR', { territory: '12070008' });
  expect(mayGive(coordinator, seelow, heldFor(seelow)).allowed).toBe(true);
  expect(decide(coordinator, 'CONFIRM_DELIVERY', heldFor(seelow)).allowed).toBe(false);
});

test('a coordinator gives each role in the own district, but for those that give access themselves', () => {
  const scope = (role: Grant['role']): Grant => {
    if (role === 'ACTOR_REPRESENTATIVE') return grantOf(role, { actor: 'language-school' });
    if (role === 'DATA_PARTNER') return grantOf(role, { plugin: 'opening', territory: '12070' });
    return grantOf(role, { territory: '12070' });
  };
  const given = roles.filter((role) => mayGive(coordinator, scope(role), heldFor(scope(role))).allowed);
  expect(given).toEqual(roles.filter((role) => !rolesFor('MANAGE_ACCESS').includes(role)));
});

test.each<[string, Grant]>([
  ['to a municipality of another district', grantOf('MUNICIPALITY_EDITOR', { territory: '12062024' })],
  ['for the whole Land', grantOf('ANALYST', { territory: '12' })],
  ['for the whole country', grantOf('ANALYST')],
  ['for a plug-in wherever it delivers', grantOf('DATA_PARTNER', { plugin: 'opening' })],
  ['for a plug-in in another district', grantOf('DATA_PARTNER', { plugin: 'opening', territory: '12062' })],
  ['to another coordinator', grantOf('DISTRICT_COORDINATOR', { territory: '12070' })],
  ['to an administrator', grantOf('ADMINISTRATOR')],
])('a coordinator gives nothing %s', (_, grant) => {
  expect(mayGive(coordinator, grant, heldFor(grant)).allowed).toBe(false);
  // Nor when what it is for was not looked up, or is not there.
  expect(mayGive(coordinator, grant, everything).allowed).toBe(false);
  expect(mayGive(operator, grant, heldFor(grant)).allowed).toBe(true);
});

test('an actor at work in several districts is for none of them alone to give', () => {
  const grant = grantOf('ACTOR_REPRESENTATIVE', { actor: 'language-school' });
  const both = { ...heldFor(grant), places: [placeOf('12070008'), placeOf('12062024')] };
  expect(mayGive(coordinator, grant, both)).toEqual({
    allowed: false,
    reason: 'OUTSIDE_SCOPE',
    outside: ['12062024'],
  });
});

test('nobody else gives anything', () => {
  const others = goodGrant.filter(({ role }) => !rolesFor('MANAGE_ACCESS').includes(role));
  fc.assert(
    fc.property(fc.array(others, { maxLength: 3 }), goodGrant, (own, grant) => {
      expect(mayGive(holding(...own), grant, heldFor(grant)).allowed).toBe(false);
      expect(mayGive(anonymous, grant, heldFor(grant)).allowed).toBe(false);
    }),
  );
});
