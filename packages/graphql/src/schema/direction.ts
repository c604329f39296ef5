import { builder } from '../builder.ts';

/** How to judge an indicator. */
export const Direction = builder.enumType('Direction', {
  description: 'Whether a higher value is better.',
  values: {
    HIGHER_IS_BETTER: { value: 'higherIsBetter', description: 'A higher value is better.' },
    LOWER_IS_BETTER: { value: 'lowerIsBetter', description: 'A lower value is better.' },
    NEUTRAL: { value: 'neutral', description: 'The value says nothing about better or worse.' },
  } as const,
});
