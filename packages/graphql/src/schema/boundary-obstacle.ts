import { builder } from '../builder.ts';

/** Why a value cannot be carried over to other boundaries. */
export const BoundaryObstacle = builder.enumType('BoundaryObstacle', {
  description: 'Why a value cannot be carried over to the boundaries of a day.',
  values: {
    NO_CHANGES_KNOWN: {
      description: 'No list of changes and no crosswalk was imported that reaches from one day to the other.',
    },
    AMBIGUOUS: {
      description:
        'Several territories became several others and no source says which became which, or the value stands on a day between two and nobody knows on which side of a change.',
    },
    MERGED_SINCE: { description: 'The territory became part of a larger one, which is not divided again.' },
    NOT_IN_FORCE: { description: 'The territory does not exist on the day whose boundaries are asked for.' },
    DOES_NOT_ADD_UP: {
      description:
        'The measure has no rule that holds for other boundaries: a minimum, maximum, count or none.',
    },
    NOT_APPORTIONABLE: {
      description: 'A territory was divided, and the measure declares nothing by which its values can be.',
    },
    NO_WEIGHT: { description: 'A territory was divided, and no usable weight is known.' },
    OWN_COUNT: {
      description:
        'Own counts of persons are shown on the boundaries they were counted on, lest differences reveal few persons.',
    },
  } as const,
});
