import SchemaBuilder from '@pothos/core';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import ErrorsPlugin from '@pothos/plugin-errors';
import RelayPlugin from '@pothos/plugin-relay';
import type { Context } from './context.ts';
import { relayOptions } from './relay-options.ts';

type TextScalar = { readonly Input: string; readonly Output: string };

/** Builds the schema: types in `schema/` are defined with it. Fields are never null unless they say so. */
export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Connection: { readonly totalCount: number };
  Scalars: {
    ID: { Input: string; Output: string };
    Date: TextScalar;
    DateTime: TextScalar;
    AsOf: { Input: number | string; Output: number | string };
    Period: TextScalar;
  };
}>({
  // The order matters: errors wrap what the others resolve.
  plugins: [ErrorsPlugin, RelayPlugin, DataloaderPlugin],
  defaultFieldNullability: false,
  relay: relayOptions,
});

/** The types that the builder was made with, for functions that define fields. */
export type SchemaTypes = typeof builder.$inferSchemaTypes;

/** Defines the fields of an object whose values have the type `Parent`. */
export type Fields<Parent> = PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, Parent>;

/** Defines the fields of an interface whose values have the type `Parent`. */
export type InterfaceFields<Parent> = PothosSchemaTypes.InterfaceFieldBuilder<SchemaTypes, Parent>;
