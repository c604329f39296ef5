import type { BoundaryGap, SourceShare } from './boundary-history.ts';
import {
  type BoundaryPart,
  type BoundaryParts,
  type DistrictHistory,
  districtParts,
  municipalityParts,
} from './boundary-parts.ts';
import { addShares, isAll } from './shares.ts';

/** A territory whose series can be carried over by itself. */
export type PlannedTerritory = { readonly kind: 'district' | 'municipality'; readonly key: string };

/** A member of an association, a region or a group, with the days on which it belongs to it (ISO, null = open). */
export type PlannedMember = PlannedTerritory & {
  readonly from: string | null;
  readonly until: string | null;
};

/** What a territory, as it is on a day, consists of at other times. */
export type BoundaryPlan = {
  readonly key: string;
  /** The territory exists on the day whose boundaries are asked for. */
  readonly isInForce: boolean;
  /** On this day (ISO) it was the same as on the day whose boundaries are asked for. */
  readonly isSameOn: (day: string) => boolean;
  /** False for an area without inhabitants (a part or a member by its key), which never reports. */
  readonly isInhabited: (key: string) => boolean;
  /** What it consists of in the districts or municipalities of a day (ISO): the digits of a key tell which. */
  readonly partsOn: (day: string) => BoundaryParts;
  /** The first day of which anything is known; null if nothing is. */
  readonly firstDay: string | null;
  /**
   * For a day between two on which boundaries are known the later one; null for a known day, after the last, and where a
   * list of changes tells that nothing changed until then.
   */
  readonly nextDay: (day: string) => string | null;
  /** The days on which boundaries are known that lie in a time, with the last one before it. */
  readonly daysBetween: (range: DayRange) => readonly string[];
};

/** A time from a day to a day (ISO), null = open. */
export type DayRange = { readonly from: string | null; readonly until: string | null };

/**
 * Plans how the series of a territory are carried over to the boundaries of a day. Everything is worked out when it is
 * asked for and then kept, so a plan serves all indicators. `since` (ISO): no figure stands on earlier boundaries, so that
 * those need not be looked at.
 */
export function boundaryPlan(
  history: DistrictHistory,
  { kind, key }: PlannedTerritory,
  on: string,
  since: string | null = null,
): BoundaryPlan {
  const { municipalities, districts } = history;
  const ofKind = kind === 'district' ? districts : municipalities;
  const days = kind === 'district' ? daysOf(history) : municipalities.states;
  const partsOf = (at: string, on: string): BoundaryParts =>
    kind === 'district'
      ? districtParts(history, { key, at, on })
      : municipalityParts(municipalities, { key, at, on });
  const known = unsettled(history, days, on);
  // Between two states of which no list tells the time between, a territory is known where both are the same.
  const gap = known === null ? null : gapOf(key, partsOf(known.before, known.next));
  const timeline = onDays(history, days, since, (at) => gap ?? partsOf(at, on));
  return {
    ...timeline,
    key,
    isInForce: [on, ...(known === null || gap === null ? [] : [known.next])].some((day) =>
      ofKind.isLive(key, ofKind.stateOn(day)),
    ),
    isInhabited: municipalities.isInhabited,
    isSameOn: (day) => isItself(key, timeline.partsOn(day)),
  };
}

/** The states around a day of which nobody says when between them anything changed; null where the day is settled. */
function unsettled(
  { municipalities }: DistrictHistory,
  days: readonly string[],
  on: string,
): { readonly before: string; readonly next: string } | null {
  const before = days.findLast((day) => day <= on);
  const next = days.find((day) => day > on);
  if (before === undefined || before === on || next === undefined) return null;
  return municipalities.isSettledAfter(on) ? null : { before, next };
}

/** Null for a territory that is the same in two states, else why nobody can say what it was between them. */
function gapOf(key: string, parts: BoundaryParts): BoundaryGap | null {
  if (typeof parts === 'string') return parts;
  return isItself(key, parts) ? null : 'AMBIGUOUS';
}

function isItself(key: string, parts: BoundaryParts): boolean {
  if (typeof parts === 'string' || parts.length !== 1) return false;
  return parts[0]?.source === key && isAll(parts[0].shares.area);
}

/**
 * Plans the same for a territory that is the sum of others: an association, a region, a free group. It consists of what
 * its members of the day `on` consist of. `planOf` answers the plan of a member for the same day.
 */
export function compositePlan(
  history: DistrictHistory,
  { key, members }: { readonly key: string; readonly members: readonly PlannedMember[] },
  on: string,
  planOf: (member: PlannedTerritory) => BoundaryPlan,
  since: string | null = null,
): BoundaryPlan {
  const turns = members.flatMap(({ from }) => (from === null ? [] : [from]));
  const days = [...new Set([...daysOf(history), ...turns])].sort();
  const namesOn = (day: string): string =>
    [...new Set(members.filter((member) => belongs(member, day)).map(({ key }) => key))].sort().join(' ');
  const plans = members.filter((member) => belongs(member, on)).map(planOf);
  return {
    ...onDays(history, days, since, (day) => joined(plans.map((plan) => plan.partsOn(day)))),
    key,
    isInForce: plans.length > 0 && plans.every((plan) => plan.isInForce),
    isInhabited: history.municipalities.isInhabited,
    isSameOn: (day) => namesOn(day) === namesOn(on) && plans.every((plan) => plan.isSameOn(day)),
  };
}

function belongs({ from, until }: PlannedMember, day: string): boolean {
  return (from ?? '') <= day && (until ?? '9999') >= day;
}

function daysOf({ municipalities, districts }: DistrictHistory): readonly string[] {
  return [...new Set([...municipalities.states, ...districts.states])].sort();
}

function onDays(
  { municipalities }: DistrictHistory,
  days: readonly string[],
  since: string | null,
  partsOfState: (state: string) => BoundaryParts,
) {
  const recent =
    since === null
      ? days
      : days.slice(
          Math.max(
            0,
            days.findLastIndex((day) => day <= since),
          ),
        );
  const known = new Map<string, BoundaryParts>();
  return {
    firstDay: days[0] ?? null,
    partsOn: (day: string): BoundaryParts => {
      const state = days.findLast((candidate) => candidate <= day);
      if (state === undefined) return 'NO_CHANGES_KNOWN';
      const parts = known.get(state) ?? partsOfState(state);
      known.set(state, parts);
      return parts;
    },
    nextDay: (day: string): string | null => {
      const later = days.find((candidate) => candidate >= day);
      return later === undefined || later === day || municipalities.isSettledAfter(day) ? null : later;
    },
    daysBetween: ({ from, until }: DayRange): readonly string[] => {
      const before = from === null ? -1 : recent.findLastIndex((day) => day <= from);
      return recent.slice(Math.max(0, before)).filter((day) => until === null || day <= until);
    },
  };
}

/** The parts of several territories together; one that lies in two of them is there once, with both shares. */
function joined(all: readonly BoundaryParts[]): BoundaryParts {
  const parts = new Map<string, BoundaryPart>();
  for (const found of all) {
    if (typeof found === 'string') return found;
    for (const part of found) {
      const known = parts.get(part.source);
      parts.set(part.source, known === undefined ? part : together(known, part));
    }
  }
  return [...parts.values()];
}

function together(one: BoundaryPart, other: BoundaryPart): BoundaryPart {
  const shares = addShares(one.shares, other.shares);
  const added = new Map<string, SourceShare>();
  for (const member of [...one.members, ...other.members]) {
    const known = added.get(member.source);
    added.set(
      member.source,
      known === undefined ? member : { ...member, shares: addShares(known.shares, member.shares) },
    );
  }
  // Of a part whose municipalities nobody knows, those of the other are not all that counts.
  const isUnknown = isAll(shares.area) || one.members.length === 0 || other.members.length === 0;
  return { source: one.source, shares, members: isUnknown ? [] : [...added.values()] };
}
