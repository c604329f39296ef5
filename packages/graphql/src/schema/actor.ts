import { actorKindTitles } from '@kreisweit/domain';
import { type ActorRow, actorsByKey } from '@kreisweit/store';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf } from '../cost/entries.ts';
import { loadTerritoriesOfActors } from '../loader/load-territories-of-actors.ts';
import { ActorKind } from './actor-kind.ts';
import { District } from './district.ts';
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
    mergedKeys: t.exposeStringList('mergedKeys', {
      description: 'The keys of other entries of the same organisation that were merged into this one.',
    }),
    revision: t.exposeInt('revision', {
      description: 'Rises with every change of the entry: what a mutation expects.',
    }),
    kind: t.expose('kind', { type: ActorKind, description: 'What it is.' }),
    kindTitle: localisedField(t, 'What it is, for people.', ({ kind }) => actorKindTitles[kind]),
    name: t.exposeString('name', { description: 'Its name.' }),
    description: localisedField(t, 'What it does.', ({ description }) => description),
    district: t.field({
      type: District,
      nullable: true,
      description:
        'The district whose coordination keeps the entry; null where the actor reaches beyond a district.',
      resolve: ({ district }, _, { loaders }) =>
        district === null ? null : loaders.territory.load({ kind: 'district', key: district, on: null }),
    }),
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
    website: t.exposeString('website', {
      nullable: true,
      description: 'The address of its website, with https://; null where none is given.',
    }),
    email: t.exposeString('email', {
      nullable: true,
      description: 'The e-mail address of its office, never of a person; null where none is given.',
    }),
    source: t.exposeString('source', { description: 'Where the entry comes from.' }),
    deactivatedOn: t.expose('deactivatedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day since which it is no more, or takes part no more; null while it does.',
    }),
    demo: t.exposeBoolean('demo', { description: 'True for an invented example.' }),
  }),
});
