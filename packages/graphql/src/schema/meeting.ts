import { meetingStateTitles } from '@kreisweit/domain';
import {
  type MeetingAddress,
  type MeetingRow,
  meetingAddressText,
  meetingsByAddress,
} from '@kreisweit/store';
import { internalTo } from '../access/may-read-internals.ts';
import { meetingOfId } from '../argument/meeting-id.ts';
import { districtKeyArgument } from '../argument/territory-key-argument.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf } from '../cost/entries.ts';
import { knownActors } from '../loader/known-actors.ts';
import { Actor } from './actor.ts';
import { localisedField } from './localised-field.ts';
import { MeetingLink } from './meeting-link.ts';
import { MeetingResolution } from './meeting-resolution.ts';
import { MeetingState } from './meeting-state.ts';

/** A meeting of a body. Its backing row does not know who took part: only the fields that are for those who take part look it up. */
export const Meeting = builder.objectRef<MeetingRow>('Meeting');

const internal = internalTo(({ district }: MeetingRow) => district);

builder.node(Meeting, {
  description:
    'A meeting of a body: planned, held or cancelled. Who took part is for those who take part in the cooperation.',
  id: { resolve: meetingAddressText },
  loadMany: (ids: readonly string[], { db }: Context) => meetingsByAddress(db, ids.map(meetingOfId)),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key within the body.' }),
    day: t.expose('day', { type: 'Date', description: 'Its day.' }),
    state: t.expose('state', { type: MeetingState, description: 'Whether it has taken place.' }),
    stateTitle: localisedField(
      t,
      'Whether it has taken place, for people.',
      ({ state }) => meetingStateTitles[state],
    ),
    agenda: t.exposeStringList('agenda', { description: 'What it is about, in order.' }),
    resolutions: t.field({
      ...listOf(3),
      type: [MeetingResolution],
      description: 'What it resolved, in order.',
      resolve: ({ district, resolutions }) => resolutions.map((resolution) => ({ ...resolution, district })),
    }),
    links: t.expose('links', { ...listOf(2), type: [MeetingLink], description: 'Where to read on.' }),
    revision: t.exposeInt('revision', {
      nullable: true,
      description:
        'Rises with every change, what is recorded of participants included: what a mutation expects. For those who take part; null for others.',
      authScopes: internal,
    }),
    participants: t.field({
      ...listOf(15),
      type: [Actor],
      nullable: true,
      description:
        'The actors that took part, by key; null where it was not recorded, which is not the same as nobody. For those who take part; null for others.',
      authScopes: internal,
      resolve: async (meeting, _, { loaders }) => {
        const { participants } = await loaders.participants.load(addressOf(meeting));
        return participants === null ? null : knownActors(loaders, participants);
      },
    }),
    reportedParticipants: t.field({
      ...listOf(5),
      type: [Actor],
      nullable: true,
      description:
        'The actors that said themselves that they took part, as long as it was not recorded who did. For those who take part; null for others.',
      authScopes: internal,
      resolve: async (meeting, _, { loaders }) => {
        const { reported } = await loaders.participants.load(addressOf(meeting));
        return knownActors(loaders, reported);
      },
    }),
  }),
});

function addressOf({ district, body, key }: MeetingRow): MeetingAddress {
  return { district, body, key };
}

builder.queryField('meeting', (t) =>
  t.field({
    type: Meeting,
    nullable: true,
    description: 'A meeting of a body; null where there is none.',
    args: {
      district: t.arg.string({ required: true, description: 'The key of the district.' }),
      body: t.arg.string({ required: true, description: 'The key of the body.' }),
      key: t.arg.string({ required: true, description: 'The key of the meeting.' }),
    },
    resolve: async (_, { district, body, key }, { loaders }) =>
      loaders.meeting.load({ district: districtKeyArgument(district).key, body, key }),
  }),
);
