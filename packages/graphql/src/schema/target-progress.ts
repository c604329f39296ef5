import { statusCodes, type TargetProgress as TargetProgressRow, targetStateTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { localisedField } from './localised-field.ts';
import { Status } from './status.ts';
import { TargetState } from './target-state.ts';

/** How a target stands, and by which value. */
export const TargetProgress = builder.objectRef<TargetProgressRow>('TargetProgress').implement({
  description:
    'How a target stands by what is published of its district: by the value of the latest period up to that of the target. What ended before the version began says nothing about it: that is `baseline` of the target.',
  fields: (t) => ({
    state: t.expose('state', { type: TargetState, description: 'How it stands.' }),
    stateTitle: localisedField(t, 'How it stands, for people.', ({ state }) => targetStateTitles[state]),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'The value that speaks for it; null where it is UNKNOWN.',
    }),
    missing: t.exposeFloat('missing', {
      nullable: true,
      description:
        'How much is missing, in the unit of the indicator: 0 when it is reached, null where it is UNKNOWN.',
    }),
    period: t.expose('period', {
      type: 'Period',
      nullable: true,
      description:
        'The period that was looked at; null where nothing is published between the beginning of the version and that of the target.',
    }),
    status: t.field({
      type: Status,
      nullable: true,
      description: 'Why there is a value in this period, or why there is none.',
      resolve: ({ status }) => (status === null ? null : statusCodes[status]),
    }),
  }),
});
