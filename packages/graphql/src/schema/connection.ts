import type { KeyedPage } from '@kreisweit/store';
import type { ObjectRef } from '@pothos/core';
import { cursorOfKey, LARGEST_PAGE } from '../argument/page-arguments.ts';
import type { SchemaTypes } from '../builder.ts';

const DEFAULT_PAGE = 50;

/** The connection and the edge of a type, as `builder.connectionObject` takes them. */
export function connectionOptions<Row>(name: string, type: ObjectRef<SchemaTypes, Row>) {
  return [
    {
      name: `${name}Connection`,
      type,
      description: `A page of entries of the type ${name}.`,
      fields: (t: PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, { readonly totalCount: number }>) => ({
        totalCount: t.exposeInt('totalCount', { description: 'How many entries there are on all pages.' }),
      }),
    },
    { name: `${name}Edge`, description: `An entry of the type ${name} and its place in the list.` },
  ] as const;
}

/** The arguments `first` and `after`. */
export function pageFields(
  t: Pick<PothosSchemaTypes.QueryFieldBuilder<SchemaTypes, SchemaTypes['Root']>, 'arg'>,
) {
  return {
    first: t.arg.int({
      required: true,
      defaultValue: DEFAULT_PAGE,
      description: `How many entries, at most ${LARGEST_PAGE}.`,
    }),
    after: t.arg.string({ description: 'The `endCursor` of the page before; left out for the first page.' }),
  };
}

/** A page as a connection. `after` is the key after which it begins. */
export function connectionOfPage<Row extends { readonly key: string }>(
  page: KeyedPage<Row>,
  after: string | null,
) {
  return connectionByKey(page, after, ({ key }) => key);
}

/** The same for rows that have their place in the list under another name. */
export function connectionByKey<Row>(
  { rows, total, hasNext }: KeyedPage<Row>,
  after: string | null,
  keyOf: (row: Row) => string,
) {
  const edges = rows.map((node) => ({ cursor: cursorOfKey(keyOf(node)), node }));
  return {
    edges,
    totalCount: total,
    pageInfo: {
      hasNextPage: hasNext,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
