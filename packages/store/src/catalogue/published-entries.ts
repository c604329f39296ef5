import type { CatalogueEntry } from './catalogue-entries.ts';

/** The definitions that are published, as they were stored, and the data version that readers see. */
export type PublishedEntries = { readonly version: number; readonly stored: readonly CatalogueEntry[] };

/** What can be asked: a pool, or the writer of a data version. */
type Asking = { readonly query: (sql: string) => Promise<{ readonly rows: readonly object[] }> };

/** Reads the definitions that are published, in one statement. */
export async function publishedEntries(database: Asking): Promise<PublishedEntries> {
  const { rows } = await database.query(
    `select p.version, coalesce(
       json_agg(json_build_object('kind', i.kind, 'key', i.key, 'definition', v.definition))
         filter (where i.id is not null), '[]'
     ) as stored
     from published_pointer p
     left join catalogue_version v
       on v.version_from <= p.version and (v.version_until is null or v.version_until > p.version)
     left join catalogue_item i on i.id = v.item_id
     group by p.version`,
  );
  const [found] = rows as readonly PublishedEntries[];
  return found ?? { version: 0, stored: [] };
}
