import type { MutationFields } from '../../builder.ts';
import type { Context } from '../../context.ts';

/** The argument `expectedRevision`. */
export function expectedRevisionArgument(t: MutationFields) {
  return {
    expectedRevision: t.arg.int({
      required: true,
      description:
        'The `revision` that you have seen; 0 for a new one. Where there is another one by now, nothing is changed.',
    }),
  };
}

/** Forgets what this request has read of the division of tasks: the answer to a mutation shows what is there after it. */
export function forgetTasks({ loaders }: Pick<Context, 'loaders'>): void {
  loaders.districtTasks.clearAll();
  loaders.division.clearAll();
}
