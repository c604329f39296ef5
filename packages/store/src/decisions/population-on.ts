import { type DecisionPopulation, isDay, type JointDecision, type Problem } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import { districtParts } from '../read/district-parts.ts';
import { publishedVersion } from '../read/published-version.ts';
import type { StoreSchema } from '../store-schema.ts';

/** The inhabitants that are to count, and what stands against counting them. */
export type FoundPopulation = {
  readonly population: DecisionPopulation;
  readonly problems: readonly Problem[];
};

/**
 * The inhabitants of the municipalities of a decision by the latest register that is in force on a day (ISO): what is frozen when positions may be taken.
 * Null for a municipality whose inhabitants it does not say. A problem: no register is in force, or a party is no municipality of the
 * district any more.
 */
export async function populationOn(
  db: Kysely<StoreSchema>,
  {
    decision: { district, parties },
    day: requested,
    today,
  }: Readonly<{ decision: Pick<JointDecision, 'district' | 'parties'>; day: string; today: string }>,
): Promise<FoundPopulation> {
  // What is no day is refused by the domain, with everything else that is wrong.
  const day = isDay(requested) ? requested : today;
  const asOf = (await publishedVersion(db)).number;
  const [parts = []] = await districtParts(db, { asOf, districts: [{ district, day }] });
  const asked = parties.filter(({ kind }) => kind === 'MUNICIPALITY').map(({ key }) => key);
  const found = new Map(parts.map((part) => [part.key, part]));
  const municipalities = asked.map((municipality) => ({
    municipality,
    inhabitants: found.get(municipality)?.inhabitants ?? null,
  }));
  const registerDate = parts[0]?.registerDate ?? null;
  if (registerDate === null) {
    const message = `no register of municipalities is in force on ${day}, by which their inhabitants would count: import one of that day or earlier (npx kreisweit import register)`;
    const problems = [{ field: 'period.firstDay', rule: 'POPULATION_IS_COMPLETE', message }];
    return { population: { registerDate: day, municipalities }, problems };
  }
  const gone = asked.filter((key) => found.get(key)?.selfGoverning !== true);
  const problems = gone.map((key) => {
    const message = `${key} is no municipality of ${district} on ${day}: change the parties before`;
    return { field: 'decision', rule: 'PARTIES_ARE_SOUND', message };
  });
  return { population: { registerDate, municipalities }, problems };
}
