import type { StoredOverride } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { localisedField } from './localised-field.ts';
import { TaskLevel } from './task-level.ts';
import { TaskObligation } from './task-obligation.ts';

/** How a task of the catalogue is in one district. */
export const TaskOverride = builder.objectRef<StoredOverride>('TaskOverride').implement({
  description: 'How a task of the catalogue is in one district, where it is other than usual.',
  fields: (t) => ({
    obligation: t.expose('obligation', {
      type: TaskObligation,
      nullable: true,
      description: 'Whether it must be carried out there; null where that is as usual.',
    }),
    level: t.expose('level', {
      type: TaskLevel,
      nullable: true,
      description: 'Who carries it there; null where that is as usual.',
    }),
    reason: localisedField(t, 'Why: a law, a statute or an agreement.', ({ reason }) => reason),
    revision: t.exposeInt('revision', {
      description: 'Rises with every change: send it along with the next.',
    }),
  }),
});
