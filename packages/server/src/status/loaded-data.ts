import type { Store } from '@kreisweit/store';

/** A register in the store: the day whose boundaries it shows. */
export type LoadedRegister = {
  readonly file: string;
  readonly territoryDate: string;
  readonly demo: boolean;
};

/** A release in the store, as its source names it. */
export type LoadedRelease = {
  readonly input: string;
  readonly source: string;
  readonly file: string;
  readonly cells: number;
  readonly demo: boolean;
};

/** What readers of the published data version see. */
export type LoadedData = {
  readonly dataVersion: number;
  readonly registers: readonly LoadedRegister[];
  readonly releases: readonly LoadedRelease[];
  /** Of the latest register; without any register those that tables name. */
  readonly districts: number;
  readonly municipalities: number;
  /** Cells of all releases, signs included. */
  readonly values: number;
  readonly actors: number;
  readonly recommendations: number;
};

/** Counts what is loaded, for people: at the start and in `kreisweit status`. */
export async function loadedData(store: Store): Promise<LoadedData> {
  const { version: dataVersion } = await store.db
    .selectFrom('published_pointer')
    .select('version')
    .executeTakeFirstOrThrow();
  const registers = await registersAt(store, dataVersion);
  const releases = await releasesAt(store, dataVersion);
  const territories = await territoriesOf(store, registers.at(-1)?.id ?? null);
  return {
    dataVersion,
    registers: registers.map(({ id, ...register }) => register),
    releases,
    districts: territories.get('district') ?? 0,
    municipalities: territories.get('municipality') ?? 0,
    values: releases.reduce((sum, release) => sum + release.cells, 0),
    actors: await rowsOf(store, 'actor'),
    recommendations: await rowsOf(store, 'recommendation'),
  };
}

/** Oldest territory date first. */
function registersAt({ db }: Store, version: number) {
  return db
    .selectFrom('register')
    .select(['id', 'file', 'territory_date as territoryDate', 'demo'])
    .where('version_from', '<=', version)
    .where(({ or, eb }) => or([eb('version_until', 'is', null), eb('version_until', '>', version)]))
    .orderBy('territory_date')
    .execute();
}

function releasesAt({ db }: Store, version: number): Promise<readonly LoadedRelease[]> {
  return db
    .selectFrom('release')
    .innerJoin('catalogue_item', 'catalogue_item.id', 'release.input_id')
    .select([
      'catalogue_item.key as input',
      'release.source',
      'release.file',
      'release.cells',
      'release.demo',
    ])
    .where('version_from', '<=', version)
    .where(({ or, eb }) => or([eb('version_until', 'is', null), eb('version_until', '>', version)]))
    .orderBy('release.id')
    .execute();
}

/** How many territories of each kind a register lists, or, for none, all that tables name. */
async function territoriesOf({ db }: Store, register: number | null): Promise<ReadonlyMap<string, number>> {
  const rows =
    register === null
      ? await db
          .selectFrom('territory')
          .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
          .groupBy('kind')
          .execute()
      : await db
          .selectFrom('register_entry')
          .innerJoin('territory', 'territory.id', 'register_entry.territory_id')
          .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
          .where('register_id', '=', register)
          .groupBy('kind')
          .execute();
  return new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
}

async function rowsOf({ db }: Store, table: 'actor' | 'recommendation'): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
