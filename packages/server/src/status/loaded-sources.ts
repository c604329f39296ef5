import type { Store } from '@kreisweit/store';

/** A list of changes in the store: the days that it is about. */
export type LoadedChangeList = {
  readonly file: string;
  readonly from: string;
  readonly until: string;
  readonly demo: boolean;
};

/** A crosswalk in the store: from the first of its days to the boundaries of `targetOn`. */
export type LoadedCrosswalk = {
  readonly file: string;
  readonly territoryKind: string | null;
  readonly from: string;
  readonly targetOn: string | null;
  readonly demo: boolean;
};

/** Boundaries of a level in the store. */
export type LoadedBoundaries = {
  readonly level: string;
  readonly validOn: string;
  readonly file: string;
  readonly territories: number;
};

/** The free groups in the store that a file declared on behalf of a source. */
export type LoadedGroups = {
  readonly file: string;
  readonly source: string;
  readonly groups: number;
};

/** The agreements of districts in the store that a file declared on behalf of a source. */
export type LoadedAgreements = {
  readonly file: string;
  readonly source: string;
  readonly agreements: number;
};

/** What tells of territories and of what districts agreed on, beside the registers. */
export type LoadedSources = {
  readonly changeLists: readonly LoadedChangeList[];
  readonly crosswalks: readonly LoadedCrosswalk[];
  readonly boundaries: readonly LoadedBoundaries[];
  readonly groups: readonly LoadedGroups[];
  readonly agreements: readonly LoadedAgreements[];
};

/** The lists of changes, crosswalks and boundaries that count in a data version, by day, and groups and agreements, by file. */
export async function loadedSources({ db }: Store, version: number): Promise<LoadedSources> {
  const sources = await db
    .selectFrom('change_source')
    .select(['kind', 'territory_kind', 'file', 'covers_from', 'covers_until', 'target_on', 'demo'])
    .where('version_from', '<=', version)
    .where(({ or, eb }) => or([eb('version_until', 'is', null), eb('version_until', '>', version)]))
    .orderBy('covers_from')
    .orderBy('file')
    .execute();
  const boundaries = await db
    .selectFrom('boundary_set')
    .select(['kind as level', 'valid_on as validOn', 'file', 'territory_ids'])
    .where('version_from', '<=', version)
    .where(({ or, eb }) => or([eb('version_until', 'is', null), eb('version_until', '>', version)]))
    .orderBy('valid_on')
    .orderBy('kind')
    .execute();
  const groups = await db
    .selectFrom('territory_group')
    .select(({ fn }) => ['file', 'source', fn.countAll<number>().as('groups')])
    .where('version_from', '<=', version)
    .where(({ or, eb }) => or([eb('version_until', 'is', null), eb('version_until', '>', version)]))
    .groupBy(['file', 'source'])
    .orderBy('file')
    .orderBy('source')
    .execute();
  const agreements = await db
    .selectFrom('subject_agreement')
    .select(({ fn }) => ['file', 'source', fn.countAll<number>().as('agreements')])
    .where('version_from', '<=', version)
    .where(({ or, eb }) => or([eb('version_until', 'is', null), eb('version_until', '>', version)]))
    .groupBy(['file', 'source'])
    .orderBy('file')
    .orderBy('source')
    .execute();
  return {
    changeLists: sources
      .filter(({ kind }) => kind === 'changes')
      .map(({ file, covers_from, covers_until, demo }) => ({
        file,
        from: covers_from,
        until: covers_until,
        demo,
      })),
    crosswalks: sources
      .filter(({ kind }) => kind === 'crosswalk')
      .map(({ file, territory_kind, covers_from, target_on, demo }) => ({
        file,
        territoryKind: territory_kind,
        from: covers_from,
        targetOn: target_on,
        demo,
      })),
    boundaries: boundaries.map(({ territory_ids, ...set }) => ({
      ...set,
      territories: territory_ids.length,
    })),
    groups: groups.map(({ groups: declared, ...file }) => ({ ...file, groups: Number(declared) })),
    agreements: agreements.map(({ agreements: agreed, ...file }) => ({
      ...file,
      agreements: Number(agreed),
    })),
  };
}
