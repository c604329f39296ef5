import { askedOfTitles } from '@kreisweit/domain';
import { type DeadlineRow, deadlineSource, recordAddress, recordsByAddress } from '@kreisweit/store';
import { pageArguments } from '../argument/page-arguments.ts';
import { recordOfId } from '../argument/record-id.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { recordConnections } from '../loader/load-record-pages.ts';
import { AskedOf } from './asked-of.ts';
import { connectionOptions, pageFields } from './connection.ts';
import { demoField } from './demo-field.ts';
import { District } from './district.ts';
import { localisedField } from './localised-field.ts';

/** Until when figures are to be delivered in a district. */
export const DeliveryDeadline = builder.objectRef<DeadlineRow>('DeliveryDeadline');

builder.node(DeliveryDeadline, {
  description:
    'Until when figures of a plug-in for a period are to be delivered in a district. It is open for those who have delivered nothing of it.',
  id: { resolve: recordAddress },
  loadMany: (ids: readonly string[], { db }: Context) =>
    recordsByAddress(db, deadlineSource, ids.map(recordOfId)),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key within the district.' }),
    district: t.field({
      type: District,
      nullable: true,
      description: 'The district that asks for them; null where nothing is known of it any more.',
      resolve: ({ district }, _, { loaders }) =>
        loaders.territory.load({ kind: 'district', key: district, on: null }),
    }),
    plugin: t.exposeString('plugin', { description: 'The key of the plug-in, as `reporting` takes it.' }),
    period: t.expose('period', { type: 'Period', description: 'The period that the figures are of.' }),
    askedOf: t.expose('askedOf', { type: AskedOf, description: 'Who is asked to deliver them.' }),
    askedOfTitle: localisedField(
      t,
      'Who is asked to deliver them, for people.',
      ({ askedOf }) => askedOfTitles[askedOf],
    ),
    title: localisedField(t, 'What is asked for.', ({ title }) => title),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'The last day on which a delivery is in time.' }),
    endedOn: t.expose('endedOn', {
      type: 'Date',
      nullable: true,
      description: 'From this day on nobody is asked any more; null where it holds until all have delivered.',
    }),
    demo: demoField(t, ({ district, key }) => ({ district, kind: 'deadline', key })),
    revision: t.exposeInt('revision', {
      description: 'Rises with every change: send it along with the next.',
    }),
  }),
});

const DeliveryDeadlineConnection = builder.connectionObject(
  ...connectionOptions('DeliveryDeadline', DeliveryDeadline),
);

builder.objectField(District, 'deliveryDeadlines', (t) =>
  t.loadable({
    ...listOf(pageSize),
    type: DeliveryDeadlineConnection,
    description: 'Until when which figures are to be delivered here, by day.',
    args: {
      from: t.arg({ type: 'Date', description: 'Those due from this day on.' }),
      until: t.arg({ type: 'Date', description: 'Those due until this day, included.' }),
      ...pageFields(t),
    },
    load: recordConnections(deadlineSource),
    resolve: ({ key }, { from, until, ...page }) => ({
      district: key,
      from: from ?? null,
      until: until ?? null,
      ...pageArguments(page),
    }),
  }),
);
