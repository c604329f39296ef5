import {
  type BoundaryObstacle,
  flagBits,
  periodRead,
  type RebasedEntry,
  rebaseSeries,
  ruleOverTime,
  shorterPeriods,
  statusCodes,
} from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import type { StoredPlan } from './boundary-plans.ts';
import type { CatalogueAt } from './catalogue-at.ts';
import { type CrossSection, type CrossSectionRequest, crossSection } from './cross-section.ts';
import {
  entryOfOwnRow,
  factsOfParts,
  inputsOf,
  isMethodBroken,
  isUntouched,
  noValue,
  obstacleOf,
  type RebasedSelection,
  rangeOf,
} from './planned-facts.ts';

/** A cross-section for the territories of its `day`, with the plan for the boundaries of each (by key). */
export type PlannedCrossSection = CrossSectionRequest &
  RebasedSelection & { readonly planOf: (key: string) => StoredPlan | null };

/** A cross-section on the boundaries of a day; `apportioned` and `obstacles` as in a series. */
export type RebasedCrossSection = CrossSection & {
  readonly apportioned: readonly (number | null)[];
  readonly obstacles: readonly (BoundaryObstacle | null)[];
};

/** Cross-sections on the boundaries of their days, in the order of the requests: two statements for any number. */
export async function rebasedCrossSection(
  db: Kysely<StoreSchema>,
  catalogue: CatalogueAt,
  requests: readonly PlannedCrossSection[],
): Promise<readonly RebasedCrossSection[]> {
  const sections = await crossSection(db, { asOf: catalogue.version, requests });
  const planned = requests.map((request, index) =>
    (sections[index]?.territories ?? []).map(({ key }) => plannedRequest(request, key)),
  );
  const changed = planned.flat().filter((request) => !isUntouched(request, catalogue.measures));
  const periods = requests.flatMap(({ indicator, period }) =>
    inputsOf(indicator, catalogue.measures).flatMap((input) => {
      const read = periodRead(input, period);
      if (read === null) return [];
      return ruleOverTime(input.measure) === null ? [read] : [read, ...shorterPeriods(read).flat()];
    }),
  );
  const facts = await factsOfParts(db, catalogue, changed, [...new Set(periods)]);
  const isChanged = new Set(changed);
  return requests.map(({ indicator, breakdown, period }, index) => {
    const read = inputsOf(indicator, catalogue.measures);
    const isBroken = isMethodBroken(indicator, catalogue.measures)(period);
    const entries = (planned[index] ?? []).map((request): RebasedEntry['rebased'] => {
      const obstacle = obstacleOf(request.plan, period, read);
      if (obstacle !== null && !isChanged.has(request)) {
        return noValue(obstacle === 'NOT_IN_FORCE' ? 'NOT_APPLICABLE' : 'NOT_AVAILABLE', obstacle);
      }
      if (!isChanged.has(request) || request.plan === null) return null;
      const range = rangeOf(request, catalogue.measures);
      const series = rebaseSeries(indicator, catalogue.measures, request.plan, range, ({ key }, measure) =>
        facts(key, catalogue.measures.get(measure)?.id ?? -1, breakdown),
      );
      const found = series.find((entry) => entry.period === period);
      return (found ?? entryOfOwnRow(request.plan, period, read)).rebased;
    });
    return withEntries(sections[index], entries, isBroken ? flagBits.BREAK : 0);
  });
}

function plannedRequest({ indicator, breakdown, period, planOf }: PlannedCrossSection, key: string) {
  return { selections: [{ indicator, breakdown }], plan: planOf(key), from: period, to: period };
}

function withEntries(
  section: CrossSection | undefined,
  entries: readonly RebasedEntry['rebased'][],
  broken: number,
): RebasedCrossSection {
  const { territories = [], values = [], statuses = [], flags = [], coverages = [] } = section ?? {};
  const marks = flagBits.BREAK | flagBits.REFORM;
  return {
    territories,
    values: entries.map((entry, at) => (entry === null ? (values[at] ?? null) : entry.value)),
    statuses: entries.map((entry, at) =>
      entry === null ? (statuses[at] ?? statusCodes.NOT_AVAILABLE) : statusCodes[entry.status],
    ),
    flags: entries.map((entry, at) => (entry === null ? ((flags[at] ?? 0) & ~marks) | broken : entry.flags)),
    coverages: entries.map((entry, at) => (entry === null ? (coverages[at] ?? null) : null)),
    apportioned: entries.map((entry) => entry?.apportioned ?? null),
    obstacles: entries.map((entry) => entry?.obstacle ?? null),
  };
}
