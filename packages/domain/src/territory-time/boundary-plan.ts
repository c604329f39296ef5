import {
  type BoundaryParts,
  type DistrictHistory,
  districtParts,
  municipalityParts,
} from './boundary-parts.ts';
import { isAll } from './shares.ts';

/** A territory whose series can be carried over: a district or a municipality. */
export type PlannedTerritory = { readonly kind: 'district' | 'municipality'; readonly key: string };

/** What a territory, as it is on a day, consists of at other times. */
export type BoundaryPlan = {
  readonly territory: PlannedTerritory;
  /** The territory exists on the day whose boundaries are asked for. */
  readonly isInForce: boolean;
  /** False for an area without inhabitants (a part or a member by its key), which never reports. */
  readonly isInhabited: (key: string) => boolean;
  /** What it consists of in the territories of a day (ISO). */
  readonly partsOn: (day: string) => BoundaryParts;
  /** The first day of which anything is known; null if nothing is. */
  readonly firstDay: string | null;
  /** For a day between two on which boundaries are known the later one; null for a known day, and after the last. */
  readonly nextDay: (day: string) => string | null;
  /** The days on which boundaries are known that lie in a time, with the last one before it. */
  readonly daysBetween: (range: DayRange) => readonly string[];
};

/** A time from a day to a day (ISO), null = open. */
export type DayRange = { readonly from: string | null; readonly until: string | null };

/**
 * Plans how the series of a territory are carried over to the boundaries of a day. Everything is worked out when it is
 * asked for and then kept, so a plan serves all indicators.
 */
export function boundaryPlan(
  history: DistrictHistory,
  territory: PlannedTerritory,
  on: string,
): BoundaryPlan {
  const { municipalities, districts } = history;
  const ofKind = territory.kind === 'district' ? districts : municipalities;
  const days =
    territory.kind === 'district'
      ? [...new Set([...municipalities.states, ...districts.states])].sort()
      : municipalities.states;
  const known = new Map<string, BoundaryParts>();
  const partsOfState = (day: string): BoundaryParts => {
    const question = { key: territory.key, at: day, on };
    return territory.kind === 'district'
      ? districtParts(history, question)
      : municipalityParts(municipalities, question);
  };
  return {
    territory,
    isInForce: ofKind.isLive(territory.key, ofKind.stateOn(on)),
    isInhabited: municipalities.isInhabited,
    firstDay: days[0] ?? null,
    partsOn: (day) => {
      const state = days.findLast((candidate) => candidate <= day);
      if (state === undefined) return 'NO_CHANGES_KNOWN';
      const parts = known.get(state) ?? partsOfState(state);
      known.set(state, parts);
      return parts;
    },
    nextDay: (day) => {
      const later = days.find((candidate) => candidate >= day);
      return later === undefined || later === day ? null : later;
    },
    daysBetween: ({ from, until }) => {
      const first =
        from === null
          ? 0
          : Math.max(
              0,
              days.findLastIndex((day) => day <= from),
            );
      return days.slice(first).filter((day) => until === null || day <= until);
    },
  };
}

/** True when the parts are the territory itself, the whole of it and nothing else. */
export function isItself({ key }: PlannedTerritory, parts: BoundaryParts): boolean {
  if (typeof parts === 'string' || parts.length !== 1) return false;
  const [part] = parts;
  return part?.source === key && isAll(part.shares.area);
}
