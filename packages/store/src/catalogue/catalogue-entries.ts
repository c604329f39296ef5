import type { Catalogue } from '@kreisweit/domain';

/** A definition as the catalogue tables hold it. */
export type CatalogueEntry = { readonly kind: string; readonly key: string; readonly definition: object };

/** The definitions of a catalogue as rows. A measure and its identity indicator share a key, not a kind. */
export function catalogueEntries(catalogue: Catalogue): readonly CatalogueEntry[] {
  return [
    ...catalogue.plugins.map((plugin) => ({ kind: 'plugin', key: plugin.id, definition: plugin })),
    ...catalogue.statistics.map((statistic) => ({
      kind: 'statistic',
      key: statistic.key,
      definition: statistic,
    })),
    ...catalogue.inputs.map((input) => ({ kind: 'input', key: input.key, definition: input })),
    ...catalogue.measures.map((measure) => ({ kind: 'measure', key: measure.key, definition: measure })),
    ...catalogue.indicators.map((indicator) => ({
      kind: 'indicator',
      key: indicator.key,
      definition: indicator,
    })),
    ...catalogue.subjects.map((subject) => ({ kind: 'subject', key: subject.key, definition: subject })),
  ];
}
