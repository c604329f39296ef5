import type { LocalisedText } from '../localised-text.ts';
import type { Problem } from '../problem.ts';

/** The rules that records of cooperation are held to, with names for people. */
export const cooperationRuleTitles = Object.freeze({
  REQUIRED: { de: 'Pflichtangabe', en: 'Required' },
  FORM: { de: 'Schreibweise', en: 'Form' },
  ORDER: { de: 'Zeitliche Reihenfolge', en: 'Order in time' },
  UNKNOWN: { de: 'Unbekannter Verweis', en: 'Unknown reference' },
  DUPLICATE: { de: 'Doppelt', en: 'Duplicate' },
  CONFLICT: { de: 'Widerspruch', en: 'Contradiction' },
} satisfies Record<string, LocalisedText>);

export type CooperationRule = keyof typeof cooperationRuleTitles;

/** What is wrong with a record of cooperation: `field` is its path in the input (`assignments.3.until`), `rule` the kind of mistake. */
export type CooperationProblem = Problem & { readonly field: string; readonly rule: CooperationRule };

/** Notes one problem; `message` says what is wrong and what to do. */
export type Refuse = (field: string, rule: CooperationRule, message: string) => void;

/** All problems that a check notes, in the order in which it does. */
export function collectProblems(check: (refuse: Refuse) => void): readonly CooperationProblem[] {
  const problems: CooperationProblem[] = [];
  check((field, rule, message) => problems.push({ field, rule, message }));
  return problems;
}
