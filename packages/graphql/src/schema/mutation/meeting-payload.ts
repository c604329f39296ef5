import { RevisionConflict } from '@kreisweit/domain';
import type { MeetingRow } from '@kreisweit/store';
import type { MutationFields } from '../../builder.ts';
import { builder } from '../../builder.ts';
import { Meeting } from '../meeting.ts';
import { MeetingAddressInput } from '../meeting-address-input.ts';
import type { WithHints } from './text-warnings.ts';
import { warningsField } from './text-warnings.ts';

/** What every change of a meeting answers: the meeting as it is then. */
export const MeetingPayload = builder
  .objectRef<WithHints & { readonly meeting: MeetingRow }>('MeetingPayload')
  .implement({
    description: 'The meeting as it is by now.',
    fields: (t) => ({
      meeting: t.expose('meeting', { type: Meeting, description: 'The meeting.' }),
      warnings: warningsField(t),
    }),
  });

/** What these mutations may answer besides. */
export const meetingErrors = { types: [RevisionConflict] };

/** The argument that says which meeting. */
export function meetingArgument(t: MutationFields) {
  return t.arg({ type: MeetingAddressInput, required: true, description: 'The meeting.' });
}

/** The argument that says what of the meeting was seen. */
export function revisionArgument(t: MutationFields) {
  return t.arg.int({
    required: true,
    description: 'The revision that you have seen: where something else happened since, nothing is changed.',
  });
}
