import type { DecisionReason } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** A condition of a rule. */
export const DecisionReasonCode = builder.enumType('DecisionReasonCode', {
  description: 'A condition of a rule.',
  values: labelledValues<DecisionReason['code']>([
    ['MUNICIPALITIES_SUPPORT', 'MUNICIPALITIES_SUPPORT', 'Enough municipalities support it.'],
    ['INHABITANTS_SUPPORT', 'INHABITANTS_SUPPORT', 'Enough inhabitants live in those that do.'],
    ['DISTRICT_SUPPORTS', 'DISTRICT_SUPPORTS', 'The district itself supports it.'],
    ['QUORUM', 'QUORUM', 'Enough municipalities took a position.'],
  ]),
});
