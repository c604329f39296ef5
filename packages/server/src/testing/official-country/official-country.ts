import { basename } from 'node:path';
import { createContext, createSchema } from '@kreisweit/graphql';
import { type IndicatorPlugin, openInput, registerPlugins } from '@kreisweit/plugin-kit';
import { populationPlugin } from '@kreisweit/plugin-population';
import { workPlugin } from '@kreisweit/plugin-work';
import { ingestRelease, type Store, storeOn, syncCatalogue } from '@kreisweit/store';
import type { Engine } from '@kreisweit/store/testing';
import { graphql } from 'graphql';
import { expect } from 'vitest';
import { checksumOf } from '../../cli/checksum-of.ts';
import { releaseOf } from '../../delivery/release-of.ts';
import { officialFile } from '../official-file.ts';

/** A store with official sources and tables of the whole country, and how its tests ask it. */
export type OfficialCountry = {
  readonly store: Store;
  /** The answer to a GraphQL document that has no errors. */
  readonly query: <Answer>(document: string) => Promise<Answer>;
  readonly rows: (sql: string) => Promise<readonly object[]>;
};

/** Opens one without sources and tables, with the plug-ins `population` and `work` in its catalogue. */
export async function officialCountry(engine: Engine): Promise<OfficialCountry> {
  const store = await storeOn(await engine.open());
  const { catalogue, problems } = registerPlugins([populationPlugin, workPlugin]);
  expect(problems).toEqual([]);
  await syncCatalogue(store, catalogue);
  const schema = createSchema();
  return {
    store,
    query: async <Answer>(source: string) => {
      const contextValue = createContext({ db: store.db });
      const { data, errors } = await graphql({ schema, source, contextValue });
      expect(errors).toBeUndefined();
      return JSON.parse(JSON.stringify(data)) as Answer;
    },
    rows: async (sql) => (await store.database.pool.query(sql)).rows,
  };
}

/** Takes in an official table, whole. */
export async function ingestOfficial(store: Store, path: string, plugin: IndicatorPlugin): Promise<void> {
  const file = officialFile(path);
  const opened = await openInput(plugin, file);
  await ingestRelease(store, releaseOf(opened, basename(file), await checksumOf(file)));
}
