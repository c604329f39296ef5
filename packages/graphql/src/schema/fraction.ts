import type { Fraction as FractionRow } from '@kreisweit/domain';
import { builder } from '../builder.ts';

/** A share of whole numbers. */
export const Fraction = builder.objectRef<FractionRow>('Fraction').implement({
  description: 'A share of whole numbers, like two thirds: compared exactly, never as a rounded number.',
  fields: (t) => ({
    numerator: t.exposeInt('numerator', { description: 'The 2 of two thirds.' }),
    denominator: t.exposeInt('denominator', { description: 'The 3 of two thirds.' }),
  }),
});
