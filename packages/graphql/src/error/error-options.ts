import { InputProblems, NotAllowed } from '@kreisweit/domain';

/**
 * How mutations answer with errors: the result of `publishRelease` is the union `PublishReleaseResult` of the payload and these errors.
 * A mutation that changes something of a certain revision adds `types: [RevisionConflict]`. Other errors stay errors of the request.
 */
export const errorOptions = {
  directResult: true,
  defaultTypes: [NotAllowed, InputProblems],
  defaultUnionOptions: {
    name: ({ fieldName }: { readonly fieldName: string }) =>
      `${fieldName.slice(0, 1).toUpperCase()}${fieldName.slice(1)}Result`,
    description: 'What came of it: the payload, or the error that says why nothing was done.',
  },
};
