import { builder } from '../builder.ts';

/** Why the members behind a component are not told. */
export const Withheld = builder.enumType('Withheld', {
  description: 'Why the members behind a component are not told.',
  values: {
    DELIVERED: {
      description: 'The value was delivered for the territory itself; its members are no part of the number.',
    },
    SHORTER_PERIODS: { description: 'The value is made of shorter periods: see `parts`.' },
    OWN_COUNT: {
      description: 'Own counts of persons (also as weights) are not shown below districts.',
    },
    NOT_PUBLISHED: { description: 'The measure is not published for the members.' },
    CONFIDENTIAL: {
      description:
        'A member or the value itself is confidential: of such a sum no part, number or difference is told.',
    },
    NOT_AVAILABLE: { description: 'Nothing is published or stored.' },
    NOT_TRACEABLE: {
      description: 'The members that the data version knows do not give the stored value exactly.',
    },
  } as const,
});
