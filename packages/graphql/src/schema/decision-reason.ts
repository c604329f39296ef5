import type { DecisionReason as DecisionReasonRow } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { DecisionReasonCode } from './decision-reason-code.ts';

/** A condition of a rule, and whether it is met. */
export const DecisionReason = builder.objectRef<DecisionReasonRow>('DecisionReason').implement({
  description:
    'A condition of the rule, and whether it is met: `have` of `base`, where at least `needed` must be. All null where a number is not known.',
  fields: (t) => ({
    code: t.expose('code', { type: DecisionReasonCode, description: 'Which condition.' }),
    met: t.exposeBoolean('met', { nullable: true, description: 'Whether it is met.' }),
    have: t.exposeInt('have', { nullable: true, description: 'How many there are.' }),
    needed: t.exposeInt('needed', { nullable: true, description: 'How many there must be.' }),
    base: t.exposeInt('base', { nullable: true, description: 'Of how many.' }),
  }),
});
