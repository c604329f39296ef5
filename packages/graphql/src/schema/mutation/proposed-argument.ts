import type { MutationFields } from '../../builder.ts';

/** The argument `proposed`. */
export function proposedArgument(t: MutationFields) {
  return {
    proposed: t.arg.int({
      required: true,
      description: 'The number of the proposed release: see `proposedReleases`.',
    }),
  };
}
