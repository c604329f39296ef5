import { type DecisionPopulation, InputProblems, isDay, type JointDecision } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import { districtParts } from '../read/district-parts.ts';
import { publishedVersion } from '../read/published-version.ts';
import type { StoreSchema } from '../store-schema.ts';

/**
 * The inhabitants of the municipalities of a decision by the register in force on a day (ISO): what is frozen when positions may be taken. Null for a
 * municipality that this register does not list. Throws InputProblems where no register is in force.
 */
export async function populationOn(
  db: Kysely<StoreSchema>,
  {
    decision: { district, parties },
    day: requested,
    today,
  }: Readonly<{ decision: Pick<JointDecision, 'district' | 'parties'>; day: string; today: string }>,
): Promise<DecisionPopulation> {
  // What is no day is refused by the domain, with everything else that is wrong.
  const day = isDay(requested) ? requested : today;
  const asOf = (await publishedVersion(db)).number;
  const [parts = []] = await districtParts(db, { asOf, districts: [{ district, day }] });
  const registerDate = parts[0]?.registerDate ?? null;
  if (registerDate === null) {
    const message = `no register of municipalities is in force on ${day}, by which their inhabitants would count: import one of that day or earlier (npx kreisweit import register)`;
    const problems = [{ field: 'period.firstDay', rule: 'POPULATION_IS_COMPLETE', message }];
    throw new InputProblems('the decision is not opened', problems);
  }
  const inhabitants = new Map(parts.map((part) => [part.key, part.inhabitants]));
  const municipalities = parties
    .filter(({ kind }) => kind === 'MUNICIPALITY')
    .map(({ key }) => ({ municipality: key, inhabitants: inhabitants.get(key) ?? null }));
  return { registerDate, municipalities };
}
