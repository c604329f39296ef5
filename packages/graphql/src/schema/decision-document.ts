import type { DecisionDocument as DecisionDocumentRow } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { localisedField } from './localised-field.ts';

/** A document that belongs to a proposal. */
export const DecisionDocument = builder.objectRef<DecisionDocumentRow>('DecisionDocument').implement({
  description: 'A document that belongs to a proposal.',
  fields: (t) => ({
    title: localisedField(t, 'What people call it.', ({ title }) => title),
    url: t.exposeString('url', { description: 'Where it is found.' }),
  }),
});
