import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFree, type Status, statuses } from '../observation/status.ts';
import { boundaryHistory, isKnown } from './boundary-history.ts';
import type { BoundaryKnowledge } from './boundary-knowledge.ts';
import { type BoundaryParts, districtHistory, districtParts, municipalityParts } from './boundary-parts.ts';
import { type Fact, type FactOf, type RebasingRule, rebase } from './rebase.ts';
import { isNone, type Shares } from './shares.ts';
import {
  type AnyHistory,
  anyHistory,
  districtsOf,
  knownFromCrosswalk,
  knownFromLists,
  knownFromYears,
  type Ownership,
  reusesKeys,
} from './testing/any-history.ts';

const byArea: RebasingRule = { rollup: 'sum', apportionBy: 'area', isExact: true, ownCount: false };
const fact = (value: number): Fact => ({ value, status: 'NORMAL', flags: 0, weight: null });

/** A value for every municipality of the first day: that of its plots times any number. */
const anyValues = fc.array(fc.integer({ min: -40, max: 400 }), { minLength: 14, maxLength: 14 });

function amountOf(own: readonly number[], values: readonly number[]): number {
  return own.reduce((sum, plot) => sum + (values[plot] ?? 0), 0);
}

function totalOf(owners: Ownership | undefined, values: readonly number[]): number {
  return [...(owners?.values() ?? [])].reduce((sum, own) => sum + amountOf(own, values), 0);
}

function factsOf(owners: Ownership | undefined, values: readonly number[]): FactOf {
  return (key) => {
    const own = owners?.get(key);
    return own === undefined ? null : fact(amountOf(own, values));
  };
}

function partsOf(parts: BoundaryParts): Exclude<BoundaryParts, string> {
  if (typeof parts === 'string') throw new Error(`the parts are unknown: ${parts}`);
  return parts;
}

const first = ({ days }: AnyHistory): string => days[0] ?? '';
const last = ({ days }: AnyHistory): string => days.at(-1) ?? '';
const latest = ({ ownerships }: AnyHistory): readonly string[] => [...(ownerships.at(-1)?.keys() ?? [])];
const sources = [knownFromCrosswalk, knownFromYears, knownFromLists];
const anySource = fc.constantFrom(...sources);

/** Both histories of a country, and the facts of its districts and municipalities of the first day. */
function countryOf(
  history: AnyHistory,
  know: (history: AnyHistory) => BoundaryKnowledge,
  values: readonly number[],
) {
  const districts = districtsOf(history);
  fc.pre(know !== knownFromLists || !reusesKeys(districts));
  const ofParts = factsOf(districts.ownerships[0], values);
  const ofMembers = factsOf(history.ownerships[0], values);
  const factOf: FactOf = (key, of) => (of === 'part' ? ofParts(key, of) : ofMembers(key, of));
  const both = districtHistory(boundaryHistory(know(history)), boundaryHistory(know(districts)));
  return { both, districts, factOf };
}

test('the territories of a later day have together what those of the earlier day had', () => {
  fc.assert(
    fc.property(anyHistory(), anySource, anyValues, (history, know, values) => {
      const boundaries = boundaryHistory(know(history));
      const facts = factsOf(history.ownerships[0], values);
      const total = latest(history).reduce((sum, key) => {
        const question = { key, at: first(history), on: last(history) };
        return (
          sum + (rebase(byArea, partsOf(municipalityParts(boundaries, question)), facts).value ?? Number.NaN)
        );
      }, 0);
      expect(total).toBeCloseTo(totalOf(history.ownerships[0], values), 6);
    }),
    { numRuns: 60 },
  );
});

test('so do districts, whether their municipalities reported or not', () => {
  fc.assert(
    fc.property(anyHistory(), anySource, anyValues, fc.boolean(), (history, know, values, withMembers) => {
      const { both, districts, factOf } = countryOf(history, know, values);
      const total = latest(districts).reduce((sum, key) => {
        const parts = partsOf(districtParts(both, { key, at: first(history), on: last(history) }));
        const rebased = rebase(byArea, parts, (of, kind) =>
          kind === 'part' || withMembers ? factOf(of, kind) : null,
        );
        return sum + (rebased.value ?? Number.NaN);
      }, 0);
      expect(total).toBeCloseTo(totalOf(history.ownerships[0], values), 6);
    }),
    { numRuns: 60 },
  );
});

test('a district has what its municipalities have together', () => {
  fc.assert(
    fc.property(anyHistory(), anySource, anyValues, (history, know, values) => {
      const { both, districts, factOf } = countryOf(history, know, values);
      const [at, on] = [first(history), last(history)];
      for (const key of latest(districts)) {
        const ofDistrict = rebase(byArea, partsOf(districtParts(both, { key, at, on })), factOf).value;
        const ofMunicipalities = latest(history)
          .filter((municipality) => municipality.startsWith(key))
          .map((municipality) =>
            partsOf(municipalityParts(both.municipalities, { key: municipality, at, on })),
          )
          .reduce(
            (sum, parts) => sum + (rebase(byArea, parts, (of) => factOf(of, 'member')).value ?? Number.NaN),
            0,
          );
        expect(ofDistrict).toBeCloseTo(ofMunicipalities, 6);
      }
    }),
    { numRuns: 60 },
  );
});

test('to the same day nothing changes', () => {
  fc.assert(
    fc.property(anyHistory(), anySource, anyValues, (history, know, values) => {
      const { both, districts } = countryOf(history, know, values);
      for (const [year, day] of history.days.entries()) {
        const question = { at: day, on: day };
        for (const [of, ask] of [
          [history, (key: string) => municipalityParts(both.municipalities, { key, ...question })],
          [districts, (key: string) => districtParts(both, { key, ...question })],
        ] as const) {
          for (const [key, own] of of.ownerships[year] ?? []) {
            const rebased = rebase(byArea, partsOf(ask(key)), factsOf(of.ownerships[year], values));
            expect(rebased).toEqual({
              ...{ value: amountOf(own, values), weight: null, status: 'NORMAL', flags: 0 },
              ...{ apportioned: 0, refusal: null, isPatchy: false },
            });
          }
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('over a day in between comes out what comes out directly, where nothing was divided', () => {
  fc.assert(
    fc.property(
      anyHistory({ whole: true }),
      anySource,
      fc.nat(9),
      anyValues,
      (history, know, pick, values) => {
        const stepwise = boundaryHistory(know(history));
        const direct = boundaryHistory(knownFromCrosswalk(history));
        const between = history.days[pick % history.days.length] ?? '';
        const facts = factsOf(history.ownerships[0], values);
        const ofBetween: FactOf = (key) => {
          const parts = municipalityParts(stepwise, { key, at: first(history), on: between });
          return typeof parts === 'string' ? null : rebase(byArea, parts, facts);
        };
        for (const key of latest(history)) {
          const over = partsOf(municipalityParts(stepwise, { key, at: between, on: last(history) }));
          const straight = partsOf(municipalityParts(direct, { key, at: first(history), on: last(history) }));
          const rebased = rebase(byArea, straight, facts);
          expect(rebased.apportioned).toBe(0);
          const merged = over.map(({ source }) => ofBetween(source, 'part'));
          // A crosswalk of all days at once cannot always tell what became of whom in between.
          if (merged.includes(null)) expect(know).toBe(knownFromCrosswalk);
          else expect(rebase(byArea, over, ofBetween).value).toBe(rebased.value);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('what is known about two days inside one crosswalk is true, in both directions, where nothing was divided', () => {
  fc.assert(
    fc.property(anyHistory({ whole: true }), fc.nat(9), fc.nat(9), (history, one, other) => {
      const boundaries = boundaryHistory(knownFromCrosswalk(history));
      const [at, on] = [one % history.days.length, other % history.days.length];
      for (const [target, own] of history.ownerships[on] ?? []) {
        const found = boundaries.sourcesOf(target, at, on);
        if (!isKnown(found)) continue;
        const ofSources = found.flatMap(({ source }) => history.ownerships[at]?.get(source) ?? []);
        expect(ofSources.toSorted()).toEqual(own.toSorted());
      }
    }),
  );
});

test('what is known does not depend on the order in which it was told', () => {
  const anyOrder = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(anyHistory(), anyOrder, fc.nat(9), fc.nat(9), (history, order, one, other) => {
      const shuffled = <T>(items: readonly T[]): readonly T[] =>
        items
          .map((item) => ({ item, place: order.next().value ?? 0 }))
          .sort((left, right) => left.place - right.place)
          .map(({ item }) => item);
      const [crosswalk, years, lists] = sources.map((know) => know(history));
      const { lives = new Map() } = crosswalk ?? {};
      const crosswalks = [...(crosswalk?.crosswalks ?? []), ...(years?.crosswalks ?? [])];
      const told: BoundaryKnowledge = {
        crosswalks,
        changeLists: lists?.changeLists ?? [],
        registerDays: [],
        lives,
      };
      const toldOtherwise: BoundaryKnowledge = {
        crosswalks: shuffled(crosswalks.map((each) => ({ ...each, transfers: shuffled(each.transfers) }))),
        changeLists: shuffled(told.changeLists.map((each) => ({ ...each, steps: shuffled(each.steps) }))),
        registerDays: [],
        lives: new Map(shuffled([...lives])),
      };
      const [at, on] = [one % history.days.length, other % history.days.length];
      const answers = [told, toldOtherwise].map(boundaryHistory).map((boundaries) =>
        [...lives.keys()].map((key) => {
          const found = boundaries.sourcesOf(key, at, on);
          if (!isKnown(found))
            return { ...found, here: found.here.toSorted(), there: found.there.toSorted() };
          return found
            .map(({ source, shares }) =>
              [source, ...Object.values(shares).map((share) => share?.toFixed(9))].join(' '),
            )
            .toSorted();
        }),
      );
      expect(answers[1]).toEqual(answers[0]);
    }),
    { numRuns: 60 },
  );
});

const anyShare = fc.constantFrom(0, 0.25, 0.5, 1, null);
const anyShares: fc.Arbitrary<Shares> = fc.record({
  population: anyShare,
  area: anyShare,
  employment: anyShare,
});
const anyStatus = fc.constantFrom<Status>('NORMAL', 'NORMAL', 'NORMAL', ...statuses);
const anyFact: fc.Arbitrary<Fact | null> = fc.option(
  fc
    .record({
      status: anyStatus,
      value: fc.integer({ min: -3, max: 9 }),
      weight: fc.option(fc.nat(3)),
      flags: fc.nat(7),
    })
    .map((drawn) => ({ ...drawn, value: drawn.status === 'NORMAL' ? drawn.value : null })),
  { freq: 6 },
);
const anyRule: fc.Arbitrary<RebasingRule> = fc.record({
  rollup: fc.constantFrom('sum', 'sum', 'weightedMean', 'weightedMean', 'min'),
  apportionBy: fc.constantFrom('population', 'area', 'employment', 'none'),
  isExact: fc.boolean(),
  ownCount: fc.constant(false),
});
const anyParts = fc.array(
  fc.record({
    shares: anyShares,
    fact: anyFact,
    members: fc.array(fc.record({ shares: anyShares, fact: anyFact }), { maxLength: 3 }),
  }),
  { maxLength: 4 },
);

test('a value is a number with the status NORMAL, and none that hangs on a hidden one', () => {
  fc.assert(
    fc.property(anyRule, anyParts, (rule, drawn) => {
      const facts = new Map<string, Fact | null>();
      const parts = drawn.map((part, index) => {
        facts.set(`part ${index}`, part.fact);
        const members = part.members.map((member, at) => {
          facts.set(`member ${index}.${at}`, member.fact);
          return { source: `${index}.${at}`, shares: member.shares };
        });
        return { source: `${index}`, shares: part.shares, members };
      });
      const rebased = rebase(rule, parts, (key, of) => facts.get(`${of} ${key}`) ?? null);

      expect(rebased.value === null).toBe(rebased.status !== 'NORMAL');
      expect(rebased.refusal === null || rebased.status === 'NOT_APPLICABLE').toBe(true);
      if (rebased.value === null) {
        expect([rebased.weight, rebased.apportioned]).toEqual([null, null]);
        return;
      }
      expect(Number.isFinite(rebased.value)).toBe(true);
      expect(rebased.apportioned).toBeGreaterThanOrEqual(0);
      expect(rebased.apportioned).toBeLessThanOrEqual(1);
      const contributes = ({ area, ...other }: Shares): boolean =>
        area === 1 ||
        !isNone(rule.apportionBy === 'none' ? other.population : { area, ...other }[rule.apportionBy]);
      for (const part of drawn) {
        const isHidden = part.fact !== null && !isFree(part.fact.status);
        if (contributes(part.shares)) expect(isHidden).toBe(false);
      }
    }),
    { numRuns: 2000 },
  );
});
