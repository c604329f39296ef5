import type { MeetingPresence } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { Presence } from './presence.ts';

/** Who was represented, in a meeting or in several together. */
export const Represented = builder.objectRef<MeetingPresence>('Represented').implement({
  description: 'Who was represented, in a meeting or in several together.',
  fields: (t) => ({
    municipalities: t.expose('municipalities', {
      type: Presence,
      description:
        'Of all municipalities that the district had on the day and that have a council of their own.',
    }),
    memberMunicipalities: t.expose('memberMunicipalities', {
      type: Presence,
      description: 'Of the municipalities that had a seat in the body on the day.',
    }),
    migrantOrganisations: t.expose('migrantOrganisations', {
      type: Presence,
      description: 'Of the members that are migrant organisations, or that migrants lead.',
    }),
  }),
});
