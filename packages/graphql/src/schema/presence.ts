import type { Presence as PresenceRow } from '@kreisweit/domain';
import { builder } from '../builder.ts';

/** How many of those who were expected were there. */
export const Presence = builder.objectRef<PresenceRow>('Presence').implement({
  description:
    'How many of those who were expected were there. Null is what is not known: what was not recorded never makes a 0.',
  fields: (t) => ({
    present: t.exposeInt('present', {
      nullable: true,
      description: 'So many were there; null where nobody recorded who took part.',
    }),
    expected: t.exposeInt('expected', {
      nullable: true,
      description: 'So many were expected; null where it is not known who there is.',
    }),
    share: t.exposeFloat('share', {
      nullable: true,
      description: 'Their share, from 0 to 1; null where it is not known, or nobody was expected.',
    }),
  }),
});
