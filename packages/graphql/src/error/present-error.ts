import { randomUUID } from 'node:crypto';
import { InputProblems, NotAllowed, RevisionConflict } from '@kreisweit/domain';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { InvalidArgument } from './invalid-argument.ts';

/** Takes an error that is not shown: the answer names it by `id` only. */
export type ErrorLog = (entry: {
  readonly id: string;
  readonly error: unknown;
  readonly path: string | null;
}) => void;

/**
 * How an error stands in the answer, by its kind:
 *
 * | error | code | message |
 * |---|---|---|
 * | InvalidArgument | BAD_USER_INPUT, with `argument` | as written |
 * | InputProblems | BAD_USER_INPUT, with `problems` | as written |
 * | RevisionConflict | CONFLICT, with `revision` | as written |
 * | NotAllowed | UNAUTHENTICATED where nobody has signed in, else FORBIDDEN; with `action` and `reason` | as written |
 * | of GraphQL itself (syntax, validation, variables) | its own | as written |
 * | anything else | INTERNAL_SERVER_ERROR, with `id` | hidden; the error goes to `log` under the same id |
 */
export function presentError(error: GraphQLError, log: ErrorLog): GraphQLFormattedError {
  const { message, locations, path, extensions } = error.toJSON();
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const cause = causeOf(error);
  if (cause instanceof InvalidArgument) {
    return { message, ...place, extensions: { code: 'BAD_USER_INPUT', argument: cause.argument } };
  }
  if (cause instanceof InputProblems) {
    return { message, ...place, extensions: { code: 'BAD_USER_INPUT', problems: cause.problems } };
  }
  if (cause instanceof RevisionConflict) {
    const { expectedRevision, revision } = cause;
    return { message, ...place, extensions: { code: 'CONFLICT', expectedRevision, revision } };
  }
  if (cause instanceof NotAllowed) {
    const { action, reason } = cause;
    const code = reason === 'NOT_SIGNED_IN' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    return { message, ...place, extensions: { code, action, reason } };
  }
  if (cause instanceof GraphQLError && cause.name === 'GraphQLError') {
    return { message, ...place, ...(extensions && { extensions }) };
  }
  const id = randomUUID();
  log({ id, error: cause, path: error.path?.join('.') ?? null });
  return {
    message: `Something went wrong on our side. The operator finds it in the log under ${id}.`,
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  };
}

/** The error that was thrown first, below what GraphQL has wrapped around it. */
function causeOf(error: GraphQLError): unknown {
  let cause: unknown = error;
  while (cause instanceof GraphQLError && cause.originalError !== undefined) cause = cause.originalError;
  return cause;
}
