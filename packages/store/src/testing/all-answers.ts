import {
  measureInputsOf,
  type Period,
  periodEnd,
  periodRead,
  periodStart,
  type TerritoryKind,
} from '@kreisweit/domain';
import type { Store } from '../open-store.ts';
import { type CatalogueAt, catalogueAt } from '../read/catalogue-at.ts';
import { type ComponentMembersRequest, componentMembers } from '../read/component-members.ts';
import { crossSection } from '../read/cross-section.ts';
import { currentTerritories } from '../read/current-territories.ts';
import { districtReconciliations } from '../read/district-reconciliations.ts';
import { districtsPage } from '../read/districts-page.ts';
import { groupDeclarations } from '../read/group-declarations.ts';
import { groupMembers } from '../read/group-members.ts';
import { groupsOfMembers } from '../read/groups-of-members.ts';
import { groupsPage } from '../read/groups-page.ts';
import { peerComparisons } from '../read/peer-comparisons.ts';
import { pluginReporting } from '../read/plugin-reporting.ts';
import { reconciliationOf } from '../read/reconciliation-of.ts';
import { registerEntries } from '../read/register-entries.ts';
import { releaseList } from '../read/release-list.ts';
import { searchTerritories } from '../read/search-territories.ts';
import { seriesOf } from '../read/series-of.ts';
import { territoriesByKey } from '../read/territories-by-key.ts';
import { territoryAbove } from '../read/territory-above.ts';
import { territoryLineage } from '../read/territory-lineage.ts';
import { territoryMembers } from '../read/territory-members.ts';
import type { TerritoryRow } from '../read/territory-row.ts';
import { territoryVersions } from '../read/territory-versions.ts';
import { type ComponentCell, type ComponentFacts, valueComponents } from '../read/value-components.ts';
import { valueRevisions } from '../read/value-revisions.ts';
import { valueSources } from '../read/value-sources.ts';
import { allFigures } from './stored-rows.ts';

/** What is asked: territories by kind and key, on which days; periods and breakdowns of values. */
export type Questions = {
  readonly territories: readonly { readonly kind: TerritoryKind; readonly key: string }[];
  readonly days: readonly string[];
  readonly periods: readonly Period[];
  readonly breakdowns: readonly string[];
};

/**
 * Everything that readers can ask for a data version: the catalogue and the releases, territories with their versions,
 * parents, members, neighbours in time and groups; and of each of them series, cross-sections, comparisons, explanations,
 * sources, revisions and reconciliations.
 */
export async function allAnswers({ db, ...store }: Store, asOf: number, questions: Questions) {
  const { days, periods, breakdowns } = questions;
  const catalogue = await catalogueAt(db, asOf);
  const found = await territoriesByKey(db, {
    asOf,
    territories: questions.territories.flatMap((each) => [null, ...days].map((on) => ({ ...each, on }))),
  });
  const places = [...new Map(found.flatMap((row) => (row === null ? [] : [[row.id, row]]))).values()];
  const ids = places.map(({ id }) => id);
  const indicators = [...catalogue.indicators.values()];

  const selections = indicators.flatMap(({ id }) =>
    breakdowns.map((breakdown) => ({ indicatorId: id, breakdown })),
  );
  const values = places.flatMap((territory) =>
    indicators.flatMap((indicator) =>
      breakdowns.flatMap((breakdown) =>
        periods.map((period) => ({ territory, indicator, indicatorId: indicator.id, breakdown, period })),
      ),
    ),
  );
  const explained = values.map((value) => ({
    ...value,
    cells: cellsOf(catalogue, value.indicator.resolved, value.period),
  }));
  const components = await valueComponents(db, { asOf, requests: explained });
  const areas = places.filter(({ kind }) => ['country', 'state', 'region', 'group'].includes(kind));
  const inAreas = areas.flatMap((area) => periods.map((period) => ({ area, period })));
  const moments = places.flatMap((row) => days.map((day) => ({ id: row.id, factsId: row.factsId, day })));
  const cells = places.flatMap((territory) =>
    [...catalogue.measures.values()].flatMap(({ id }) =>
      breakdowns.flatMap((breakdown) =>
        periods.map((period) => ({ territory, measureId: id, period, breakdown })),
      ),
    ),
  );
  const groups = await groupsPage(db, { asOf, first: 10, after: null });

  return {
    catalogue: Object.entries(catalogue).map(([part, of]) => [part, of instanceof Map ? [...of] : of]),
    releases: await releaseList(db, asOf),
    found: found.map(told),
    versions: await territoryVersions(db, { asOf, ids }),
    entries: await registerEntries(db, { asOf, ids }),
    current: (await currentTerritories(db, { asOf, ids })).map((rows) => rows.map(told)),
    lineage: await Promise.all(
      (['successors', 'predecessors'] as const).map(async (direction) =>
        (await territoryLineage(db, { asOf, direction, ids })).map((rows) =>
          rows.map((row) => ({ ...row, territory: told(row.territory) })),
        ),
      ),
    ),
    districts: page(
      await districtsPage(db, { asOf, on: null, state: null, search: null, first: 100, after: null }),
    ),
    hits: (await searchTerritories(db, { asOf, text: 'a', kinds: null, first: 100, after: null })).rows.map(
      (hit) => ({ ...hit, territory: told(hit.territory) }),
    ),
    groups: page(groups),
    declared: await groupDeclarations(db, { asOf, ids: groups.rows.map(({ id }) => id) }),
    groupMembers: (
      await groupMembers(db, {
        asOf,
        requests: groups.rows.flatMap(({ id }) => days.map((day) => ({ groupId: id, day }))),
      })
    ).map((rows) => rows.map(told)),
    groupsOf: (await groupsOfMembers(db, { asOf, requests: moments })).map((rows) => rows.map(told)),
    above: (
      await territoryAbove(db, {
        asOf,
        requests: moments.flatMap(({ id, day }) =>
          ([null, 'association', 'district', 'state'] as const).map((kind) => ({ memberId: id, kind, day })),
        ),
      })
    ).map(told),
    members: (
      await territoryMembers(db, {
        asOf,
        requests: moments.flatMap(({ id, day }) =>
          (['district', 'association', 'municipality'] as const).map((kind) => ({ parentId: id, kind, day })),
        ),
      })
    ).map((rows) => rows.map(told)),
    series: await seriesOf(db, { asOf, requests: places.map((territory) => ({ territory, selections })) }),
    figures: await allFigures({ db, ...store }, asOf),
    sections: await crossSection(db, {
      asOf,
      requests: inAreas.flatMap(({ area, period }) =>
        (['district', 'municipality'] as const).flatMap((kind) =>
          indicators.map((indicator) => ({
            territoryId: area.id,
            kind,
            indicatorId: indicator.id,
            breakdown: '',
            period,
            day: periodEnd(period),
          })),
        ),
      ),
    }),
    peers: await peerComparisons(db, {
      asOf,
      requests: places
        .filter(({ kind }) => kind === 'district')
        .flatMap(({ id }) =>
          indicators.flatMap((indicator) =>
            periods.map((period) => ({
              area: 'country' as const,
              groupKey: null,
              sameDesignation: false,
              territoryId: id,
              indicatorId: indicator.id,
              breakdown: '',
              period,
              day: periodEnd(period),
              lowestFirst: false,
            })),
          ),
        ),
    }),
    components,
    contributions: await componentMembers(db, {
      asOf,
      requests: membersAsked(catalogue, explained, components),
    }),
    sources: await valueSources(db, {
      asOf,
      requests: explained.map(({ cells, ...value }) => ({
        ...value,
        components: cells.map((cell) => ({ ...cell, reportedAt: 'municipality' as const })),
      })),
    }),
    revisions: await valueRevisions(db, { asOf, requests: values }),
    reconciled: await reconciliationOf(db, { asOf, requests: cells }),
    reconciledDistricts: await districtReconciliations(db, {
      asOf,
      requests: inAreas.flatMap(({ area, period }) =>
        [...catalogue.measures.values()].map(({ id }) => ({
          territoryId: area.id,
          measureId: id,
          period,
          breakdown: '',
          first: periodStart(period),
          last: periodEnd(period),
        })),
      ),
    }),
    reporting: await pluginReporting(db, {
      asOf,
      requests: periods.map((period) => ({
        measures: [...catalogue.measures.values()].map(({ id, reportedAt }) => ({
          id,
          byMembers: reportedAt !== 'district',
        })),
        period,
        day: periodEnd(period),
        state: null,
      })),
    }),
  };
}

/** A row names the districts of all data versions, so that an older one finds its series too: that list may grow. */
function told(row: TerritoryRow | null) {
  if (row === null) return null;
  const { districtIds: _, ...rest } = row;
  return rest;
}

function page({ rows, ...rest }: { readonly rows: readonly TerritoryRow[] }) {
  return { ...rest, rows: rows.map(told) };
}

function cellsOf(
  catalogue: CatalogueAt,
  formula: Parameters<typeof measureInputsOf>[0],
  period: Period,
): readonly ComponentCell[] {
  return measureInputsOf(formula).flatMap((input) => {
    const measure = catalogue.measures.get(input.key);
    const read = periodRead(input, period);
    if (measure === undefined || read === null) return [];
    const isOwnCount = typeof measure.disclosure === 'object';
    return [
      {
        measureId: measure.id,
        sourceId: measure.id,
        period: read,
        ownCount: isOwnCount,
        publishedAs: catalogue.indicators.get(measure.key)?.id ?? null,
        toldBelowDistricts: !isOwnCount && measure.reportedAt !== 'district',
        isMean: typeof measure.rollup === 'object',
      },
    ];
  });
}

type Explained = {
  readonly territory: TerritoryRow;
  readonly breakdown: string;
  readonly cells: readonly ComponentCell[];
};

/** The members are asked of every component that does not withhold them. */
function membersAsked(
  catalogue: CatalogueAt,
  explained: readonly Explained[],
  components: readonly (readonly (ComponentFacts | null)[])[],
): readonly ComponentMembersRequest[] {
  const measures = new Map([...catalogue.measures.values()].map((measure) => [measure.id, measure]));
  return explained.flatMap(({ territory, breakdown, cells }, request) =>
    cells.flatMap((cell, index): ComponentMembersRequest[] => {
      const facts = components[request]?.[index] ?? null;
      const measure = measures.get(cell.measureId);
      if (facts === null || facts.withheld !== null || measure === undefined) return [];
      const { rollup, reportedAt } = measure;
      const weight =
        typeof rollup === 'object' ? (catalogue.measures.get(rollup.weightedMeanBy) ?? null) : null;
      return [
        {
          districtId: facts.districtId,
          territoryId: territory.factsId,
          breakdown,
          measureId: cell.measureId,
          sourceId: cell.sourceId,
          bounds: null,
          period: cell.period,
          rollup: typeof rollup === 'object' ? 'weightedMean' : rollup,
          weightId: weight?.id ?? null,
          reportedAt,
          municipalities: cell.toldBelowDistricts,
          weighedMunicipalities: weight !== null,
          value: facts.value,
          reported: facts.reported ?? 0,
          expected: facts.expected,
        },
      ];
    }),
  );
}
