import type { Statistic as StatisticDefinition } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { localisedField } from './localised-field.ts';

/** A source that is consistent in itself. */
export const Statistic = builder.objectRef<StatisticDefinition>('Statistic').implement({
  description:
    'A source that is consistent in itself. Two statistics about the same subject (census and population update) are never mixed.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key: plug-in and name.' }),
    title: localisedField(t, 'What people call it.', ({ title }) => title),
    code: t.exposeString('code', {
      nullable: true,
      description: 'EVAS code, five digits, where it has one.',
    }),
    institute: t.exposeString('institute', { description: 'Who publishes it.' }),
    licence: t.exposeString('licence', { description: 'The licence of its data.' }),
    populationBase: t.exposeString('populationBase', { description: 'Who is counted.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where it is described.' }),
  }),
});
