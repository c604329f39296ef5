import type { About, DecisionAddress } from '@kreisweit/store';
import { builder } from '../builder.ts';

/** Which round of which joint decision. */
export const DecisionAddressInput = builder.inputType('DecisionAddressInput', {
  description: 'Which joint decision: `{ district: "12070", key: "integration-concept", round: 1 }`.',
  fields: (t) => ({
    district: t.string({ required: true, description: 'The key of its district.' }),
    key: t.string({ required: true, description: 'Its key: small letters, digits and hyphens.' }),
    round: t.int({ required: true, description: 'The round: 1, until it is decided anew.' }),
  }),
});

/** What is about the district of a decision. */
export function aboutDecision({ decision }: { readonly decision: DecisionAddress }): readonly About[] {
  return [{ kind: 'territory', key: decision.district }];
}
