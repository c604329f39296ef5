import type { PositionRequest } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { PartyInput } from './party-input.ts';
import { Stance } from './stance.ts';
import { TextInEitherInput, textInEither } from './text-in-either-input.ts';

/** A position of a party. */
export const PartyPositionInput = builder.inputType('PartyPositionInput', {
  description:
    'What a party says to a proposal. Whoever sends it says whether it is its own or recorded on its behalf.',
  fields: (t) => ({
    party: t.field({ type: PartyInput, required: true, description: 'The party.' }),
    stance: t.field({ type: Stance, required: true, description: 'What it says.' }),
    statement: t.field({
      type: TextInEitherInput,
      description: 'Its reservations, which must be said, or its reasons.',
    }),
    proposalVersion: t.int({ required: true, description: 'The version of the proposal that it is about.' }),
    takenOn: t.field({ type: 'Date', required: true, description: 'The day on which the party took it.' }),
    reference: t.string({
      description:
        'The resolution that it rests on ("Ratsbeschluss 12/2026 vom 2026-03-05"): required on behalf of somebody, and after the last day.',
    }),
  }),
});

type Given = Omit<PositionRequest, 'statement' | 'reference'> & {
  readonly statement?: Parameters<typeof textInEither>[0] | null | undefined;
  readonly reference?: string | null | undefined;
};

/** The position that an input says. */
export function positionOfInput({ statement, reference, ...position }: Given): PositionRequest {
  const said = statement == null ? null : textInEither(statement);
  return {
    ...position,
    statement: said === null || (said.de === null && said.en === null) ? null : said,
    reference: reference ?? null,
  };
}
