import { type BoundaryGap, type BoundaryHistory, isKnown, type SourceShare } from './boundary-history.ts';
import {
  type ApportionKey,
  addShares,
  divideShares,
  isAll,
  isNone,
  type Shares,
  UNKNOWN,
  WHOLE,
} from './shares.ts';

/**
 * A territory that (partly) lies in another one. `shares`: by which its own values can be divided. `members`: the
 * municipalities of a district that lies there in part, each with its own share, 0 for those that lie elsewhere.
 */
export type BoundaryPart = SourceShare & { readonly members: readonly SourceShare[] };

/** What a territory consists of in the territories of its own kind, or why nobody can say. */
export type BoundaryParts = readonly BoundaryPart[] | BoundaryGap;

/** The territories of another state that a territory consists of. States are those of the history of its kind. */
export type BoundaryQuestion = { readonly key: string; readonly at: string; readonly on: string };

/** What a municipality of the day `on` consists of, in the municipalities of the day `at`. */
export function municipalityParts(
  history: BoundaryHistory,
  { key, at, on }: BoundaryQuestion,
): BoundaryParts {
  if (at === on) return [{ source: key, shares: WHOLE, members: [] }];
  const sources = history.sourcesOf(key, history.stateOn(at), history.stateOn(on));
  return isKnown(sources) ? sources.map((source) => ({ ...source, members: [] })) : sources.gap;
}

/** Both histories that the boundaries of districts are told from. */
export type DistrictHistory = {
  readonly municipalities: BoundaryHistory;
  readonly districts: BoundaryHistory;
  /** The municipalities of a district by key; all that were ever in it. */
  readonly municipalitiesOf: (district: string) => readonly string[];
};

/** Brings the histories of municipalities and districts together. A municipality lies in the district of its first five digits. */
export function districtHistory(
  municipalities: BoundaryHistory,
  districts: BoundaryHistory,
): DistrictHistory {
  const byDistrict = Map.groupBy(municipalities.keys, districtOf);
  return { municipalities, districts, municipalitiesOf: (district) => byDistrict.get(district) ?? [] };
}

/**
 * What a district of the day `on` consists of, in the districts of the day `at`. Its municipalities tell which districts
 * went into it as a whole, and which municipalities of the others did; a crosswalk of districts tells by which shares
 * those others can be divided where the values of their municipalities are not known.
 */
export function districtParts(history: DistrictHistory, question: BoundaryQuestion): BoundaryParts {
  const { municipalities, districts } = history;
  const { key, at, on } = question;
  if (at === on) return [{ source: key, shares: WHOLE, members: [] }];
  const bySharesOfDistricts = districts.sourcesOf(key, districts.stateOn(at), districts.stateOn(on));
  const ofDistricts = isKnown(bySharesOfDistricts) ? bySharesOfDistricts : null;
  const inside = sharesOfMunicipalities(history, question);
  if (typeof inside === 'string') {
    return ofDistricts === null ? inside : ofDistricts.map((source) => ({ ...source, members: [] }));
  }

  const state = municipalities.stateOn(at);
  return [...new Set([...inside.keys()].map(districtOf))].map((source) => {
    const members = history
      .municipalitiesOf(source)
      .filter((municipality) => municipalities.isLive(municipality, state))
      .map((municipality) => ({
        source: municipality,
        shares: inside.get(municipality) ?? (municipalities.isInhabited(municipality) ? NOTHING : NOBODY),
      }));
    const divided = members.filter(({ shares }) => !isAll(shares.area));
    if (divided.length === 0) return { source, shares: WHOLE, members: [] };
    const listed = ofDistricts?.find((candidate) => candidate.source === source)?.shares ?? UNKNOWN;
    const shares = amongReached(history, { key: source, at, on }, members, listed);
    return { source, shares: sharesOfDivided(shares, members), members };
  });
}

/**
 * The shares of a district of which not everything moved. Its municipalities know better where all or none of its
 * inhabitants (employees) did, and that its area did not move as a whole.
 */
function sharesOfDivided(shares: Shares, members: readonly SourceShare[]): Shares {
  const told = isAll(shares.area) ? UNKNOWN : shares;
  const settled = (by: ApportionKey, known: readonly (number | null)[]): number | null => {
    if (known.length > 0 && known.every(isAll)) return 1;
    return known.length > 0 && known.every(isNone) ? 0 : told[by];
  };
  // Where nobody lives the share of inhabitants is null.
  const ofInhabited = members
    .map(({ shares: { population } }) => population)
    .filter((known) => known !== null);
  const ofEmployees = members.map(({ shares: { employment } }) => employment);
  return {
    population: settled('population', ofInhabited),
    area: told.area,
    employment: settled('employment', ofEmployees),
  };
}

/**
 * Divided once and again on the way, a district seems to lie also where none of its municipalities went; its shares are
 * then those among the districts that they reached, so that nothing is lost.
 */
function amongReached(
  { municipalities, districts }: DistrictHistory,
  { key, at, on }: BoundaryQuestion,
  members: readonly SourceShare[],
  shares: Shares,
): Shares {
  const targets = districts.targetsOf(key, districts.stateOn(at), districts.stateOn(on));
  const [from, to] = [municipalities.stateOn(at), municipalities.stateOn(on)];
  const reached = new Set(
    members.flatMap(({ source }) =>
      (municipalities.targetsOf(source, from, to) ?? []).map((target) => districtOf(target.source)),
    ),
  );
  if (targets === null || targets.every(({ source }) => reached.has(source))) return shares;
  const sum = targets
    .filter(({ source }) => reached.has(source))
    .reduce((total, target) => addShares(total, target.shares), NOTHING);
  return divideShares(shares, sum);
}

const NOTHING: Shares = Object.freeze({ population: 0, area: 0, employment: 0 });

/** What is known of a place where nobody lives: it takes nobody with it, wherever it went. */
const NOBODY: Shares = Object.freeze({ population: null, area: 0, employment: null });

/** The share of each municipality of the day `at` in a district of the day `on`. */
function sharesOfMunicipalities(
  { municipalities, municipalitiesOf }: DistrictHistory,
  { key, at, on }: BoundaryQuestion,
): ReadonlyMap<string, Shares> | BoundaryGap {
  const [from, to] = [municipalities.stateOn(at), municipalities.stateOn(on)];
  const inside = new Map<string, Shares>();
  for (const municipality of municipalitiesOf(key)) {
    if (!municipalities.isLive(municipality, to)) continue;
    const sources = municipalities.sourcesOf(municipality, from, to);
    // Where nobody lives nobody is lost: no reason to know nothing of the district.
    if (!isKnown(sources) && !municipalities.isInhabited(municipality)) continue;
    // Who became whom does not matter among the municipalities of one district.
    const stayedInside = !isKnown(sources) && sources.here.every((other) => districtOf(other) === key);
    if (!isKnown(sources) && (!stayedInside || sources.here.length === 0)) return sources.gap;
    const parts = isKnown(sources) ? sources : [];
    if (!isKnown(sources)) for (const source of sources.there) inside.set(source, WHOLE);
    for (const { source, shares } of parts) {
      const known = inside.get(source);
      inside.set(source, known === undefined ? shares : addShares(known, shares));
    }
  }
  if (inside.size === 0) return 'NO_CHANGES_KNOWN';
  return new Map([...inside].filter(([, shares]) => !(isNone(shares.area) && isNone(shares.population))));
}

function districtOf(municipality: string): string {
  return municipality.slice(0, 5);
}
