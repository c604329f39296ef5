import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isValidOn } from '../task/validity.ts';
import { circularMemberships, type MembershipOf } from './circular-memberships.ts';

const DAYS = ['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04'];
const key = fc.constantFrom('a', 'b', 'c', 'd');
const day = fc.option(fc.constantFrom(...DAYS));
const membership = fc.record<MembershipOf>({ actor: key, organisation: key, from: day, until: day });

/** The same, by following every way on every day. */
function leadsBack(membership: MembershipOf, all: readonly MembershipOf[]): boolean {
  return ['2019-12-31', ...DAYS, '2020-01-05'].some((on) => {
    const valid = all.filter((other) => isValidOn(other, on));
    const ways = (from: string, left: number): readonly string[] =>
      left === 0
        ? [from]
        : [
            from,
            ...valid.flatMap(({ actor, organisation }) =>
              actor === from ? ways(organisation, left - 1) : [],
            ),
          ];
    return isValidOn(membership, on) && ways(membership.organisation, 4).includes(membership.actor);
  });
}

test('finds the memberships that lead back on some day, and no other', () => {
  fc.assert(
    fc.property(
      fc.array(membership, { maxLength: 4 }),
      fc.array(membership, { maxLength: 3 }),
      (own, others) => {
        const expected = own.filter((one) => leadsBack(one, [...own, ...others]));
        expect([...circularMemberships(own, others)].length).toBe(expected.length);
        expect(circularMemberships(own, others)).toEqual(new Set(expected));
      },
    ),
    { numRuns: 200 },
  );
});
