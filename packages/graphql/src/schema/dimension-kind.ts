import { builder } from '../builder.ts';

/** How the categories of a dimension relate to the total. */
export const DimensionKind = builder.enumType('DimensionKind', {
  description: 'How the categories of a dimension relate to the total.',
  values: {
    PARTITION: { value: 'partition', description: 'They add up to the total (davon).' },
    SUBSET: { value: 'subset', description: 'They are some of the total (darunter).' },
    OVERLAPPING: { value: 'overlapping', description: 'They may count the same person twice (und zwar).' },
  } as const,
});
