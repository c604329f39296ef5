import { parseTerritoryKey, trainingAudienceTitles, trainingStateTitles } from '@kreisweit/domain';
import {
  actorsByKey,
  recordAddress,
  recordsByAddress,
  type TrainingRow,
  trainingSource,
} from '@kreisweit/store';
import { pageArguments } from '../argument/page-arguments.ts';
import { recordOfId } from '../argument/record-id.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { recordConnections } from '../loader/load-record-pages.ts';
import { Actor } from './actor.ts';
import { connectionOptions, pageFields } from './connection.ts';
import { demoField } from './demo-field.ts';
import { District } from './district.ts';
import { localisedField } from './localised-field.ts';
import { Territory } from './territory.ts';
import { TrainingAudience } from './training-audience.ts';
import { TrainingState } from './training-state.ts';

/** A training of a district. */
export const Training = builder.objectRef<TrainingRow>('Training');

builder.node(Training, {
  description: 'A training (Fortbildung) for the administration or volunteers in a district.',
  id: { resolve: recordAddress },
  loadMany: (ids: readonly string[], { db }: Context) =>
    recordsByAddress(db, trainingSource, ids.map(recordOfId)),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key within the district.' }),
    district: t.field({
      type: District,
      nullable: true,
      description: 'The district that keeps it; null where nothing is known of it any more.',
      resolve: ({ district }, _, { loaders }) =>
        loaders.territory.load({ kind: 'district', key: district, on: null }),
    }),
    title: localisedField(t, 'What it is about.', ({ title }) => title),
    day: t.expose('day', { type: 'Date', description: 'Its day, the first of several.' }),
    territory: t.field({
      type: Territory,
      nullable: true,
      description: 'Where it takes place; null where no register knows the territory any more.',
      resolve: ({ territory }, _, { loaders }) => {
        const key = parseTerritoryKey(territory);
        return key === null ? null : loaders.territory.load({ ...key, on: null });
      },
    }),
    organiser: t.loadable({
      type: Actor,
      nullable: true,
      description: 'The actor who offers it; null where nobody is named.',
      load: (keys: readonly string[], { db }: Context) => actorsByKey(db, keys),
      resolve: ({ organiser }) => organiser,
    }),
    audience: t.expose('audience', { type: TrainingAudience, description: 'For whom it is.' }),
    audienceTitle: localisedField(
      t,
      'For whom it is, for people.',
      ({ audience }) => trainingAudienceTitles[audience],
    ),
    state: t.expose('state', { type: TrainingState, description: 'Whether it has taken place.' }),
    stateTitle: localisedField(
      t,
      'Whether it has taken place, for people.',
      ({ state }) => trainingStateTitles[state],
    ),
    link: t.exposeString('link', {
      nullable: true,
      description: 'Where to read on; null where there is nothing.',
    }),
    demo: demoField(t, ({ district, key }) => ({ district, kind: 'training', key })),
    revision: t.exposeInt('revision', {
      description: 'Rises with every change: send it along with the next.',
    }),
  }),
});

const TrainingConnection = builder.connectionObject(...connectionOptions('Training', Training));

builder.objectField(District, 'trainings', (t) =>
  t.loadable({
    ...listOf(pageSize),
    type: TrainingConnection,
    description: 'The trainings that it keeps, by day.',
    args: {
      from: t.arg({ type: 'Date', description: 'From this day on.' }),
      until: t.arg({ type: 'Date', description: 'Until this day, included.' }),
      ...pageFields(t),
    },
    load: recordConnections(trainingSource),
    resolve: ({ key }, { from, until, ...page }) => ({
      district: key,
      from: from ?? null,
      until: until ?? null,
      ...pageArguments(page),
    }),
  }),
);
