import { checkValidity } from './cooperation-checks.ts';
import { type CooperationProblem, collectProblems } from './cooperation-problem.ts';
import type { Validity } from './validity.ts';

/**
 * What is wrong with ending what holds on a day, its last one; all of it, under the field `until`. What has an end is only ever ended
 * earlier: to go on longer it has to be looked at again beside all others.
 */
export function assignmentEndProblems(
  { from, until: ended }: Validity,
  until: string,
): readonly CooperationProblem[] {
  return collectProblems((refuse) => {
    checkValidity(refuse, '', { from, until });
    if (ended === null || until <= ended) return;
    const message = `it ends on ${ended} already: write a day up to then, or save it anew to let it go on`;
    refuse('until', 'ORDER', message);
  });
}
