import { type ActorRow, actorsByKey, actorsPage } from '@kreisweit/store';
import { pageArguments } from '../argument/page-arguments.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { loadAnyTerritory } from '../loader/load-any-territory.ts';
import { loadTerritoriesOfActors } from '../loader/load-territories-of-actors.ts';
import { ActorKind } from './actor-kind.ts';
import { connectionOfPage, connectionOptions, pageFields } from './connection.ts';
import { localisedField } from './localised-field.ts';
import { Territory } from './territory.ts';

/** An organisation or body that takes part in integration work. */
export const Actor = builder.objectRef<ActorRow>('Actor');

builder.node(Actor, {
  description: 'An organisation or body that takes part in integration work; never a person.',
  id: { resolve: ({ key }) => key },
  loadMany: (keys: readonly string[], { db }: Context) => actorsByKey(db, keys),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key.' }),
    kind: t.expose('kind', { type: ActorKind, description: 'What it is.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    description: localisedField(t, 'What it does.', ({ description }) => description),
    territories: t.loadableList({
      ...listOf(2),
      type: Territory,
      description: 'The districts and municipalities in which it works.',
      load: loadTerritoriesOfActors,
      resolve: (actor: ActorRow) => actor,
    }),
    topics: t.exposeStringList('topics', { description: 'What it works on.' }),
    languages: t.exposeStringList('languages', { description: 'The languages it offers (ISO 639-1).' }),
    migrantLed: t.exposeBoolean('migrantLed', { description: 'True where migrants themselves lead it.' }),
    demo: t.exposeBoolean('demo', { description: 'True for an invented example.' }),
  }),
});

const ActorConnection = builder.connectionObject(...connectionOptions('Actor', Actor));

builder.queryField('actors', (t) =>
  t.field({
    ...listOf(pageSize),
    type: ActorConnection,
    description: 'Actors, by key.',
    args: {
      kind: t.arg({ type: ActorKind, description: 'Only those of one kind.' }),
      territory: t.arg.string({
        description:
          'The key of a territory: those who work in it, in a part of it, or in a territory that covers it.',
      }),
      ...pageFields(t),
    },
    resolve: (_, args, context) => actorConnection(context, args),
  }),
);

async function actorConnection(
  { db, dataVersion, loaders }: Context,
  args: {
    readonly kind?: string | number | null | undefined;
    readonly territory?: string | null | undefined;
    readonly first: number;
    readonly after?: string | null | undefined;
  },
) {
  const { first, after } = pageArguments(args);
  const territory =
    args.territory == null
      ? null
      : await loadAnyTerritory(loaders.territory, { key: args.territory, on: null, argument: 'territory' });
  if (args.territory != null && territory === null) {
    return connectionOfPage<ActorRow>({ rows: [], total: 0, hasNext: false }, after);
  }
  const page = await actorsPage(db, {
    asOf: (await dataVersion()).number,
    kind: args.kind == null ? null : String(args.kind),
    territory,
    first,
    after,
  });
  return connectionOfPage(page, after);
}
