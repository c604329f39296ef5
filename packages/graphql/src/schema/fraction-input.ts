import { builder } from '../builder.ts';

/** A share of whole numbers. */
export const FractionInput = builder.inputType('FractionInput', {
  description: 'A share of whole numbers: `{ numerator: 2, denominator: 3 }`.',
  fields: (t) => ({
    numerator: t.int({ required: true, description: 'The 2 of two thirds.' }),
    denominator: t.int({ required: true, description: 'The 3 of two thirds, up to 1000.' }),
  }),
});
