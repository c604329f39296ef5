import { flagsOfBits } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { loadRevisions } from '../loader/load-revisions.ts';
import { loadValueSources } from '../loader/load-value-sources.ts';
import type { Value as ValueRow } from '../series/value-at.ts';
import { Category, categoriesOf } from './category.ts';
import { Explanation } from './explanation.ts';
import { Flag } from './flag.ts';
import { Indicator } from './indicator.ts';
import { Origin } from './origin.ts';
import { Release } from './release.ts';
import { Revision } from './revision.ts';
import { Status } from './status.ts';
import { Unit } from './unit.ts';

/** One published value, with its explanation. */
export const Value = builder.objectRef<ValueRow>('Value').implement({
  description: 'One published value, with its explanation.',
  fields: (t) => ({
    indicator: t.expose('indicator', {
      type: Indicator,
      description: 'What is shown; its formula says how.',
    }),
    period: t.expose('period', { type: 'Period', description: 'The period.' }),
    unit: t.field({
      type: Unit,
      description: 'The unit of the value.',
      resolve: ({ indicator }) => indicator.unit,
    }),
    breakdown: t.field({
      ...listOf(1),
      type: [Category],
      description: 'The categories that the value is restricted to; empty for the total.',
      resolve: ({ breakdown }) => categoriesOf(breakdown),
    }),
    value: t.exposeFloat('value', { nullable: true, description: 'The value, or null: `status` says why.' }),
    status: t.expose('status', { type: Status, description: 'Why there is a value or none.' }),
    flags: t.field({
      type: [Flag],
      description: 'What else is true of the value.',
      resolve: ({ flags }) => flagsOfBits(flags),
    }),
    origin: t.expose('origin', {
      type: Origin,
      nullable: true,
      description: 'Where the value comes from; null where nothing was ever published.',
    }),
    coverage: t.exposeFloat('coverage', {
      nullable: true,
      description:
        'Which share of the expected members reported, of a mean their share of the weight; null where the value was delivered, a member is confidential or the weight of all is not known.',
    }),
    explanation: t.field({
      type: Explanation,
      description: 'How it came about, so that it can be computed again by hand.',
      resolve: (value) => value,
    }),
    revisions: t.loadableList({
      ...listOf(3),
      type: Revision,
      description:
        'How the published value changed from data version to data version, latest first, up to the one that is read. Of a value that is confidential there, nothing from before is told.',
      load: loadRevisions,
      resolve: (value: ValueRow) => value,
    }),
    releases: t.loadableList({
      ...listOf(3),
      type: Release,
      description: 'The tables of institutes behind the value, latest first.',
      load: loadValueSources,
      resolve: (value: ValueRow) => value,
    }),
  }),
});
