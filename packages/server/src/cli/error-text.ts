import { formatProblem, InputProblems } from '@kreisweit/domain';

/** Errors that were foreseen say everything in their message; others, like a TypeError, are mistakes of ours. */
const MISTAKES = [TypeError, ReferenceError, RangeError, SyntaxError];

/** What the command prints of an error: its message and, at the log level debug, where it happened. */
export function errorText(error: unknown, options: { readonly debug: boolean }): string {
  if (!(error instanceof Error)) return String(error);
  if (options.debug) return error.stack ?? error.message;
  if (error instanceof InputProblems) return manyProblems(error);
  const message = messageOf(error);
  const mistake = MISTAKES.some((kind) => error instanceof kind);
  return mistake ? `${message}\n(This should not happen. KREISWEIT_LOG=debug shows where it did.)` : message;
}

/** What scripts get with --json. */
export function errorData(error: unknown) {
  const problems = error instanceof Error && 'problems' in error ? error.problems : undefined;
  return { error: { message: messageOf(error), ...(problems !== undefined && { problems }) } };
}

const SHOWN = 100;

/** The message of the error itself shows the first ten problems; a person who mends a file wants more of them. */
function manyProblems({ message, problems }: InputProblems): string {
  const [first = ''] = message.split('\n');
  const lines = problems.slice(0, SHOWN).map((problem) => `  ${formatProblem(problem)}`);
  const more = problems.length > SHOWN ? [`  ... and ${problems.length - SHOWN} more: --json lists all`] : [];
  return [first, ...lines, ...more].join('\n');
}

/** An attempt at several addresses fails with an AggregateError that has no message of its own. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
