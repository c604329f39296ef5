import { type Acting, anonymous } from '@kreisweit/domain';
import {
  type ActingStore,
  type BoundaryPlans,
  type CatalogueAt,
  type PublishedVersion,
  publishedVersion,
  type Store,
  versionsAt,
} from '@kreisweit/store';
import DataLoader from 'dataloader';
import { type DecisionLoader, decisionLoader } from './access/decision-loader.ts';
import { cachedBoundaries } from './cached-boundaries.ts';
import { cachedCatalogue } from './cached-catalogue.ts';
import type { ErrorLog } from './error/present-error.ts';
import { createLoaders, type Loaders } from './loader/create-loaders.ts';

/** What every resolver is given: one for each request. */
export type Context = {
  readonly db: Store['db'];
  /** Who asks, and in which request. */
  readonly acting: Acting;
  /** What writes for whoever asks and reads what is not public; null where nothing of that is to be had. */
  readonly actingStore: ActingStore | null;
  /** Whether whoever asks may do what fields are about. */
  readonly decisions: DecisionLoader;
  /** The data version that this request reads: asked for when first needed, then shared. */
  readonly dataVersion: () => Promise<PublishedVersion>;
  /** The data version that was published at a moment or day; null for one that is still to come. */
  readonly versionAt: (moment: string) => Promise<number | null>;
  /** The states of the data that this request has asked for by `asOf`: each takes statements of its own. */
  readonly states: Set<number | string>;
  /** The definitions that are true for a data version. */
  readonly catalogue: (version: number) => Promise<CatalogueAt>;
  /** How series are carried over to the boundaries of a day, by what a data version knows. */
  readonly boundaries: (version: number) => Promise<BoundaryPlans>;
  readonly loaders: Loaders;
  /** Takes errors that the answer only names by an id. */
  readonly logError: ErrorLog;
};

/**
 * Makes the context of one request. It must not be shared between requests: it remembers what it has read. Without an `actingStore` (an
 * embedding that only reads) everything is refused that not everybody may; `acting` then says who asks, else the store does.
 */
export function createContext(options: {
  readonly db: Store['db'];
  readonly actingStore?: ActingStore;
  readonly acting?: Acting;
  readonly logError?: ErrorLog;
}): Context {
  const { db, actingStore = null, logError = writeToStandardError } = options;
  const acting = actingStore?.acting ?? options.acting ?? nobody;
  let version: Promise<PublishedVersion> | undefined;
  const versionOf = new DataLoader((moments: readonly string[]) => versionsAt(db, moments));
  const reading = {
    db,
    dataVersion: () => {
      version ??= publishedVersion(db);
      return version;
    },
    versionAt: (moment: string) => versionOf.load(moment),
    states: new Set<number | string>(),
    catalogue: (number: number) => cachedCatalogue(db, number),
    boundaries: (number: number) => cachedBoundaries(db, number),
  };
  const access = { acting, actingStore, decisions: decisionLoader(acting, actingStore) };
  return { ...reading, ...access, logError, loaders: createLoaders(reading) };
}

/** Somebody who has not signed in, in no certain request. */
const nobody: Acting = Object.freeze({ principal: anonymous, requestId: null });

const writeToStandardError: ErrorLog = ({ id, error }) => console.error(`error ${id}:`, error);
