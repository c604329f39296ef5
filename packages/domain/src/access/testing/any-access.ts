import fc from 'fast-check';
import { type Action, actions } from '../action.ts';
import type { Place, Target } from '../decide.ts';
import { type Grant, grantProblems } from '../grant.ts';
import type { Principal } from '../principal.ts';
import { roles } from '../role.ts';

/**
 * What each territory of a small country lies in directly. 01001 is a district, and its own municipality; 12070300 has moved, and its key does
 * not say so.
 */
export const parents: Readonly<Record<string, readonly string[]>> = {
  DG: [],
  '01': ['DG'],
  '01001': ['01'],
  '01001000': ['01001'],
  '12': ['DG'],
  '12062': ['12'],
  '12062024': ['12062'],
  '12070': ['12'],
  '120705001': ['12070'],
  '12070004': ['120705001'],
  '12070008': ['120705001'],
  '12070125': ['12070'],
  '12070300': ['12062'],
};

export const plugins = ['population', 'opening'] as const;
export const actors = ['language-school'] as const;
export const allActions = Object.keys(actions) as readonly Action[];

/** A territory of the small country with everything that it lies in. */
export function placeOf(key: string): Place {
  const above = (one: string): readonly string[] => [one, ...(parents[one] ?? []).flatMap(above)];
  const keys = key.startsWith('01001') ? ['01001', '01001000'] : [key];
  return { keys, within: [...new Set(keys.flatMap(above))] };
}

export const anyKey = fc.constantFrom(...Object.keys(parents));
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

/** Any grant, also one that no role is held for. */
export const anyGrant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...roles),
  territory: orNull(anyKey),
  plugin: orNull(fc.constantFrom(...plugins)),
  actor: orNull(fc.constantFrom(...actors)),
});

/** A grant as it can be given. */
export const goodGrant = anyGrant.filter((grant) => grantProblems(grant).length === 0);

export const anyTarget: fc.Arbitrary<Target> = fc.record({
  plugin: orNull(fc.constantFrom(...plugins, 'nobody-holds-it')),
  actors: fc.subarray([...actors]),
  places: fc.array(anyKey.map(placeOf), { maxLength: 3 }),
});

/** Somebody with these grants. */
export function holding(...grants: readonly Grant[]): Principal {
  return { kind: 'token', id: 'token:kw_ab12cd34', name: 'Jobcenter Goslar', grants };
}
