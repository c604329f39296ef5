import type { RecordedOnBehalf as Recorded } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { TerritoryName } from './territory-name.ts';

/** For whom the coordination recorded something. */
export const RecordedOnBehalf = builder.objectRef<Recorded>('RecordedOnBehalf').implement({
  description:
    'A municipality or association for which the coordination of its district recorded figures. Until it confirms them they are the ' +
    "coordination's word.",
  fields: (t) => ({
    territory: t.expose('territory', { type: TerritoryName, description: 'Who it is recorded for.' }),
    confirmedAt: t.expose('confirmedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it confirmed them; null until it does.',
    }),
  }),
});
