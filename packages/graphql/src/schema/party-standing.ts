import type { PartyStanding as PartyStandingRow } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { Party } from './party.ts';
import { PartyPosition } from './party-position.ts';
import { Standing } from './standing.ts';

/** Where a party stands. */
export const PartyStanding = builder.objectRef<PartyStandingRow>('PartyStanding').implement({
  description: 'Where a party stands in a joint decision.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The party.' }),
    standing: t.expose('standing', {
      type: Standing,
      description: 'Whether it has taken a position on what is decided on.',
    }),
    position: t.expose('position', {
      type: PartyPosition,
      nullable: true,
      description: 'Its latest position; null where it has taken none.',
    }),
  }),
});
