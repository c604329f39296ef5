import {
  type BoundaryPlans,
  type CatalogueAt,
  type PublishedVersion,
  publishedVersion,
  type Store,
  versionsAt,
} from '@kreisweit/store';
import DataLoader from 'dataloader';
import { cachedBoundaries } from './cached-boundaries.ts';
import { cachedCatalogue } from './cached-catalogue.ts';
import type { ErrorLog } from './error/present-error.ts';
import { createLoaders, type Loaders } from './loader/create-loaders.ts';
import { anonymousReader, type Principal } from './principal.ts';

/** What every resolver is given: one for each request. */
export type Context = {
  readonly db: Store['db'];
  readonly principal: Principal;
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

/** Makes the context of one request. It must not be shared between requests: it remembers what it has read. */
export function createContext(options: {
  readonly db: Store['db'];
  readonly principal?: Principal;
  readonly logError?: ErrorLog;
}): Context {
  const { db, principal = anonymousReader, logError = writeToStandardError } = options;
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
  return { ...reading, principal, logError, loaders: createLoaders(reading) };
}

const writeToStandardError: ErrorLog = ({ id, error }) => console.error(`error ${id}:`, error);
