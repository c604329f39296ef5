import type { CataloguePlugin } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { localisedField } from './localised-field.ts';

/** Where an indicator comes from. */
export const Plugin = builder.objectRef<CataloguePlugin>('Plugin').implement({
  description: 'An indicator plug-in: a set of definitions by one author.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'The first part of the keys of its indicators.' }),
    title: localisedField(t, 'What people call it.', ({ title }) => title),
  }),
});
