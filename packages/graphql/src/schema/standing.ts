import type { PartyStanding as StandingRow } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** Whether a party has taken a position on what is decided on. */
export const Standing = builder.enumType('Standing', {
  description: 'Whether a party has taken a position on the version that is decided on.',
  values: labelledValues<StandingRow['standing']>([
    ['CURRENT', 'CURRENT', 'It has.'],
    ['STALE', 'STALE', 'It has on an earlier version, which does not count until it is renewed.'],
    ['MISSING', 'MISSING', 'It has not.'],
  ]),
});
