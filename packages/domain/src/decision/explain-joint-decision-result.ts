import { explainedInEnglish } from './explained-in-english.ts';
import { explainedInGerman } from './explained-in-german.ts';
import type { JointDecisionResult } from './joint-decision-result.ts';
import type { Party } from './party.ts';

/** How a party is called in a sentence. */
export type NameOfParty = (party: Party) => string;

/**
 * A result in one paragraph that people read: what came out, what was needed, what there is, and who is missing. Parties are named by
 * `nameOf`, by their keys where it is left out.
 */
export function explainJointDecisionResult(
  result: JointDecisionResult,
  lang: 'de' | 'en',
  nameOf: NameOfParty = ({ key }) => key,
): string {
  return lang === 'de' ? explainedInGerman(result, nameOf) : explainedInEnglish(result, nameOf);
}
