import { type CooperationProblem, collectProblems } from '../task/cooperation-problem.ts';
import type { ConceptVersion } from './concept-version.ts';

/** The joint decision that is to adopt a version: its key, its round, and the day (ISO) on which it was carried, null where it was not. */
export type AdoptingDecision = {
  readonly key: string;
  readonly round: number;
  readonly carriedOn: string | null;
};

/**
 * Why a joint decision cannot adopt a version; `versions` are all of the same concept. It must be about the concept, which its key says, be carried and may adopt
 * one version only; a version is adopted once, and none before an earlier or after a later one.
 */
export function adoptionProblems(
  version: ConceptVersion,
  { key, round, carriedOn }: AdoptingDecision,
  versions: readonly ConceptVersion[],
): readonly CooperationProblem[] {
  return collectProblems((refuse) => {
    const decision = `${key}/${round}`;
    if (version.adoptedOn !== null) {
      const message = `version ${version.number} is adopted since ${version.adoptedOn}: copy it as a draft to change it`;
      refuse('concept', 'CONFLICT', message);
    }
    const { concept } = version;
    if (key !== concept && !key.startsWith(`${concept}-`)) {
      const message = `the joint decision ${decision} is not about this concept: name one whose key is '${concept}' or begins with '${concept}-'`;
      refuse('decision', 'CONFLICT', message);
    }
    if (carriedOn === null) {
      const message = `the joint decision ${decision} is not carried: a concept is adopted when it is`;
      refuse('decision', 'CONFLICT', message);
    }
    for (const other of versions) {
      const { number, adoptedOn } = other;
      if (number === version.number || adoptedOn === null) continue;
      if (other.adoptedBy === key && other.adoptedRound === round) {
        refuse(
          'decision',
          'DUPLICATE',
          `the joint decision ${decision} has adopted version ${number} already`,
        );
      } else if (carriedOn !== null && number > version.number && adoptedOn < carriedOn) {
        const message = `version ${number} is adopted since ${adoptedOn}: copy that as a draft, and have it adopted`;
        refuse('concept', 'ORDER', message);
      } else if (carriedOn !== null && number < version.number && adoptedOn > carriedOn) {
        const message = `it was carried on ${carriedOn}, before version ${number} was adopted on ${adoptedOn}: name a later one`;
        refuse('decision', 'ORDER', message);
      }
    }
  });
}
