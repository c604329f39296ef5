import type { Deprecation as CatalogueDeprecation } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { Indicator } from './indicator.ts';
import { localisedField } from './localised-field.ts';

/** Why an indicator should not be used any more, in one data version. */
type DeprecationRow = CatalogueDeprecation & { readonly asOf: number };

/** Why an indicator should not be used any more. */
export const Deprecation = builder.objectRef<DeprecationRow>('Deprecation').implement({
  description: 'That an indicator is kept for those who use it, and should not be used any more.',
  fields: (t) => ({
    reason: localisedField(t, 'Why.', ({ reason }) => reason),
    replacedBy: t.field({
      type: Indicator,
      nullable: true,
      description: 'What to use instead, where there is something.',
      resolve: async ({ replacedBy, asOf }, _, context) =>
        replacedBy === null ? null : ((await context.catalogue(asOf)).indicators.get(replacedBy) ?? null),
    }),
  }),
});

builder.objectField(Indicator, 'deprecated', (t) =>
  t.field({
    type: Deprecation,
    nullable: true,
    description: 'Set where it should not be used any more.',
    resolve: ({ deprecated, asOf }) => (deprecated == null ? null : { ...deprecated, asOf }),
  }),
);
