import { describe, expect, test } from 'vitest';
import { flagBits } from '../observation/flags.ts';
import type { Status } from '../observation/status.ts';
import type { BoundaryPart } from './boundary-parts.ts';
import { type Fact, type RebasingRule, rebase } from './rebase.ts';
import { type Shares, UNKNOWN, WHOLE } from './shares.ts';

const sum: RebasingRule = { rollup: 'sum', apportionBy: 'population', isExact: true, ownCount: false };
const mean: RebasingRule = { ...sum, rollup: 'weightedMean' };

const share = (
  population: number | null,
  area: number | null = 0.5,
  employment: number | null = null,
): Shares => ({
  population,
  area,
  employment,
});
const NOTHING = share(0, 0, 0);
const fact = (value: number | null, status: Status = 'NORMAL', weight: number | null = null): Fact => ({
  value,
  status,
  flags: 0,
  weight,
});
const weighted = (value: number, weight: number | null): Fact => fact(value, 'NORMAL', weight);
const hidden = fact(null, 'CONFIDENTIAL');
const missing = fact(null, 'NOT_AVAILABLE');

type Told = { readonly shares: Shares; readonly fact: Fact | null };
type ToldPart = Told & { readonly members?: readonly Told[] };

/** Carries over what is told of each part and its members. */
function rebased(rule: RebasingRule, ...told: readonly ToldPart[]) {
  const facts = new Map<string, Fact | null>();
  const parts = told.map(({ shares, fact: own, members = [] }, index): BoundaryPart => {
    facts.set(`part ${index}`, own);
    return {
      source: `${index}`,
      shares,
      members: members.map((member, at) => {
        facts.set(`member ${index}.${at}`, member.fact);
        return { source: `${index}.${at}`, shares: member.shares };
      }),
    };
  });
  return rebase(rule, parts, (key, of) => facts.get(`${of} ${key}`) ?? null);
}

const whole = (own: Fact | null): ToldPart => ({ shares: WHOLE, fact: own });

describe('refused', () => {
  test.each(['min', 'max', 'count', 'none'] as const)('%s adds up by no rule', (rollup) => {
    expect(rebased({ ...sum, rollup }, whole(fact(1)))).toMatchObject({
      value: null,
      refusal: 'DOES_NOT_ADD_UP',
    });
  });

  test('own counts of persons', () => {
    expect(rebased({ ...sum, ownCount: true }, whole(fact(1)))).toMatchObject({
      value: null,
      refusal: 'OWN_COUNT',
    });
  });

  test('a division without a weight or without leave, whichever part it stands in', () => {
    const divided = { shares: share(null), fact: fact(7) };
    const [before, after] = [rebased(sum, divided, whole(fact(1))), rebased(sum, whole(fact(1)), divided)];
    expect(before).toMatchObject({ value: null, status: 'NOT_APPLICABLE', refusal: 'NO_WEIGHT' });
    expect(after).toEqual(before);
    expect(rebased({ ...sum, apportionBy: 'none' }, { shares: share(0.4), fact: fact(7) })).toMatchObject({
      refusal: 'NOT_APPORTIONABLE',
    });
    expect(
      rebased({ ...sum, apportionBy: 'employment' }, { shares: share(0.4), fact: fact(7) }),
    ).toMatchObject({
      refusal: 'NO_WEIGHT',
    });
  });

  test('and patchy even so: the table may stand on later boundaries', () => {
    const members = [
      { shares: WHOLE, fact: null },
      { shares: NOTHING, fact: fact(4) },
    ];
    expect(rebased(sum, { shares: UNKNOWN, fact: fact(9), members })).toMatchObject({
      ...{ refusal: 'NO_WEIGHT', isPatchy: true },
    });
  });
});

describe('sums', () => {
  test('wholes exactly, shares as an estimate', () => {
    expect(rebased(sum, whole(fact(10)), whole(fact(-4)))).toMatchObject({
      value: 6,
      flags: 0,
      apportioned: 0,
    });
    expect(rebased(sum, whole(fact(10)), { shares: share(0.25), fact: fact(40) })).toMatchObject({
      ...{ value: 20, flags: flagBits.ESTIMATED, apportioned: 0.5 },
    });
  });

  test('whoever has all inhabitants has the whole, whoever has none has nothing', () => {
    expect(rebased(sum, { shares: share(1, 0.9), fact: fact(7) })).toMatchObject({ value: 7, flags: 0 });
    expect(rebased(sum, whole(fact(1)), { shares: share(0, 0.1), fact: fact(7) })).toMatchObject({
      value: 1,
    });
    const rule = { ...sum, apportionBy: 'none' } as const;
    expect(rebased(rule, { shares: share(1, 0.9), fact: fact(7) })).toMatchObject({ value: 7, flags: 0 });
  });

  test('nothing is divided by any weight, also an unknown one', () => {
    expect(rebased(sum, whole(fact(3)), { shares: share(null), fact: fact(0) })).toMatchObject({
      value: 3,
      flags: 0,
    });
  });

  test('where there is no value nothing has to be divided: its own reason is the answer', () => {
    const none = { ...sum, apportionBy: 'none' } as const;
    expect(rebased(none, { shares: share(0.4), fact: missing })).toMatchObject({
      status: 'NOT_AVAILABLE',
      refusal: null,
    });
    expect(rebased(sum, { shares: share(null), fact: hidden })).toMatchObject({
      status: 'CONFIDENTIAL',
      refusal: null,
    });
  });

  test('gains and losses that cancel each other out have an apportioned share between 0 and 1', () => {
    expect(rebased(sum, whole(fact(-5)), { shares: share(0.5), fact: fact(10) })).toMatchObject({
      ...{ value: 0, apportioned: 0.5, flags: flagBits.ESTIMATED },
    });
  });

  test('rounded values that were added up are an estimate', () => {
    const rounded = { ...sum, isExact: false };
    expect(rebased(rounded, whole(fact(10)), whole(fact(5)))).toMatchObject({
      value: 15,
      flags: flagBits.ESTIMATED,
    });
    expect(rebased(rounded, whole(fact(10)))).toMatchObject({ value: 10, flags: 0 });
  });

  test('an incomplete sum is no value', () => {
    expect(rebased(sum, whole(fact(10)), whole(null))).toMatchObject({
      value: null,
      status: 'INCOMPLETE',
      isPatchy: true,
    });
    expect(rebased(sum, whole(fact(10)), whole(fact(null)))).toMatchObject({
      value: null,
      status: 'INCOMPLETE',
    });
    expect(rebased(sum, whole(null), whole(missing))).toMatchObject({
      value: null,
      status: 'NOT_AVAILABLE',
      isPatchy: false,
    });
    expect(rebased(sum)).toMatchObject({ value: null, status: 'NOT_AVAILABLE' });
  });
});

describe('hidden', () => {
  test.each(['CONFIDENTIAL', 'CONFIDENTIAL_OR_UNKNOWN'] as const)('a %s part hides the sum', (status) => {
    const result = rebased(sum, whole(fact(10)), { shares: share(0.3), fact: fact(null, status) });
    expect(result).toMatchObject({ value: null, weight: null, status, apportioned: null });
  });

  test('a hidden total of a divided district stays hidden though its municipalities are free', () => {
    const members = [
      { shares: WHOLE, fact: fact(3) },
      { shares: NOTHING, fact: fact(4) },
    ];
    expect(rebased(sum, { shares: share(0.4), fact: hidden, members })).toMatchObject({
      value: null,
      status: 'CONFIDENTIAL',
    });
  });

  test('of a free total with a hidden municipality the share is told, never the sum of the others', () => {
    const members = (moved: Fact, stayed: Fact) => [
      { shares: WHOLE, fact: moved },
      { shares: WHOLE, fact: fact(5) },
      { shares: NOTHING, fact: stayed },
    ];
    for (const [moved, stayed] of [
      [fact(30), hidden],
      [hidden, fact(60)],
    ] as const) {
      const result = rebased(sum, { shares: share(0.5), fact: fact(100), members: members(moved, stayed) });
      expect(result).toMatchObject({ value: 50, flags: flagBits.ESTIMATED, apportioned: 1 });
    }
    const unweighted = { shares: UNKNOWN, fact: fact(100), members: members(fact(30), hidden) };
    expect(rebased(sum, unweighted)).toMatchObject({ value: null, refusal: 'NO_WEIGHT' });
  });

  test('without a total, a hidden municipality leaves nothing to tell', () => {
    const members = [
      { shares: WHOLE, fact: hidden },
      { shares: WHOLE, fact: fact(5) },
    ];
    expect(rebased(sum, { shares: share(0.5), fact: null, members })).toMatchObject({ value: null });
  });
});

describe('the municipalities of a divided district', () => {
  const district = (own: Fact | null, ...facts: readonly (Fact | null)[]): ToldPart => ({
    shares: share(0.4),
    fact: own,
    members: facts.map((member, at) => ({ shares: at === 0 ? WHOLE : NOTHING, fact: member })),
  });

  test('are added up where they make up its value, or all of it without one', () => {
    expect(rebased(sum, district(fact(10), fact(3), fact(7)))).toMatchObject({ value: 3, flags: 0 });
    expect(rebased(sum, district(fact(0.3), fact(0.1), fact(0.2)))).toMatchObject({ value: 0.1, flags: 0 });
    expect(rebased(sum, district(null, fact(3), fact(7)))).toMatchObject({ value: 3, flags: 0 });
    expect(rebased(sum, district(null, fact(3), null))).toMatchObject({ value: null });
  });

  test('are not where they do not make it up: it is divided', () => {
    const estimate = { value: 4.4, flags: flagBits.ESTIMATED, apportioned: 1 };
    expect(rebased(sum, district(fact(11), fact(3), fact(7)))).toMatchObject(estimate);
    expect(rebased(sum, district(fact(11), fact(3), null))).toMatchObject(estimate);
  });

  test('uninhabited ones need no value', () => {
    for (const none of [null, missing]) {
      expect(rebased(sum, district(fact(10), fact(3), fact(7), none))).toMatchObject({ value: 3, flags: 0 });
    }
  });

  test('without a value count as nothing only where nothing can be negative', () => {
    const result = rebased(sum, district(fact(10), fact(-3), fact(13), null, null));
    expect(result).toMatchObject({ value: 4, flags: flagBits.ESTIMATED });
  });

  test('that came without inhabitants are counted once, though who has all inhabitants has the whole', () => {
    const [village, forest] = [fact(95), fact(5)];
    const staying = {
      ...{ shares: share(1, 0.9), fact: fact(100) },
      members: [
        { shares: WHOLE, fact: village },
        { shares: NOTHING, fact: forest },
      ],
    };
    const moving = {
      ...{ shares: share(0, 0.1), fact: fact(100) },
      members: [
        { shares: NOTHING, fact: village },
        { shares: share(null, 1), fact: forest },
      ],
    };
    expect(rebased(sum, staying).value).toBe(95);
    expect(rebased(sum, moving).value).toBe(5);
  });
});

describe('means', () => {
  test('are weighted, also a mean of nothing', () => {
    expect(rebased(mean, whole(weighted(10, 1)), whole(weighted(20, 3)))).toMatchObject({
      value: 17.5,
      weight: 4,
      flags: 0,
    });
    expect(
      rebased(mean, whole(weighted(10, 10)), { shares: share(0.5), fact: weighted(0, 20) }),
    ).toMatchObject({
      ...{ value: 5, weight: 20, flags: flagBits.ESTIMATED, apportioned: 0.5 },
    });
    expect(
      rebased(mean, whole(weighted(10, 10)), { shares: share(null), fact: weighted(0, 20) }),
    ).toMatchObject({
      refusal: 'NO_WEIGHT',
    });
  });

  test('a missing weight is a missing member', () => {
    expect(rebased(mean, whole(weighted(10, 1)), whole(weighted(20, null)))).toMatchObject({
      ...{ value: null, weight: null, status: 'INCOMPLETE' },
    });
  });

  test('of one territory needs no weight; of a part of it, it is an estimate', () => {
    expect(rebased(mean, whole(weighted(10, null)))).toMatchObject({
      value: 10,
      weight: null,
      flags: 0,
      apportioned: 0,
    });
    const part = rebased(mean, { shares: share(0.3), fact: weighted(10, null) });
    expect(part).toMatchObject({ value: 10, flags: flagBits.ESTIMATED, apportioned: 1 });
  });

  test('that weigh nothing together have none', () => {
    const result = rebased(mean, whole(weighted(10, 0)), whole(weighted(20, 0)));
    expect(result).toMatchObject({ value: null, status: 'NOT_APPLICABLE', refusal: null });
  });

  test('of municipalities count where their weights make up that of the district', () => {
    const district = (weight: number, ...weights: readonly (number | null)[]): ToldPart => ({
      shares: share(0.4),
      fact: weighted(16, weight),
      members: weights.map((own, at) => ({
        shares: at === 0 ? WHOLE : NOTHING,
        fact: weighted(10 + at * 10, own),
      })),
    });
    expect(rebased(mean, district(10, 4, 6))).toMatchObject({ value: 10, flags: 0 });
    expect(rebased(mean, district(11, 4, 6))).toMatchObject({ value: 16, flags: flagBits.ESTIMATED });
    expect(rebased(mean, district(10, 4, null))).toMatchObject({ value: 16, flags: flagBits.ESTIMATED });
    // Nobody lives in a third one: all that weighs has moved as a whole.
    const { members = [], ...whole } = district(10, 4, 6);
    const uninhabited = { shares: share(0, 0.1, 0), fact: null };
    expect(rebased(mean, { ...whole, members: [...members, uninhabited] })).toMatchObject({
      value: 10,
      flags: 0,
    });
    expect(rebased(mean, { ...whole, fact: fact(16), members: [...members, uninhabited] })).toMatchObject({
      value: 16,
      flags: flagBits.ESTIMATED,
      weight: null,
    });
  });
});
