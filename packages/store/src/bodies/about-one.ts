import { InputProblems } from '@kreisweit/domain';

/**
 * Throws what went wrong with a list of one in the words of whoever sent the one: `meetings.0.day` becomes `meeting.day`, in messages too. `name` is that of
 * the argument, with a point behind it; '' where the fields are arguments themselves.
 */
export function aboutOne(what: string, list: string, name: string) {
  return (error: unknown): never => {
    if (!(error instanceof InputProblems)) throw error;
    const first = `${list}.0.`;
    const problems = error.problems.map(({ field = '', message, ...problem }) => ({
      ...problem,
      field: field.replace(first, name),
      message: message.replace(first, name),
    }));
    throw new InputProblems(what, problems);
  };
}
