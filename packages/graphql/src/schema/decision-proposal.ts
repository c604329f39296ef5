import type { DecisionProposal as DecisionProposalRow } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { DecisionDocument } from './decision-document.ts';
import { localisedField } from './localised-field.ts';

/** A version of what is proposed. */
export const DecisionProposal = builder.objectRef<DecisionProposalRow>('DecisionProposal').implement({
  description: 'A version of what is proposed.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Counts from 1.' }),
    writtenOn: t.expose('writtenOn', { type: 'Date', description: 'The day on which it was recorded.' }),
    title: localisedField(t, 'What it is about.', ({ title }) => title),
    text: localisedField(t, 'What is to be decided.', ({ text }) => text),
    documents: t.expose('documents', {
      ...listOf(3),
      type: [DecisionDocument],
      description: 'The documents that belong to it.',
    }),
  }),
});
