import { isDeepStrictEqual } from 'node:util';
import { type Catalogue, measureInputsOf } from '@kreisweit/domain';
import { aggregateTouched } from '../aggregate/aggregate-touched.ts';
import { createTouchedTables, touchMeasures } from '../aggregate/touched.ts';
import type { Store } from '../open-store.ts';
import { publishTouched } from '../publish/publish-touched.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import { type CatalogueEntry, catalogueEntries } from './catalogue-entries.ts';
import { catalogueInForce } from './catalogue-in-force.ts';
import { publishedEntries } from './published-entries.ts';

/** How many definitions were new, changed or gone, and the data version since which the catalogue is as given. */
export type CatalogueSync = { readonly version: number; readonly changed: number };

/** `keeps` says of which plug-ins the definitions stay as they are although the catalogue does not have them. */
export type SyncOptions = { readonly keeps?: (plugin: string) => boolean };

/**
 * Writes the definitions of the plug-ins to the versioned catalogue tables and recomputes what a changed definition
 * touches. Definitions that are as they were make no new version, and wait for no writer: whatever is being ingested, a
 * server can start.
 */
export async function syncCatalogue(
  store: Store,
  catalogue: Catalogue,
  { keeps = () => false }: SyncOptions = {},
): Promise<CatalogueSync> {
  const wanted = plainJson(catalogueEntries(catalogue));
  const { version, stored } = await publishedEntries(store.database.pool);
  if (differences(wanted, stored, keeps).changed.length === 0) return { version, changed: 0 };

  return writeVersion(store, { kind: 'catalogue', note: 'plug-ins synchronised' }, async (writer) => {
    const published = await publishedEntries({ query: async (sql) => ({ rows: await writer.rows(sql) }) });
    const { fresh, changed } = differences(wanted, published.stored, keeps);
    if (changed.length === 0) return { publish: false, result: { version: writer.version - 1, changed: 0 } };

    await writer.transaction(() => writeEntries(writer, fresh, changed));
    await recompute(writer, changed);
    return { publish: true, result: { version: writer.version, changed: changed.length } };
  });
}

/** How many definitions `syncCatalogue` would write or close now. Writes nothing. */
export async function outdatedDefinitions(
  store: Store,
  catalogue: Catalogue,
  { keeps = () => false }: SyncOptions = {},
): Promise<number> {
  const { stored } = await publishedEntries(store.database.pool);
  return differences(plainJson(catalogueEntries(catalogue)), stored, keeps).changed.length;
}

/** Which wanted definitions are new or changed, and with them those that are wanted no more and not kept. */
function differences(
  wanted: readonly CatalogueEntry[],
  stored: readonly CatalogueEntry[],
  keeps: (plugin: string) => boolean,
) {
  const storedByName = new Map(stored.map((entry) => [nameOf(entry), entry]));
  const wantedNames = new Set(wanted.map(nameOf));
  const fresh = wanted.filter(
    (entry) => !isDeepStrictEqual(storedByName.get(nameOf(entry))?.definition, entry.definition),
  );
  const gone = stored.filter((entry) => !wantedNames.has(nameOf(entry)) && !keeps(pluginOf(entry)));
  return { fresh, changed: [...fresh, ...gone] };
}

/** The plug-in that a definition belongs to: the first part of its key. */
function pluginOf({ key }: CatalogueEntry): string {
  return key.split('/')[0] ?? key;
}

/** What JSON makes of the definitions (no undefined), so that they can be compared with what comes back. */
function plainJson(entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  return JSON.parse(JSON.stringify(entries));
}

function nameOf({ kind, key }: CatalogueEntry): string {
  return `${kind} ${key}`;
}

async function writeEntries(
  writer: Writer,
  fresh: readonly CatalogueEntry[],
  changed: readonly CatalogueEntry[],
): Promise<void> {
  await writer.run(
    `insert into catalogue_item (id, kind, key)
     select (select coalesce(max(id), 0) from catalogue_item) + row_number() over (order by e.position), e.kind, e.key
     from unnest($1::text[], $2::text[]) with ordinality as e (kind, key, position)
     on conflict (kind, key) do nothing`,
    [fresh.map((entry) => entry.kind), fresh.map((entry) => entry.key)],
  );
  await writer.run(
    `update catalogue_version v set version_until = $1
     from catalogue_item i, unnest($2::text[], $3::text[]) as e (kind, key)
     where v.item_id = i.id and v.version_until is null and i.kind = e.kind and i.key = e.key`,
    [writer.version, changed.map((entry) => entry.kind), changed.map((entry) => entry.key)],
  );
  await writer.run(
    `insert into catalogue_version (item_id, definition, version_from)
     select i.id, e.definition, $1
     from unnest($2::text[], $3::text[], $4::jsonb[]) as e (kind, key, definition)
     join catalogue_item i on i.kind = e.kind and i.key = e.key`,
    [
      writer.version,
      fresh.map((entry) => entry.kind),
      fresh.map((entry) => entry.key),
      fresh.map((entry) => JSON.stringify(entry.definition)),
    ],
  );
}

async function recompute(writer: Writer, changed: readonly CatalogueEntry[]): Promise<void> {
  const catalogue = await catalogueInForce(writer);
  const keysOf = (kind: string) => changed.filter((entry) => entry.kind === kind).map((entry) => entry.key);
  const measures = keysOf('measure');
  const readers = [...catalogue.indicators.values()].filter(({ resolved }) =>
    measureInputsOf(resolved).some(({ key }) => measures.includes(key)),
  );
  const indicators = [...new Set([...keysOf('indicator'), ...readers.map(({ key }) => key)])];
  await closeSeries(writer, indicators);
  await createTouchedTables(writer);
  await touchMeasures(writer, catalogue, { measures, indicators });
  await aggregateTouched(writer, catalogue);
  await publishTouched(writer, catalogue);
}

/**
 * A changed formula or measure may leave territories without a value that they had before: all series of what depends
 * on it are written anew.
 */
async function closeSeries(writer: Writer, indicators: readonly string[]): Promise<void> {
  await writer.run(
    `update published_series s set version_until = $1
     from catalogue_item i
     where i.id = s.indicator_id and i.kind = 'indicator' and i.key = any($2) and s.version_until is null`,
    [writer.version, indicators],
  );
}
