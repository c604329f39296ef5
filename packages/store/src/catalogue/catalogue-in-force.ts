import type { CatalogueInput, CataloguePlugin, Indicator, Measure } from '@kreisweit/domain';
import type { Writer } from '../write/write-version.ts';

/** What a writer needs of the catalogue, with the ids under which facts are stored. */
export type CatalogueInForce = {
  readonly plugins: ReadonlyMap<string, CataloguePlugin>;
  readonly inputs: ReadonlyMap<string, CatalogueInput & { readonly id: number }>;
  readonly measures: ReadonlyMap<string, Measure & { readonly id: number }>;
  readonly indicators: ReadonlyMap<string, Indicator & { readonly id: number }>;
};

/** Reads the catalogue of the data version being built. */
export async function catalogueInForce(writer: Writer): Promise<CatalogueInForce> {
  const rows = await writer.rows<{ id: number; kind: string; key: string; definition: object }>(
    `select i.id, i.kind, i.key, v.definition
     from catalogue_item i
     join catalogue_version v on v.item_id = i.id
     where v.version_from <= $1 and (v.version_until is null or v.version_until > $1)
     order by i.key`,
    [writer.version],
  );
  const ofKind = <Definition>(kind: string): ReadonlyMap<string, Definition & { readonly id: number }> =>
    new Map(
      rows
        .filter((row) => row.kind === kind)
        // The definitions were checked when they were registered; the store only gives them back.
        .map((row) => [row.key, { ...(row.definition as Definition), id: row.id }]),
    );
  return {
    plugins: new Map(
      rows.filter(({ kind }) => kind === 'plugin').map(({ key, definition }) => [key, pluginOf(definition)]),
    ),
    inputs: ofKind('input'),
    measures: ofKind('measure'),
    indicators: ofKind('indicator'),
  };
}

/** One that was stored before there were rules has none. */
function pluginOf(definition: object): CataloguePlugin {
  const { plausibility = [], ...plugin } = definition as Omit<CataloguePlugin, 'plausibility'> &
    Partial<CataloguePlugin>;
  return { ...plugin, plausibility };
}
