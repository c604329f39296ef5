import {
  type EntitledParties,
  isDay,
  nearestNames,
  type Problem,
  parseTerritoryKey,
} from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import { type DistrictPart, districtParts } from '../read/district-parts.ts';
import { publishedVersion } from '../read/published-version.ts';
import type { StoreSchema } from '../store-schema.ts';
import { type AskableActors, actorsThatCanBeAsked } from './actors-that-can-be-asked.ts';

/** Parties as they are asked for: `on` null = today, `municipalities` null = all of the district that have a council. */
export type RequestedParties = {
  readonly on: string | null;
  readonly municipalities: readonly string[] | null;
  readonly actors: readonly string[];
};

/** Who is to be asked in a district (its key). `isPast`: in a history of before, which names actors as they were then. */
export type PartiesRequest = {
  readonly district: string;
  readonly parties: RequestedParties & { readonly on: string };
  readonly isPast?: boolean;
};

/** Parties with their municipalities named, and what is wrong with them by the registers and the directory of actors. */
export type KnownParties = { readonly parties: EntitledParties; readonly problems: readonly Problem[] };

/**
 * Looks up who is asked, in the order of the requests: the municipalities that the district has on the day `on`, and actors that are in the directory.
 * What the domain judges itself (form, repetition, a kreisfreie Stadt) is left to it. Three statements.
 */
export async function knownParties(
  db: Kysely<StoreSchema>,
  requests: readonly PartiesRequest[],
): Promise<readonly KnownParties[]> {
  if (requests.length === 0) return [];
  const asOf = (await publishedVersion(db)).number;
  // What is no day is refused by the domain.
  const districts = requests.map(({ district, parties: { on } }) => ({
    district,
    day: isDay(on) ? on : '9999-12-31',
  }));
  const parts = await districtParts(db, { asOf, districts });
  const actors = await actorsThatCanBeAsked(db, [
    ...new Set(requests.flatMap(({ parties }) => parties.actors)),
  ]);
  return requests.map((request, index) => known(request, parts[index] ?? [], actors));
}

/** The same for one request. */
export async function knownPartiesOf(
  db: Kysely<StoreSchema>,
  request: PartiesRequest,
): Promise<KnownParties> {
  const [found] = await knownParties(db, [request]);
  if (found === undefined) throw new RangeError('asked for nothing');
  return found;
}

/** Whichever key of a municipality is written, decisions name it by its AGS. */
function shortKey(key: string): string {
  return parseTerritoryKey(key)?.key ?? key;
}

function known(
  { district, parties: requested, isPast = false }: PartiesRequest,
  parts: readonly DistrictPart[],
  actors: AskableActors,
): KnownParties {
  const { on } = requested;
  const members = parts.filter(({ kind }) => kind === 'municipality');
  const councils = members.filter((part) => part.selfGoverning).map(({ key }) => key);
  const municipalities = requested.municipalities?.map(shortKey) ?? councils;
  const parties = { ...requested, municipalities };
  if (!isDay(on)) return { parties, problems: [] };
  if (parts.length === 0) {
    const message = `there is no district ${district} on ${on}: write its five digits`;
    return { parties, problems: [{ field: 'district', rule: 'UNKNOWN', message }] };
  }
  const problems: Problem[] = [];
  for (const key of new Set(parties.municipalities.filter((each) => !councils.includes(each)))) {
    const message = members.some((part) => part.key === key)
      ? `${key} lies outside any municipality and has no council: leave it out`
      : `${key} is no municipality of ${district} on ${on}: leave it out or mend the key`;
    problems.push({ field: 'parties.municipalities', rule: 'UNKNOWN', message });
  }
  for (const key of new Set(parties.actors)) {
    const message = whyNotAsked(key, { on, isPast }, actors);
    if (message !== null) problems.push({ field: 'parties.actors', rule: 'UNKNOWN', message });
  }
  return { parties, problems };
}

function whyNotAsked(key: string, { on, isPast }: AskedOn, { found, near }: AskableActors): string | null {
  const actor = found.get(key);
  if (actor === undefined) {
    const [similar] = nearestNames(key, near);
    const advice = similar === undefined ? 'enter it first or mend the key' : `did you mean '${similar}'?`;
    return `there is no actor '${key.slice(0, SHOWN)}': ${advice}`;
  }
  const { until, mergedInto } = actor;
  if (mergedInto !== null && !isPast) return `the actor '${key}' was merged into '${mergedInto}': name that`;
  if (until === null || until > on) return null;
  return `the actor '${key}' is deactivated since ${until}: leave it out`;
}

type AskedOn = { readonly on: string; readonly isPast: boolean };

const SHOWN = 100;
