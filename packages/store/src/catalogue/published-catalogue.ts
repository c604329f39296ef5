import type {
  Catalogue,
  CatalogueInput,
  CataloguePlugin,
  Indicator,
  Measure,
  Statistic,
  Subject,
} from '@kreisweit/domain';
import type { Store } from '../open-store.ts';
import { publishedEntries } from './published-entries.ts';

/** Fields that definitions of earlier versions of Kreisweit lack, and what holds of those. */
const LATER = Object.freeze({
  plugin: { plausibility: [] },
  indicator: { caveats: null, informs: [], deprecated: null, methodRevision: 1 },
});

/** Reads the catalogue that readers of a store see, as plug-ins defined it; empty before anything is published. */
export async function publishedCatalogue(store: Store): Promise<Catalogue> {
  const { stored } = await publishedEntries(store.database.pool);
  // The definitions were checked when they were registered; the store only gives them back.
  const ofKind = <Definition>(kind: string, later: Partial<Definition> = {}): readonly Definition[] =>
    stored
      .filter((entry) => entry.kind === kind)
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .map(({ definition }) => ({ ...later, ...(definition as Definition) }));
  return Object.freeze({
    plugins: ofKind<CataloguePlugin>('plugin', LATER.plugin),
    statistics: ofKind<Statistic>('statistic'),
    inputs: ofKind<CatalogueInput>('input'),
    measures: ofKind<Measure>('measure'),
    indicators: ofKind<Indicator>('indicator', LATER.indicator),
    subjects: ofKind<Subject>('subject'),
  });
}
