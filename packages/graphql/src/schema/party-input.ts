import { builder } from '../builder.ts';
import { PartyKind } from './party-kind.ts';

/** A party of a joint decision. */
export const PartyInput = builder.inputType('PartyInput', {
  description: 'A party of a joint decision: `{ kind: MUNICIPALITY, key: "12070296" }`.',
  fields: (t) => ({
    kind: t.field({ type: PartyKind, required: true, description: 'What it is.' }),
    key: t.string({
      required: true,
      description: 'The key of the district, the municipality (AGS) or the actor.',
    }),
  }),
});
