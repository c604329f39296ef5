import { bodyKindTitles, isValidOn, nextMeetingDue } from '@kreisweit/domain';
import { type BodyRow, bodiesByAddress, bodyAddressText, todayInGermany } from '@kreisweit/store';
import { dayArgument } from '../argument/day-argument.ts';
import { pageArguments } from '../argument/page-arguments.ts';
import { recordOfId } from '../argument/record-id.ts';
import { districtKeyArgument } from '../argument/territory-key-argument.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { BodyKind } from './body-kind.ts';
import { BodyMember } from './body-member.ts';
import { connectionOfPage, connectionOptions, pageFields } from './connection.ts';
import { demoField } from './demo-field.ts';
import { District } from './district.ts';
import { localisedField, optionalLocalisedField } from './localised-field.ts';
import { Recurrence } from './recurrence.ts';

/** A body in which the district, its municipalities and other actors meet. */
export const CooperationBody = builder.objectRef<BodyRow>('CooperationBody');

builder.node(CooperationBody, {
  description:
    'A body in which a district, its municipalities and other actors meet: a steering group, working group, network or advisory council.',
  id: { resolve: bodyAddressText },
  loadMany: (ids: readonly string[], { db }: Context) => bodiesByAddress(db, ids.map(recordOfId)),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key within the district.' }),
    district: t.field({
      type: District,
      nullable: true,
      description: 'The district; null where nothing is known of it any more.',
      resolve: ({ district }, _, { loaders }) =>
        loaders.territory.load({ kind: 'district', key: district, on: null }),
    }),
    kind: t.expose('kind', { type: BodyKind, description: 'What it is.' }),
    kindTitle: localisedField(t, 'What it is, for people.', ({ kind }) => bodyKindTitles[kind]),
    title: localisedField(t, 'What it is called.', ({ title }) => title),
    purpose: optionalLocalisedField(
      t,
      'What it is for; null where nobody wrote it down.',
      ({ purpose }) => purpose,
    ),
    recurrence: t.expose('recurrence', {
      type: Recurrence,
      nullable: true,
      description: 'How often it means to meet; null for as needed.',
    }),
    nextMeetingDue: t.field({
      type: 'Date',
      nullable: true,
      description:
        'By which day it is to meet next, by its plan and its last meeting; null without a plan, and where it does not exist on the day.',
      args: { on: t.arg({ type: 'Date', description: 'As it is on this day; today when left out.' }) },
      resolve: async (body, { on: given }, { loaders }) => {
        const on = dayArgument(given, todayInGermany());
        if (body.recurrence === null || !isValidOn(body, on)) return null;
        const { district, key, recurrence } = body;
        const last = await loaders.lastHeld.load({ district, key, on });
        return nextMeetingDue(recurrence, last === null ? [] : [last]);
      },
    }),
    validFrom: t.expose('from', {
      type: 'Date',
      nullable: true,
      description: 'Since which day it exists; null where none is known.',
    }),
    validUntil: t.expose('until', {
      type: 'Date',
      nullable: true,
      description: 'Until which day, included; null as long as it has no end.',
    }),
    demo: demoField(t, ({ district, key }) => ({ district, kind: 'body', key })),
    revision: t.exposeInt('revision', {
      description: 'Rises with every change of the body or its members: what a mutation expects.',
    }),
    members: t.field({
      ...listOf(15),
      type: [BodyMember],
      description: 'Its members, in the order in which they were entered.',
      args: {
        on: t.arg({ type: 'Date', description: 'Those of this day; all that it has or had when left out.' }),
      },
      resolve: async ({ district, key }, { on }, { loaders }) => {
        const members = await loaders.members.load({ district, key });
        const present = on == null ? members : members.filter((member) => isValidOn(member, on));
        return present.map((member) => ({ ...member, district }));
      },
    }),
  }),
});

const CooperationBodyConnection = builder.connectionObject(
  ...connectionOptions('CooperationBody', CooperationBody),
);

const BodyFilter = builder.inputType('BodyFilter', {
  description: 'Which bodies to list.',
  fields: (t) => ({
    kinds: t.field({ type: [BodyKind], description: 'Only those that are one of these.' }),
    on: t.field({ type: 'Date', description: 'Only those that exist on this day.' }),
    text: t.string({ description: 'A text in the title, in any case.' }),
  }),
});

builder.objectField(District, 'bodies', (t) =>
  t.field({
    ...listOf(pageSize),
    type: CooperationBodyConnection,
    description: 'The bodies in which the district, its municipalities and other actors meet, by key.',
    args: {
      filter: t.arg({ type: BodyFilter, description: 'Which ones; all when left out.' }),
      ...pageFields(t),
    },
    resolve: async ({ key: owner }, { filter, ...args }, { loaders }) => {
      const { first, after } = pageArguments(args);
      const { kinds = null, on = null, text = null } = filter ?? {};
      const page = await loaders.bodyPage.load({ owner, question: { kinds, on, text, first, after } });
      return connectionOfPage(page, after);
    },
  }),
);

builder.queryField('body', (t) =>
  t.field({
    type: CooperationBody,
    nullable: true,
    description: 'A body of cooperation in a district; null where there is none.',
    args: {
      district: t.arg.string({ required: true, description: 'The key of the district.' }),
      key: t.arg.string({ required: true, description: 'The key of the body.' }),
    },
    resolve: (_, { district, key }, { loaders }) =>
      loaders.body.load({ district: districtKeyArgument(district).key, key }),
  }),
);
