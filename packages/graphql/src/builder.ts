import type { Json } from '@kreisweit/domain';
import SchemaBuilder from '@pothos/core';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import ErrorsPlugin from '@pothos/plugin-errors';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import type { AuthScopes } from './access/requested-scope.ts';
import { requireScope } from './access/require-scope.ts';
import type { Context } from './context.ts';
import { errorOptions } from './error/error-options.ts';
import { relayOptions } from './relay-options.ts';

type TextScalar = { readonly Input: string; readonly Output: string };

/** Builds the schema: types in `schema/` are defined with it. Fields are never null unless they say so. */
export const builder = new SchemaBuilder<{
  Context: Context;
  AuthScopes: AuthScopes;
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
    JSON: { Input: Json; Output: Json };
  };
}>({
  // The order matters: errors wrap what the others resolve, so that a refused mutation is one of its results; relay reads ids before
  // scopes are asked about them.
  plugins: [ErrorsPlugin, RelayPlugin, ScopeAuthPlugin, DataloaderPlugin],
  defaultFieldNullability: false,
  errors: errorOptions,
  scopeAuth: {
    // It throws what says why not, so the plug-in's own words are never read.
    authScopes: (context) => ({ may: (scope) => requireScope(context, scope) }),
  },
  relay: relayOptions,
});

/** The types that the builder was made with, for functions that define fields. */
export type SchemaTypes = typeof builder.$inferSchemaTypes;

/** Defines the fields of an object whose values have the type `Parent`. */
export type Fields<Parent> = PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, Parent>;

/** Defines the fields of an interface whose values have the type `Parent`. */
export type InterfaceFields<Parent> = PothosSchemaTypes.InterfaceFieldBuilder<SchemaTypes, Parent>;

/** Defines mutations. */
export type MutationFields = PothosSchemaTypes.MutationFieldBuilder<SchemaTypes, SchemaTypes['Root']>;
