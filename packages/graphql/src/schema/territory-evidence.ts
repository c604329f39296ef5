import { builder } from '../builder.ts';

/** What a version of a territory is known from. */
export const TerritoryEvidence = builder.enumType('TerritoryEvidence', {
  description: 'What a version of a territory is known from.',
  values: {
    REGISTER: { description: 'A municipality register shows it.' },
    LIST: { description: 'No register, but an official list of changes or a crosswalk names it.' },
    DECLARED: { description: 'A group that was declared as such.' },
    TABLE: { description: 'Only tables of figures name it.' },
  } as const,
});
