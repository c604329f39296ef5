import { partyKindTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { titledValues } from './labelled-values.ts';

/** What takes part in a joint decision. */
export const PartyKind = builder.enumType('PartyKind', {
  description: 'What takes part in a joint decision.',
  values: titledValues(partyKindTitles),
});
