import { builder } from '../builder.ts';

/** On which side of the value of a target the goal lies. */
export const TargetDirection = builder.enumType('TargetDirection', {
  description: 'On which side of the value of a target the goal lies.',
  values: {
    HIGHER_IS_BETTER: { value: 'higherIsBetter', description: 'At least the value is to be reached.' },
    LOWER_IS_BETTER: { value: 'lowerIsBetter', description: 'At most the value is to be left.' },
  } as const,
});
