import { flagsOfBits } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf } from '../cost/entries.ts';
import type { Component as ComponentRow } from '../explanation/component.ts';
import { loadComponentSources } from '../loader/load-component-sources.ts';
import { ComponentPart } from './component-part.ts';
import { Contribution } from './contribution.ts';
import { Flag } from './flag.ts';
import { Measure } from './measure.ts';
import { MissingMembers } from './missing-members.ts';
import { Origin } from './origin.ts';
import { OverTime } from './over-time.ts';
import { Release } from './release.ts';
import { Rollup } from './rollup.ts';
import { Status } from './status.ts';
import { Withheld } from './withheld.ts';

/** A measure as a formula reads it. */
export const Component = builder.objectRef<ComponentRow>('Component').implement({
  description:
    'A measure in a period, as the formula of a value reads it: what was delivered for the territory, or rolled up from its members before the formula was computed.',
  fields: (t) => ({
    measure: t.expose('measure', { type: Measure, description: 'The measure.' }),
    period: t.expose('period', {
      type: 'Period',
      description: 'The period that is read: that of the value, or an earlier one where the formula says so.',
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description:
        'Its value, not rounded. Null where there is none (see `status`), and of a value that is confidential as a whole; an own count of persons is told where it is published itself.',
    }),
    status: t.expose('status', { type: Status, description: 'Why there is a value or none.' }),
    flags: t.field({
      type: [Flag],
      description: 'What else is true of its value.',
      resolve: ({ flags }) => flagsOfBits(flags),
    }),
    origin: t.expose('origin', {
      type: Origin,
      nullable: true,
      description: 'DELIVERED for this very territory or SUMMED from members; null where nothing is stored.',
    }),
    sign: t.exposeString('sign', {
      nullable: true,
      description: 'The sign that was delivered in place of a number: `-`, `.`, `/`.',
    }),
    boundaryDate: t.expose('boundaryDate', {
      type: 'Date',
      nullable: true,
      description: 'The day on whose boundaries the value stands; the end of the period where it is null.',
    }),
    rollup: t.field({
      type: Rollup,
      description: 'How the values of members become that of the territory above them.',
      resolve: ({ measure: { rollup } }) => (typeof rollup === 'string' ? rollup : 'weightedMean'),
    }),
    weightMeasure: t.expose('weight', {
      type: Measure,
      nullable: true,
      description: 'Of a weighted mean, the measure whose values are the weights.',
    }),
    totalWeight: t.exposeFloat('totalWeight', {
      nullable: true,
      description: 'Of a weighted mean that was rolled up, the sum of the weights.',
    }),
    reported: t.exposeInt('reported', {
      nullable: true,
      description:
        'How many members reported; null where the value was delivered or a member is confidential.',
    }),
    expected: t.exposeInt('expected', {
      nullable: true,
      description: 'How many members are expected to; null as `reported`, and where no register says it.',
    }),
    populationShare: t.exposeFloat('populationShare', {
      nullable: true,
      description: 'In which share of the population those that reported live; null as `expected`.',
    }),
    contributions: t.field({
      ...listOf(20),
      type: [Contribution],
      description: 'The members that were added up, by key. Empty where `withheld` says why.',
      resolve: async (component, _, context) =>
        ((await membersOf(component, context))?.contributions ?? []).map((row) => ({ ...row, component })),
    }),
    withheld: t.field({
      type: Withheld,
      nullable: true,
      description: 'Why no members are told; null where they are.',
      resolve: async (component, _, context) =>
        component.withheld ?? ((await membersOf(component, context)) === null ? 'NOT_TRACEABLE' : null),
    }),
    missing: t.field({
      type: MissingMembers,
      nullable: true,
      description:
        'The members that are expected and did not report; null where members are not told, or nobody knows who is expected.',
      resolve: async (component, _, context) => (await membersOf(component, context))?.missing ?? null,
    }),
    partsOverTime: t.expose('overTime', {
      type: OverTime,
      nullable: true,
      description: 'How `parts` make up the value; null where it stands for itself.',
    }),
    parts: t.expose('parts', {
      ...listOf(1),
      type: [ComponentPart],
      description:
        'The shorter periods that make up the value where nobody delivered it for its own: quarters or months.',
    }),
    releases: t.loadableList({
      ...listOf(3),
      type: Release,
      description: 'The tables of institutes behind it, latest first.',
      load: loadComponentSources,
      resolve: (component: ComponentRow) => component,
    }),
  }),
});

/** The members of a component; null where they must not be told. */
async function membersOf(component: ComponentRow, { loaders }: Context) {
  return component.withheld === null ? loaders.componentMembers.load(component) : null;
}
