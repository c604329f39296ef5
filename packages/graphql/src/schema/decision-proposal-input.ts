import type { ProposedText } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { LocalisedTextInput } from './localised-text-input.ts';

const DecisionDocumentInput = builder.inputType('DecisionDocumentInput', {
  description: 'A document that belongs to a proposal.',
  fields: (t) => ({
    title: t.field({ type: LocalisedTextInput, required: true, description: 'What people call it.' }),
    url: t.string({ required: true, description: 'Where it is found: an address with https://.' }),
  }),
});

/** What is proposed. */
export const DecisionProposalInput = builder.inputType('DecisionProposalInput', {
  description: 'What is proposed.',
  fields: (t) => ({
    title: t.field({ type: LocalisedTextInput, required: true, description: 'What it is about.' }),
    text: t.field({ type: LocalisedTextInput, required: true, description: 'What is to be decided.' }),
    documents: t.field({ type: [DecisionDocumentInput], description: 'The documents that belong to it.' }),
  }),
});

/** What an input proposes. */
export function proposalOfInput({
  title,
  text,
  documents,
}: Omit<ProposedText, 'documents'> & {
  readonly documents?: ProposedText['documents'] | null | undefined;
}): ProposedText {
  return { title, text, documents: documents ?? [] };
}

/** Everything that people wrote in a proposal. */
export function textsOfProposal({ title, text, documents }: ProposedText): readonly string[] {
  return [title, text, ...documents.map((document) => document.title)].flatMap(({ de, en }) => [de, en]);
}
