import { statusCodes, type TargetBaseline as TargetBaselineRow } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { Status } from './status.ts';

/** Where a target begins. */
export const TargetBaseline = builder.objectRef<TargetBaselineRow>('TargetBaseline').implement({
  description:
    'Where a target begins: what is published of its district for the latest period that ended before the version began.',
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'The value; null where `status` says why there is none.',
    }),
    period: t.expose('period', { type: 'Period', description: 'Its period.' }),
    status: t.field({
      type: Status,
      description: 'Why there is a value in this period, or why there is none.',
      resolve: ({ status }) => statusCodes[status],
    }),
  }),
});
