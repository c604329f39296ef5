import type {
  BoundaryKnowledge,
  ChangeStep,
  ChangeTable,
  CrosswalkTable,
  Life,
  Transfer,
} from './boundary-knowledge.ts';
import { relatives } from './relatives.ts';
import { WHOLE } from './shares.ts';
import { NOTHING_KNOWN, type SourceShare, type Sources } from './sources.ts';
import { backwards, type Edge, follow, forwards, type Step } from './way.ts';

export { type BoundaryGap, isKnown, type SourceShare, type Sources, type UnknownSources } from './sources.ts';

/** The boundaries of all territories of a kind over time. A state is a day on which they are known, by its number. */
export type BoundaryHistory = {
  /** The days whose boundaries are known, ascending (ISO). */
  readonly states: readonly string[];
  /** The state in force on a day: the last one known at or before it; -1 before the first, of which nothing is known. */
  readonly stateOn: (day: string) => number;
  readonly isLive: (key: string, state: number) => boolean;
  /** Nothing changed after this day (ISO) before the next state: a list covers the time between. */
  readonly isSettledAfter: (day: string) => boolean;
  /** False for an area without inhabitants, which never reports. */
  readonly isInhabited: (key: string) => boolean;
  /** All territories that any source knows. */
  readonly keys: readonly string[];
  /** What the territory `target` of the state `on` consists of, in the territories of the state `at`. */
  readonly sourcesOf: (target: string, at: number, on: number) => Sources;
  /**
   * In which territories of the later state `on` the territory `source` of the state `at` lies, with its shares in them;
   * null where no way leads there. Seldom needed: {@link BoundaryHistory.sourcesOf} answers most questions.
   */
  readonly targetsOf: (source: string, at: number, on: number) => readonly SourceShare[] | null;
};

/**
 * Brings everything that is known about boundaries together, so that it can be asked in any direction.
 *
 * A crosswalk leads from each of its days straight to its target day, a list of changes from state to state within the
 * time it covers. Where both days lie before the day that a crosswalk leads to, or the boundaries of an earlier day are
 * asked for, what became of both is compared: territories that stayed among themselves are the same, those that all
 * became one are that one, and everything else is left open rather than guessed. So are the municipalities of a district in
 * which an inhabited one vanished or appeared without a word of the source that leads on.
 */
export function boundaryHistory(knowledge: BoundaryKnowledge): BoundaryHistory {
  const { crosswalks, changeLists, registerDays, lives } = knowledge;
  const states = statesOf(knowledge);
  const number = new Map(states.map((day, state) => [day, state]));
  /** What the crosswalks of a state say about a territory: whether it was there, or null where they do not know it. */
  const witnesses = states.map((): ((key: string) => boolean | null)[] => []);
  const edges = states.map((): Edge[] => []);
  /** What is known to have been there on a state, not only taken to be there still. */
  const isShown = states.map((day) => registerDays.includes(day));
  /** A list of changes covers the time from a state to the next. */
  const isCovered = states.map(() => false);
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
    isShown[to] = true;
    const bySource = Map.groupBy(transfers, ({ source }) => source);
    const byTarget = Map.groupBy(transfers, ({ target }) => target);
    const isNamed = (key: string): boolean => bySource.has(key) || byTarget.has(key);
    witnesses[to]?.push((key) => (isNamed(key) ? byTarget.has(key) : null));
    for (const day of days) {
      const from = number.get(day);
      if (from === undefined || from >= to) continue;
      isShown[from] = true;
      const onDay = (transfer: Transfer): boolean => transfer.from <= day && transfer.until >= day;
      witnesses[from]?.push((key) => (isNamed(key) ? (bySource.get(key)?.some(onDay) ?? false) : null));
      // What the crosswalk does not know (areas of the sea) stayed as it was, where it was there.
      const unknown = (key: string): readonly SourceShare[] =>
        isNamed(key) || !isLive(key, from) || !isLive(key, to) ? [] : [{ source: key, shares: WHOLE }];
      addEdge(from, {
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

  /** A way from a state to a later one, closed for districts of which it does not tell everything. */
  function addEdge(from: number, { to, back, forth }: Edge): void {
    let known: ReadonlySet<string> | null = null;
    const isOpen = (key: string): boolean => {
      known ??= untold(from, to, back, forth);
      return !known.has(districtOf(key));
    };
    edges[from]?.push({
      to,
      back: (key) => (isOpen(key) ? back(key) : []),
      forth: (key) => (isOpen(key) ? forth(key) : []),
    });
  }

  /** The districts in which an inhabited territory vanished, or one appeared, and nobody says where to or from. */
  function untold(from: number, to: number, back: Step, forth: Step): ReadonlySet<string> {
    const districts = new Set<string>();
    for (const [key, { inhabited = true }] of lives) {
      if (!inhabited) continue;
      const [was, is] = [isLive(key, from), isLive(key, to)];
      if (was === is) continue;
      if ((was ? forth(key) : back(key)).length === 0) districts.add(districtOf(key));
    }
    return districts;
  }

  function addChanges(): void {
    for (const [state, day] of states.entries()) {
      const next = states[state + 1];
      if (next === undefined) continue;
      const covering = changeLists.filter(
        ({ from, until }) => from <= next && next <= until && from <= dayAfter(day),
      );
      if (covering.length === 0) continue;
      isCovered[state] = true;
      isShown[state + 1] ||= isShown[state] === true;
      const today = stepsOfDay(covering, next);
      const bySource = Map.groupBy(today, ({ source }) => source);
      const byTarget = Map.groupBy(today, ({ target }) => target);
      const stayed = (key: string): readonly SourceShare[] =>
        !bySource.has(key) && isLive(key, state) && isLive(key, state + 1)
          ? [{ source: key, shares: WHOLE }]
          : [];
      addEdge(state, {
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
   * The neighbour must have been shown by a source: what is only taken to last until the next one is always the same.
   */
  function joinRegisters(): void {
    const keys = [...lives.keys()];
    const isSame = (one: number, other: number): boolean =>
      keys.every((key) => countsAsLive(key, one) === countsAsLive(key, other));
    const registers = states.flatMap((day, state) => (registerDays.includes(day) ? [state] : []));
    for (const state of registers) {
      const before = state - 1;
      if (edges[before]?.length !== 0 || isShown[before] !== true || !isSame(before, state)) continue;
      const same: Step = (key) => (isLive(key, state) ? [{ source: key, shares: WHOLE }] : []);
      edges[before].push({ to: state, back: same, forth: same });
    }
    for (const state of registers.toReversed()) {
      if (edges[state]?.length !== 0) continue;
      const onwards = [state + 1, state - 1]
        .filter((other) => isShown[other] === true && isSame(other, state))
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

  function targetsOf(source: string, at: number, on: number): readonly SourceShare[] | null {
    const way = at >= 0 && at <= on ? path(at, on) : null;
    return way === null ? null : follow(source, forwards(way));
  }

  return {
    states,
    stateOn: (day) => states.findLastIndex((state) => state <= day),
    isLive,
    isSettledAfter: (day) => isCovered[states.findLastIndex((state) => state <= day)] ?? false,
    isInhabited: (key) => lives.get(key)?.inhabited ?? true,
    keys: [...lives.keys()],
    sourcesOf,
    targetsOf,
  };
}

function districtOf(key: string): string {
  return key.slice(0, DISTRICT_DIGITS);
}

const DISTRICT_DIGITS = 5;

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
  const nameOf = ({ days, on }: CrosswalkTable): string => `${on} ${days.join()}`;
  return (
    one.days.length - other.days.length ||
    other.transfers.length - one.transfers.length ||
    (nameOf(one) < nameOf(other) ? -1 : 1)
  );
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
