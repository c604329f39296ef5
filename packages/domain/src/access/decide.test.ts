import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rolesFor } from './action.ts';
import { decide, everything, type Target } from './decide.ts';
import { type Grant, grantOf } from './grant.ts';
import { anonymous, operator } from './principal.ts';
import {
  actors,
  allActions,
  anyGrant,
  anyTarget,
  holding,
  parents,
  placeOf,
  plugins,
} from './testing/any-access.ts';

const anyAction = fc.constantFrom(...allActions);
const anyGrants = fc.array(anyGrant, { maxLength: 4 });
const allowed = (grants: readonly Grant[], action: (typeof allActions)[number], target: Target) =>
  decide(holding(...grants), action, target).allowed;

/**
 * The model: a grant is the set of all that it reaches, written out, with the tree of territories walked down; something may be done when
 * all of it is in the union. `nowhere` stands for what is about no certain territory.
 */
function reach({ role, territory, plugin, actor }: Grant): readonly string[] {
  const below = (key: string): readonly string[] => [
    key,
    ...Object.keys(parents)
      .filter((child) => parents[child]?.includes(key))
      .flatMap(below),
  ];
  // Each of the two names of a kreisfreie Stadt reaches the whole of it.
  const places = (key: string) => below(key === '01001000' ? '01001' : key);
  const where = territory === null ? [...Object.keys(parents), 'nowhere'] : places(territory);
  const whose = plugin === null ? [...plugins, 'nobody-holds-it', null] : [plugin];
  const who = actor === null ? [...actors, null] : [actor];
  return allActions
    .filter((action) => rolesFor(action).includes(role))
    .flatMap((action) =>
      where.flatMap((one) => whose.flatMap((of) => who.map((by) => [action, one, of, by].join()))),
    );
}

test('decides as the model that writes out everything that each grant reaches', () => {
  fc.assert(
    fc.property(anyGrants, anyAction, anyTarget, (grants, action, target) => {
      const reached = new Set(grants.flatMap(reach));
      const where = target.places.length === 0 ? ['nowhere'] : target.places.map(({ keys }) => keys[0]);
      const wanted = where.map((one) => [action, one, target.plugin, target.actors].join());
      expect(allowed(grants, action, target)).toBe(wanted.every((cell) => reached.has(cell)));
    }),
    { numRuns: 1_000 },
  );
});

test('more grants never allow less', () => {
  fc.assert(
    fc.property(anyGrants, anyGrants, anyAction, anyTarget, (grants, others, action, target) => {
      fc.pre(allowed(grants, action, target));
      expect(allowed([...others, ...grants], action, target)).toBe(true);
      expect(allowed([...grants, ...others], action, target)).toBe(true);
    }),
  );
});

test('a grant that one scope less narrows reaches at least as far', () => {
  const scope = fc.constantFrom('territory', 'plugin', 'actor');
  fc.assert(
    fc.property(anyGrant, anyGrants, scope, anyAction, anyTarget, (grant, others, name, action, target) => {
      fc.pre(allowed([grant, ...others], action, target));
      expect(allowed([{ ...grant, [name]: null }, ...others], action, target)).toBe(true);
    }),
  );
});

test('of several places each must be covered, by whichever grant', () => {
  fc.assert(
    fc.property(anyGrants, anyAction, anyTarget, (grants, action, target) => {
      fc.pre(target.places.length > 0);
      const each = target.places.map((place) => allowed(grants, action, { ...target, places: [place] }));
      expect(allowed(grants, action, target)).toBe(each.every(Boolean));
    }),
  );
});

test('nobody reaches outside of what all the own grants are for, and is told where', () => {
  fc.assert(
    fc.property(anyGrants, anyAction, anyTarget, (grants, action, target) => {
      const own = grants.map((grant) => ({ ...grant, territory: '12070' }));
      const outside = target.places.filter(({ within }) => !within.includes('12070'));
      fc.pre(outside.length > 0 || target.places.length === 0);
      const decision = decide(holding(...own), action, target);
      expect(decision.allowed).toBe(false);
      if (decision.allowed || decision.reason !== 'OUTSIDE_SCOPE') return;
      for (const { keys } of outside) expect(decision.outside).toContain(keys[0]);
    }),
  );
});

test('names five places at most', () => {
  const places = Array.from({ length: 7 }, (_, index) => placeOf(`1206200${index}`));
  const coordinator = holding(grantOf('DISTRICT_COORDINATOR', { territory: '12070' }));
  expect(decide(coordinator, 'DELIVER', { ...everything, places })).toEqual({
    allowed: false,
    reason: 'OUTSIDE_SCOPE',
    outside: ['12062000', '12062001', '12062002', '12062003', '12062004'],
  });
});

test('the role that is answered is one that somebody holds and that may', () => {
  fc.assert(
    fc.property(anyGrants, anyAction, anyTarget, (grants, action, target) => {
      const decision = decide(holding(...grants), action, target);
      if (!decision.allowed) return;
      expect(grants.map(({ role }) => role)).toContain(decision.role);
      expect(rolesFor(action)).toContain(decision.role);
    }),
  );
});

test('whoever has not signed in may do nothing, and whoever has without a role neither', () => {
  fc.assert(
    fc.property(anyAction, anyTarget, (action, target) => {
      const nothing = { allowed: false, outside: [] };
      expect(decide(anonymous, action, target)).toEqual({ ...nothing, reason: 'NOT_SIGNED_IN' });
      expect(decide(holding(), action, target)).toEqual({ ...nothing, reason: 'ROLE_MISSING' });
      expect(decide(holding(...anonymous.grants), action, target)).toEqual({
        ...nothing,
        reason: 'ROLE_MISSING',
      });
    }),
  );
});

test('whoever has the database may do everything that an administrator may', () => {
  for (const action of allActions) {
    const mayDo = rolesFor(action).includes('ADMINISTRATOR');
    expect(decide(operator, action, everything).allowed).toBe(mayDo);
  }
});
