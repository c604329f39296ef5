import { stateKeyArgument } from '../argument/territory-key-argument.ts';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { loadReporting, type Reporting as ReportingRow } from '../loader/load-reporting.ts';
import { Measure } from './measure.ts';
import { ReportingStatus } from './reporting-status.ts';
import { TerritoryLabel } from './territory-label.ts';

/** The state of all districts at a glance. Its lists are parallel. */
export const Reporting = builder.objectRef<ReportingRow>('Reporting').implement({
  description:
    'Which districts have reported what, at a glance. The lists are parallel, in the order of the keys. Totals are looked at, not their breakdowns.',
  fields: (t) => ({
    measures: t.expose('measures', {
      ...listOf(5),
      type: [Measure],
      description:
        'The measures that are looked at: those that somebody delivered for the period. Of several, the least complete one counts.',
    }),
    territories: t.expose('territories', {
      ...listOf(1),
      type: [TerritoryLabel],
      description: 'The districts of the end of the period, also those that reported nothing.',
    }),
    statuses: t.expose('statuses', { type: [ReportingStatus], description: 'How much has arrived of each.' }),
    reported: t.expose('reported', {
      type: ['Int'],
      nullable: { list: false, items: true },
      description:
        'How many members reported: municipalities, or associations where those do; a kreisfreie Stadt is its own. Null where a member is confidential, and for what is reported for districts only.',
    }),
    expected: t.expose('expected', {
      type: ['Int'],
      nullable: { list: false, items: true },
      description:
        'How many are expected to report: all inhabited members. Null where `reported` is, and where no member reported or no register says who is expected.',
    }),
    received: t.expose('received', {
      type: ['DateTime'],
      nullable: { list: false, items: true },
      description:
        'When a table that lists the district or one of its members was last received; null for none.',
    }),
  }),
});

builder.queryField('reporting', (t) =>
  t.loadable({
    ...listOf(({ state }) => (state == null ? 400 : 50)),
    type: Reporting,
    description: 'The state of reporting of all districts at a glance, for one plug-in and period.',
    args: {
      plugin: t.arg.string({ required: true, description: 'The key of a plug-in, `population`.' }),
      period: t.arg({ type: 'Period', required: true, description: 'The period.' }),
      measure: t.arg.string({
        description: 'The key of one of its measures, `population/residents`; all of them when left out.',
      }),
      state: t.arg.string({
        description: 'The key of a Land, two digits: only its districts; all when left out.',
      }),
      asOf: t.arg({
        type: 'AsOf',
        description: 'Reads an earlier state of the data; the latest when left out.',
      }),
    },
    load: loadReporting,
    resolve: (_, { plugin, period, measure, state, asOf }) => ({
      plugin,
      period,
      measure: measure ?? null,
      state: state == null ? null : stateKeyArgument(state).key,
      asOf: asOf ?? null,
    }),
  }),
);
