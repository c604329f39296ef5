import type { CataloguePlugin, Indicator, Measure, Statistic, Subject } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { trueAt } from './true-at.ts';

/** A definition with the internal id under which facts are stored and the data version that it was read for. */
export type Identified<Definition> = Definition & { readonly id: number; readonly asOf: number };

/** The definitions that are true for one data version, by key, in the order of their keys. */
export type CatalogueAt = {
  readonly version: number;
  readonly plugins: ReadonlyMap<string, CataloguePlugin>;
  readonly statistics: ReadonlyMap<string, Statistic>;
  readonly measures: ReadonlyMap<string, Identified<Measure>>;
  readonly indicators: ReadonlyMap<string, Identified<Indicator>>;
  readonly subjects: ReadonlyMap<string, Identified<Subject>>;
};

type CatalogueRow = {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly definition: object;
};

/** Reads the whole catalogue of a data version. It is small and never changes afterwards, so callers may keep it. */
export async function catalogueAt(db: Kysely<StoreSchema>, asOf: number): Promise<CatalogueAt> {
  const { rows } = await sql<CatalogueRow>`
    select i.id, i.kind, i.key, v.definition
    from catalogue_item i
    join catalogue_version v on v.item_id = i.id
    where i.kind <> 'input' and ${trueAt('v', asOf)}
    order by i.kind, i.key collate "C"`.execute(db);
  // The definitions were checked when they were registered; the store only gives them back.
  const ofKind = <Definition>(
    kind: string,
    read: (row: CatalogueRow) => Definition,
  ): ReadonlyMap<string, Definition> =>
    new Map(rows.filter((row) => row.kind === kind).map((row) => [row.key, read(row)]));
  return {
    version: asOf,
    // One that was stored before there were rules has none.
    plugins: ofKind('plugin', ({ definition }) => {
      const { plausibility = [], ...plugin } = definition as Omit<CataloguePlugin, 'plausibility'> &
        Partial<CataloguePlugin>;
      return { ...plugin, plausibility };
    }),
    statistics: ofKind('statistic', ({ definition }) => definition as Statistic),
    measures: ofKind('measure', ({ id, definition }) => ({ ...(definition as Measure), id, asOf })),
    indicators: ofKind('indicator', ({ id, definition }) => ({ ...(definition as Indicator), id, asOf })),
    subjects: ofKind('subject', ({ id, definition }) => ({ ...(definition as Subject), id, asOf })),
  };
}
