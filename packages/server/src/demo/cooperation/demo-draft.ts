import {
  type CarryingRule,
  type DecisionDraft,
  type Party,
  type ProposedText,
  partiesOf,
} from '@kreisweit/domain';
import { demoMunicipalities, demoRegisterDay } from './demo-municipalities.ts';
import { exampleTitle, localised } from './localised.ts';

type Words = readonly [de: string, en: string];

/** A proposal, which says that it is an example in title and text. */
export function demoProposal(title: Words, [de, en]: Words, document?: string): ProposedText {
  const address = `https://example.org/${document}`;
  return {
    title: exampleTitle(...title),
    text: localised(`Beispiel, frei erfunden: ${de}`, `Example, freely invented: ${en}`),
    documents: document === undefined ? [] : [{ title: exampleTitle('Vorlage', 'Submission'), url: address }],
  };
}

/** The draft of a round, of which all municipalities of a district in the demo's register and some actors with an advisory voice are parties. */
export function demoDraft(
  district: string,
  key: string,
  rule: CarryingRule,
  proposal: ProposedText,
  { actors = [], round = 1 }: { readonly actors?: readonly string[]; readonly round?: number } = {},
): { readonly kind: 'DRAFTED' } & DecisionDraft {
  const parties = { on: demoRegisterDay, municipalities: demoMunicipalities(district), actors };
  return { kind: 'DRAFTED', key, round, district, parties, rule, proposal };
}

/** The parties of a draft, in the order in which they are shown. */
export function partiesOfDraft({ district, parties }: DecisionDraft): readonly Party[] {
  return partiesOf(district, parties);
}
