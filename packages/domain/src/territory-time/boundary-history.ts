import type {
  BoundaryKnowledge,
  ChangeStep,
  ChangeTable,
  CrosswalkTable,
  Life,
  Transfer,
} from './boundary-knowledge.ts';
import { addShares, isNone, isSameArea, multiplyShares, type Shares, WHOLE } from './shares.ts';

/** A territory of an earlier (or later) state with its share in the one that was asked for. */
export type SourceShare = { readonly source: string; readonly shares: Shares };

/** Why nobody can say what a territory consisted of. */
export type BoundaryGap =
  /** No list of changes and no crosswalk reaches from one day to the other. */
  | 'NO_CHANGES_KNOWN'
  /** Several territories became several others in between, and the sources do not say which became which. */
  | 'AMBIGUOUS'
  /** The territory became part of a larger one, which is not divided again. */
  | 'MERGED_SINCE';

/**
 * Why nobody can say what a territory consisted of, with the territories that became the same: those of the state of
 * the territory (`here`) and those of the state that was asked for (`there`).
 */
export type UnknownSources = {
  readonly gap: BoundaryGap;
  readonly here: readonly string[];
  readonly there: readonly string[];
};

/** What a territory consists of: the territories of a state with their shares in it, or why nobody can say. */
export type Sources = readonly SourceShare[] | UnknownSources;

/** True where it is known what a territory consists of. */
export function isKnown(sources: Sources): sources is readonly SourceShare[] {
  return Array.isArray(sources);
}

/** The boundaries of all territories of a kind over time. A state is a day on which they are known, by its number. */
export type BoundaryHistory = {
  /** The days whose boundaries are known, ascending (ISO). */
  readonly states: readonly string[];
  /** The state in force on a day: the last one known at or before it; -1 before the first, of which nothing is known. */
  readonly stateOn: (day: string) => number;
  readonly isLive: (key: string, state: number) => boolean;
  /** All territories that any source knows. */
  readonly keys: readonly string[];
  /** What the territory `target` of the state `on` consists of, in the territories of the state `at`. */
  readonly sourcesOf: (target: string, at: number, on: number) => Sources;
};

const NOTHING_KNOWN: UnknownSources = Object.freeze({ gap: 'NO_CHANGES_KNOWN', here: [], there: [] });

type Step = (key: string) => readonly SourceShare[];

/** A way from a state to a later one. `back` answers what a later territory consists of, `forth` what became of one. */
type Edge = { readonly to: number; readonly back: Step; readonly forth: Step };

/**
 * Brings everything that is known about boundaries together, so that it can be asked in any direction.
 *
 * A crosswalk leads from each of its days straight to its target day, a list of changes from state to state within the
 * time it covers. Where both days lie before the day that a crosswalk leads to, or the boundaries of an earlier day are
 * asked for, what became of both is compared: territories that stayed among themselves are the same, those that all
 * became one are that one, and everything else is left open rather than guessed.
 */
export function boundaryHistory(knowledge: BoundaryKnowledge): BoundaryHistory {
  const { crosswalks, changeLists, registerDays, lives } = knowledge;
  const states = statesOf(knowledge);
  const number = new Map(states.map((day, state) => [day, state]));
  /** What the crosswalks of a state say about a territory: whether it was there, or null where they do not know it. */
  const witnesses = states.map((): ((key: string) => boolean | null)[] => []);
  const edges = states.map((): Edge[] => []);
  for (const crosswalk of crosswalks.toSorted(bySize)) addCrosswalk(crosswalk);
  addChanges();
  joinRegisters();

  function countsAsLive(key: string, state: number): boolean {
    return isInForce(lives.get(key), states[state] ?? '');
  }

  /** A key may be given again years after it was given up; then a crosswalk knows better than the ends of its life. */
  function isLive(key: string, state: number): boolean {
    for (const witness of witnesses[state] ?? []) {
      const answer = witness(key);
      if (answer !== null) return answer;
    }
    return countsAsLive(key, state);
  }

  function addCrosswalk({ days, on, transfers }: CrosswalkTable): void {
    const to = number.get(on);
    if (to === undefined) return;
    const bySource = Map.groupBy(transfers, ({ source }) => source);
    const byTarget = Map.groupBy(transfers, ({ target }) => target);
    const isNamed = (key: string): boolean => bySource.has(key) || byTarget.has(key);
    witnesses[to]?.push((key) => (isNamed(key) ? byTarget.has(key) : null));
    for (const day of days) {
      const from = number.get(day);
      if (from === undefined || from >= to) continue;
      const onDay = (transfer: Transfer): boolean => transfer.from <= day && transfer.until >= day;
      witnesses[from]?.push((key) => (isNamed(key) ? (bySource.get(key)?.some(onDay) ?? false) : null));
      // What the crosswalk does not know (areas of the sea) stayed as it was, where it was there.
      const unknown = (key: string): readonly SourceShare[] =>
        isNamed(key) || !isLive(key, from) || !isLive(key, to) ? [] : [{ source: key, shares: WHOLE }];
      edges[from]?.push({
        to,
        back: (key) => {
          const found = byTarget.get(key)?.filter(onDay) ?? [];
          return found.length > 0 ? found : unknown(key);
        },
        forth: (key) => {
          const found = bySource.get(key)?.filter(onDay) ?? [];
          return found.length > 0
            ? found.map(({ target, shares }) => ({ source: target, shares }))
            : unknown(key);
        },
      });
    }
  }

  function addChanges(): void {
    for (const [state, day] of states.entries()) {
      const next = states[state + 1];
      if (next === undefined) continue;
      const covering = changeLists.filter(
        ({ from, until }) => from <= next && next <= until && from <= dayAfter(day),
      );
      if (covering.length === 0) continue;
      const today = stepsOfDay(covering, next);
      const bySource = Map.groupBy(today, ({ source }) => source);
      const byTarget = Map.groupBy(today, ({ target }) => target);
      const stayed = (key: string): readonly SourceShare[] =>
        !bySource.has(key) && isLive(key, state) && isLive(key, state + 1)
          ? [{ source: key, shares: WHOLE }]
          : [];
      edges[state]?.push({
        to: state + 1,
        back: (key) => [
          ...stayed(key),
          ...(byTarget.get(key) ?? []).map(({ source, shares }) => ({ source, shares })),
        ],
        forth: (key) => [
          ...stayed(key),
          ...(bySource.get(key) ?? []).map(({ target, shares }) => ({ source: target, shares })),
        ],
      });
    }
  }

  /**
   * A register that shows the very territories of the state before or after it: nothing is known to have changed. It is
   * joined to the state before where that leads nowhere else, and leads where its neighbour does where it leads nowhere.
   */
  function joinRegisters(): void {
    const keys = [...lives.keys()];
    const isSame = (one: number, other: number): boolean =>
      keys.every((key) => countsAsLive(key, one) === countsAsLive(key, other));
    const registers = states.flatMap((day, state) => (registerDays.includes(day) ? [state] : []));
    for (const state of registers) {
      const before = state - 1;
      if (edges[before]?.length !== 0 || !isSame(before, state)) continue;
      const same: Step = (key) => (isLive(key, state) ? [{ source: key, shares: WHOLE }] : []);
      edges[before].push({ to: state, back: same, forth: same });
    }
    for (const state of registers.toReversed()) {
      if (edges[state]?.length !== 0) continue;
      const onwards = [state + 1, state - 1]
        .filter((other) => isSame(other, state))
        .map((other) => (edges[other] ?? []).filter(({ to }) => to > state));
      edges[state].push(...(onwards.find((found) => found.length > 0) ?? []));
    }
  }

  const paths = new Map<string, readonly Edge[] | null>();

  /** The shortest way from a state to a later one; null where there is none. */
  function path(from: number, to: number): readonly Edge[] | null {
    const name = `${from} ${to}`;
    const known = paths.get(name);
    if (known !== undefined) return known;
    let ways: readonly { readonly at: number; readonly way: readonly Edge[] }[] = [{ at: from, way: [] }];
    const visited = new Set([from]);
    let found: readonly Edge[] | null = from === to ? [] : null;
    while (ways.length > 0 && found === null) {
      const next = ways.flatMap(({ at, way }) =>
        (edges[at] ?? []).flatMap((edge) => {
          if (edge.to > to || visited.has(edge.to)) return [];
          visited.add(edge.to);
          return [{ at: edge.to, way: [...way, edge] }];
        }),
      );
      found = next.find(({ at }) => at === to)?.way ?? null;
      ways = next;
    }
    paths.set(name, found);
    return found;
  }

  /** The first state that both lead to. */
  function meeting(one: number, other: number): number | null {
    for (let state = Math.max(one, other); state < states.length; state += 1) {
      if (path(one, state) !== null && path(other, state) !== null) return state;
    }
    return null;
  }

  function sourcesOf(target: string, at: number, on: number): Sources {
    if (at < 0 || on < 0) return NOTHING_KNOWN;
    if (at === on) return [{ source: target, shares: WHOLE }];
    const way = at < on ? path(at, on) : null;
    if (way !== null) return follow(target, backwards(way)) ?? NOTHING_KNOWN;
    const meet = meeting(at, on);
    const there = meet === null ? null : path(at, meet);
    const here = meet === null ? null : path(on, meet);
    if (there === null || here === null) return NOTHING_KNOWN;
    return relatives(target, there, here);
  }

  return {
    states,
    stateOn: (day) => states.findLastIndex((state) => state <= day),
    isLive,
    keys: [...lives.keys()],
    sourcesOf,
  };
}

function statesOf({ crosswalks, changeLists, registerDays }: BoundaryKnowledge): readonly string[] {
  const days = [
    ...registerDays,
    ...crosswalks.flatMap(({ days, on }) => [...days, on]),
    ...changeLists.flatMap(({ from, steps }) => [dayBefore(from), ...steps.map(({ on }) => on)]),
  ];
  return [...new Set(days)].sort();
}

function isInForce(life: Life | undefined, day: string): boolean {
  if (life === undefined) return false;
  return (life.from ?? '') <= day && (life.until ?? '9999') >= day;
}

function dayBefore(day: string): string {
  return shiftedDay(day, -1);
}

function dayAfter(day: string): string {
  return shiftedDay(day, 1);
}

function shiftedDay(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

/** An order of the crosswalks that does not depend on the order in which they were imported. */
function bySize(one: CrosswalkTable, other: CrosswalkTable): number {
  return one.days.length - other.days.length || other.transfers.length - one.transfers.length;
}

/** The changes of a day. Where several lists tell what became of a territory, the one that tells most counts. */
function stepsOfDay(lists: readonly ChangeTable[], day: string): readonly ChangeStep[] {
  const bySource = new Map<string, readonly ChangeStep[]>();
  for (const { steps } of lists) {
    const today = steps.filter(({ on }) => on === day);
    for (const [source, told] of Map.groupBy(today, (step) => step.source)) {
      if (told.length > (bySource.get(source)?.length ?? 0)) bySource.set(source, told);
    }
  }
  return [...bySource.values()].flat();
}

function forwards(way: readonly Edge[]): readonly Step[] {
  return way.map(({ forth }) => forth);
}

function backwards(way: readonly Edge[]): readonly Step[] {
  return way.map(({ back }) => back).reverse();
}

/** Follows a territory step by step, the shares of shares added up; null where a part of it leads nowhere. */
function follow(start: string, steps: readonly Step[]): readonly SourceShare[] | null {
  let current = new Map<string, Shares>([[start, WHOLE]]);
  for (const step of steps) {
    const next = new Map<string, Shares>();
    for (const [key, share] of current) {
      const found = step(key);
      if (found.length === 0) return null;
      for (const { source, shares } of found) {
        const part = multiplyShares(share, shares);
        const known = next.get(source);
        next.set(source, known === undefined ? part : addShares(known, part));
      }
    }
    current = next;
  }
  return [...current].map(([source, shares]) => ({ source, shares }));
}

/**
 * What a territory of one state is in another, seen from a later state to which ways lead from both: `there` from the
 * state whose territories are asked for, `here` from that of the territory. Where land on which nobody lived (or worked)
 * is all that joins it to others, its inhabitants (and employees) are known, though its area is not.
 */
function relatives(target: string, there: readonly Edge[], here: readonly Edge[]): Sources {
  const whole = relation(target, there, here, () => false);
  if (isKnown(whole) || whole.gap === 'NO_CHANGES_KNOWN') return whole;
  for (const { isEmpty, shares } of EMPTY_LAND) {
    const people = relation(target, there, here, isEmpty);
    if (isKnown(people)) return people.map(({ source }) => ({ source, shares }));
  }
  return whole;
}

/** Which transfers carry nobody, and the share of a territory that is known where they are passed over. */
const EMPTY_LAND: readonly { readonly isEmpty: (shares: Shares) => boolean; readonly shares: Shares }[] = [
  {
    isEmpty: ({ population, employment }) => isNone(population) && isNone(employment),
    shares: Object.freeze({ population: 1, area: null, employment: 1 }),
  },
  {
    isEmpty: ({ population }) => isNone(population),
    shares: Object.freeze({ population: 1, area: null, employment: null }),
  },
];

/** Puts the territories together that became the same as `target`; the transfers that are `empty` join nothing. */
function relation(
  target: string,
  there: readonly Edge[],
  here: readonly Edge[],
  isEmpty: (shares: Shares) => boolean,
): Sources {
  const filled = (steps: readonly Step[]): Step =>
    remembered((key) => (follow(key, steps) ?? []).filter(({ shares }) => !isEmpty(shares)));
  const [forthThere, forthHere] = [filled(forwards(there)), filled(forwards(here))];
  const [backThere, backHere] = [filled(backwards(there)), filled(backwards(here))];

  const later = new Set<string>();
  const [keysHere, keysThere] = [new Set([target]), new Set<string>()];
  let open = new Set(forthHere(target).map(({ source }) => source));
  while (open.size > 0) {
    const reached: SourceShare[] = [];
    for (const key of open) {
      later.add(key);
      const [fromHere, fromThere] = [backHere(key), backThere(key)];
      // Where something came from nowhere, nobody knows what else did.
      if (fromHere.length === 0 || fromThere.length === 0) return NOTHING_KNOWN;
      for (const { source } of fromHere) if (isNew(keysHere, source)) reached.push(...forthHere(source));
      for (const { source } of fromThere) if (isNew(keysThere, source)) reached.push(...forthThere(source));
    }
    open = new Set(reached.map(({ source }) => source).filter((key) => !later.has(key)));
  }

  if (keysThere.size === 0) return NOTHING_KNOWN;
  if (keysHere.size === 1) return [...keysThere].map((source) => ({ source, shares: WHOLE }));
  const isAsBefore = (key: string): boolean =>
    keysThere.has(key) && isSameFate(forthHere(key), forthThere(key));
  if (keysHere.size === keysThere.size && [...keysHere].every(isAsBefore)) {
    return [{ source: target, shares: WHOLE }];
  }
  return {
    gap: keysThere.size === 1 ? 'MERGED_SINCE' : 'AMBIGUOUS',
    here: [...keysHere],
    there: [...keysThere],
  };
}

/** Adds a key to a set; false where it was there already. */
function isNew(keys: Set<string>, key: string): boolean {
  const { size } = keys;
  return keys.add(key).size > size;
}

function remembered(step: Step): Step {
  const known = new Map<string, readonly SourceShare[]>();
  return (key) => {
    const found = known.get(key) ?? step(key);
    known.set(key, found);
    return found;
  };
}

function isSameFate(one: readonly SourceShare[], other: readonly SourceShare[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ source, shares }) =>
      other.some((candidate) => candidate.source === source && isSameArea(candidate.shares, shares)),
    )
  );
}
