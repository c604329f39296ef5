import type { Party } from '@kreisweit/domain';
import { type About, type DecisionAddress, withShortKey } from '@kreisweit/store';
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
  return [{ kind: 'territory', key: withShortKey(decision).district }];
}

/** What is about the position of a party in a decision. */
export function aboutPositionIn(decision: DecisionAddress, party: Party): readonly About[] {
  return [{ kind: 'position', party, district: withShortKey(decision).district }];
}
