import { type ActorsFilter, everyActor } from '@kreisweit/store';
import { pageArguments } from '../argument/page-arguments.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { InvalidArgument } from '../error/invalid-argument.ts';
import { Actor } from './actor.ts';
import { ActorFilter, type ActorFilterInput, actorsFilter } from './actor-filter.ts';
import { ActorKind } from './actor-kind.ts';
import { connectionOfPage, connectionOptions, pageFields } from './connection.ts';
import { District } from './district.ts';

const ActorConnection = builder.connectionObject(...connectionOptions('Actor', Actor));

builder.queryField('actors', (t) =>
  t.field({
    ...listOf(pageSize),
    type: ActorConnection,
    description: 'Actors, by key.',
    args: {
      kind: t.arg({ type: ActorKind, description: 'Only those of one kind; the same as in the filter.' }),
      territory: t.arg.string({
        description:
          'The key of a territory: those who work in it, in a part of it, or in a territory that covers it. The same as in the filter.',
      }),
      filter: t.arg({ type: ActorFilter, description: 'Which ones; all when left out.' }),
      ...pageFields(t),
    },
    resolve: async (_, { kind, territory, filter, ...page }, context) =>
      actorConnection(context, await actorsFilter(context, oneOf({ kind, territory }, filter ?? {})), page),
  }),
);

builder.objectField(District, 'actors', (t) =>
  t.field({
    ...listOf(pageSize),
    type: ActorConnection,
    description:
      'The directory of its actors, by key: those whose entries its coordination keeps, and those who work there, also as a part of a larger territory.',
    args: {
      filter: t.arg({ type: ActorFilter, description: 'Which ones; all when left out.' }),
      ...pageFields(t),
    },
    resolve: async (district, { filter, ...page }, context) => {
      if (filter?.district != null) {
        throw new InvalidArgument('district', 'It is that of this district: leave it out of the filter.');
      }
      const wanted = await actorsFilter(context, filter ?? {});
      return actorConnection(context, { ...wanted, district }, page);
    },
  }),
);

builder.objectField(Actor, 'members', (t) =>
  t.field({
    ...listOf(pageSize),
    type: ActorConnection,
    description: 'The actors that belong or have belonged to it, by key; their `memberships` say when.',
    args: pageFields(t),
    resolve: ({ key: memberOf }, page, context) =>
      actorConnection(context, { ...everyActor, memberOf, includeInactive: true }, page),
  }),
);

type PageArguments = { readonly first: number; readonly after?: string | null | undefined };

async function actorConnection({ loaders }: Context, filter: ActorsFilter, args: PageArguments) {
  const { first, after } = pageArguments(args);
  return connectionOfPage(await loaders.actorPage.load({ filter, first, after }), after);
}

/** The filter with what was said beside it, which was there before the filter was. */
function oneOf(
  beside: Pick<ActorFilterInput, 'kind' | 'territory'>,
  filter: ActorFilterInput,
): ActorFilterInput {
  for (const name of ['kind', 'territory'] as const) {
    if (beside[name] != null && filter[name] != null) {
      throw new InvalidArgument(name, 'It is given twice: write it in the filter only.');
    }
  }
  const { kind, territory } = beside;
  return { ...filter, kind: kind ?? filter.kind, territory: territory ?? filter.territory };
}
