import { type OverdueBodyRow, type OverdueRequest, overdueBodiesOf, todayInGermany } from '@kreisweit/store';
import { dayArgument } from '../argument/day-argument.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf } from '../cost/entries.ts';
import { CooperationBody } from './cooperation-body.ts';
import { District } from './district.ts';

const OverdueBody = builder.objectRef<OverdueBodyRow>('OverdueBody').implement({
  description: 'A body that should have met by now and has not.',
  fields: (t) => ({
    body: t.expose('body', { type: CooperationBody, description: 'The body.' }),
    due: t.expose('due', { type: 'Date', description: 'The day by which it should have met.' }),
    lastHeld: t.expose('lastHeld', {
      type: 'Date',
      nullable: true,
      description: 'The day on which it met last; null where no meeting is recorded.',
    }),
    daysLate: t.exposeInt('daysLate', { description: 'For how many days it has been overdue.' }),
  }),
});

builder.objectField(District, 'overdueBodies', (t) =>
  t.loadableList({
    ...listOf(5),
    type: OverdueBody,
    description:
      'Its bodies whose next meeting was due before a day by their own plan, the longest overdue first. A meeting that is planned does not count before it is held.',
    args: { on: t.arg({ type: 'Date', description: 'On this day; today when left out.' }) },
    load: (requests: readonly OverdueRequest[], { db }: Context) => overdueBodiesOf(db, requests),
    resolve: ({ key }, { on }) => ({ district: key, on: dayArgument(on, todayInGermany()) }),
  }),
);
