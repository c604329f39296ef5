import { builder } from '../builder.ts';
import type { Finding } from '../reconciliation/reconciliation.ts';

const descriptions: Readonly<Record<Finding, { readonly description: string }>> = {
  EQUAL: { description: 'The members add up to the delivered total.' },
  WITHIN_ACCURACY: {
    description:
      'They differ by no more than the accuracy of the measure explains: no finding. Figures that are rounded each on their own are off by half a unit of the last digit each; perturbed ones by about one person each, at random.',
  },
  DIFFERENT: { description: 'They differ: the delivered total holds, and somebody should look.' },
  NOTHING_DELIVERED: { description: 'The institute has not delivered a number for the district itself.' },
  NO_MEMBERS: {
    description:
      'No member reported: it is reported for districts only, or the district is a town of its own.',
  },
  INCOMPLETE: {
    description: 'Not all expected members have reported, or no register says who is expected.',
  },
  CONFIDENTIAL: {
    description:
      'The total or a member is confidential. Neither the sum nor the difference is told: they would reveal it.',
  },
  OWN_COUNT: {
    description: 'An own count of persons is not reconciled: a difference could show few persons.',
  },
  DOES_NOT_ADD_UP: {
    description: 'The district is not the sum of its members: a mean, a minimum, moves across borders.',
  },
  NOT_PUBLISHED: { description: 'The measure is not published as it is, only in formulas.' },
};

/** What came of setting a delivered total beside the sum of the members. */
export const ReconciliationFinding = builder.enumType('ReconciliationFinding', {
  description: 'What came of setting a delivered total beside the sum of the members.',
  values: descriptions,
});
