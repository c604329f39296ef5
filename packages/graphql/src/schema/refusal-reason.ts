import type { NotAllowed } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

const DESCRIPTIONS: Readonly<Record<NotAllowed['reason'], string>> = {
  NOT_SIGNED_IN: 'Nobody has signed in: send an access token.',
  ROLE_MISSING: 'None of the roles that may.',
  OUTSIDE_SCOPE: 'A role that may, held for something else.',
};

/** Why somebody may not do something. */
export const RefusalReason = builder.enumType('RefusalReason', {
  description: 'Why somebody may not do something.',
  values: labelledValues(
    (Object.keys(DESCRIPTIONS) as NotAllowed['reason'][]).map((reason) => [
      reason,
      reason,
      DESCRIPTIONS[reason],
    ]),
  ),
});
