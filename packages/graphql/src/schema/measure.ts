import type { Measure as MeasureDefinition } from '@kreisweit/domain';
import type { Identified } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { localisedField } from './localised-field.ts';
import { Statistic } from './statistic.ts';
import { Unit } from './unit.ts';

/** A quantity that is observed. */
export const Measure = builder.objectRef<Identified<MeasureDefinition>>('Measure').implement({
  description: 'A quantity that is observed and adds up by a declared rule (Merkmal).',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key: plug-in and name.' }),
    title: localisedField(t, 'What people call it.', ({ title }) => title),
    unit: t.expose('unit', { type: Unit, description: 'The unit of its values.' }),
    statistic: t.field({
      type: Statistic,
      nullable: true,
      description: 'The statistic that it is taken from.',
      resolve: async ({ statistic, asOf }, _, context) =>
        (await context.catalogue(asOf)).statistics.get(statistic) ?? null,
    }),
    revision: t.exposeInt('revision', { description: 'Rises when its meaning or its method changes.' }),
  }),
});
