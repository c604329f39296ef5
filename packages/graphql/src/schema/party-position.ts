import { isUnconfirmed, type PartyPosition as PartyPositionRow, stanceTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { localisedField } from './localised-field.ts';
import { PositionRecording } from './position-recording.ts';
import { Stance } from './stance.ts';
import { TextInEither } from './text-in-either.ts';

/** What a party says to a proposal. */
export const PartyPosition = builder.objectRef<PartyPositionRow>('PartyPosition').implement({
  description: 'What a party says to a proposal.',
  fields: (t) => ({
    stance: t.expose('stance', { type: Stance, description: 'What it says.' }),
    stanceTitle: localisedField(t, 'What it says, for people.', ({ stance }) => stanceTitles[stance]),
    statement: t.expose('statement', {
      type: TextInEither,
      nullable: true,
      description: 'Its reservations or reasons, as written; null where it gave none.',
    }),
    proposalVersion: t.exposeInt('proposalVersion', { description: 'The version that it is about.' }),
    takenOn: t.expose('takenOn', { type: 'Date', description: 'The day on which the party took it.' }),
    recordedOn: t.expose('recordedOn', {
      type: 'Date',
      description: 'The day on which it was written down.',
    }),
    recording: t.expose('recording', { type: PositionRecording, description: 'Who wrote it down.' }),
    reference: t.exposeString('reference', {
      nullable: true,
      description: 'The resolution that it rests on; null where none is named.',
    }),
    confirmedOn: t.expose('confirmedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day on which the party confirmed what was recorded on its behalf.',
    }),
    unconfirmed: t.boolean({
      description:
        'True for what was recorded on behalf of a party that has not confirmed it yet. It counts, for it names a resolution.',
      resolve: isUnconfirmed,
    }),
  }),
});
