import { type CarryingRule, isQuorumOfVotes } from './carrying-rule.ts';
import type { NameOfParty } from './explain-joint-decision-result.ts';
import type { DecisionReason, JointDecisionResult } from './joint-decision-result.ts';
import { listedParties } from './listed-parties.ts';
import { missedParties } from './missed-parties.ts';
import { isUnconfirmed } from './party-position.ts';

const numbers = new Intl.NumberFormat('en-GB');
const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A result in one English paragraph. */
export function explainedInEnglish(result: JointDecisionResult, nameOf: NameOfParty): string {
  const { state } = result;
  if (state === 'WITHDRAWN') return outcome(result);
  const beginning = [outcome(result), rule(result.rule)];
  if (state === 'DRAFT' || state === 'CONSULTATION') return beginning.join(' ');
  const sentences = [
    ...beginning,
    municipalities(result),
    inhabitants(result, nameOf),
    quorum(result),
    district(result),
    unconfirmed(result),
    advisory(result),
    missing(result, nameOf),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function outcome({ state, outcome, reasons }: JointDecisionResult): string {
  if (state === 'DRAFT') return 'The decision is a draft; positions are not asked for yet.';
  if (state === 'CONSULTATION') return 'The decision is in consultation; positions are not asked for yet.';
  if (outcome === 'WITHDRAWN') return 'The decision was withdrawn.';
  if (outcome === 'ADOPTED') return 'The decision is carried jointly.';
  if (outcome === 'NOT_ADOPTED') return 'The decision is not carried jointly.';
  if (outcome === 'UNDECIDABLE') return 'Whether the decision is carried jointly cannot be established.';
  const now = 'The decision is open; as it stands now';
  if (reasons.some(({ met }) => met === false)) return `${now} it would not be carried jointly.`;
  if (reasons.every(({ met }) => met === true)) return `${now} it would be carried jointly.`;
  return `${now} it could not be established whether it is carried jointly.`;
}

function rule({ kind, districtConsent, threshold }: CarryingRule): string {
  const share =
    threshold === null ? 'more than half' : `at least ${threshold.numerator}/${threshold.denominator}`;
  const of = {
    UNANIMOUS: 'all municipalities',
    MAJORITY_OF_MUNICIPALITIES: `${share} of the municipalities`,
    DOUBLE_MAJORITY: `${share} of the municipalities, in which ${share} of the inhabitants live`,
  };
  const comma = kind === 'DOUBLE_MAJORITY' ? ',' : '';
  const consent = districtConsent ? `${comma} and that of the district` : '';
  return `It needs the support of ${of[kind]}${consent}.`;
}

function municipalities({ rule, municipalities: counts, reasons }: JointDecisionResult): string {
  const { entitled, supporting, withReservations, abstaining, opposing, missing, stale } = counts;
  const reserved = withReservations === 0 ? '' : ` (${numbers.format(withReservations)} with reservations)`;
  const others = [
    abstaining > 0 && number(abstaining, 'abstains', 'abstain'),
    opposing > 0 && number(opposing, 'opposes it', 'oppose it'),
    missing > 0 && number(missing, 'has taken no position', 'have taken no position'),
    stale > 0 &&
      `${number(stale, 'took its position', 'took their positions')} on an earlier version, which does not count`,
  ].filter((part) => part !== false);
  const parts = [
    `Of ${number(entitled, 'municipality', 'municipalities')} ${number(supporting, 'supports it', 'support it')}${reserved}`,
    ...others,
  ];
  return `${parts.join(', ')}; ${needed(find(reasons, 'MUNICIPALITIES_SUPPORT'))}${abstentions(rule, abstaining)}.`;
}

function abstentions({ abstentions }: CarryingRule, abstaining: number): string {
  if (abstaining === 0) return '';
  return abstentions === 'LEFT_OUT' ? ' (abstentions are left out)' : ' (an abstention is not a support)';
}

function inhabitants({ inhabitants, reasons }: JointDecisionResult, nameOf: NameOfParty): string {
  const { registerDate, entitled, supporting, supportingShare, unknown } = inhabitants;
  if (registerDate === null) return '';
  const register = `register of ${days.format(new Date(registerDate))}`;
  const condition = find(reasons, 'INHABITANTS_SUPPORT');
  if (entitled === null || supporting === null) {
    const keys = unknown.map((key) => ({ kind: 'MUNICIPALITY', key }) as const);
    const then =
      condition === undefined
        ? 'no share can be given'
        : 'the majority of the inhabitants cannot be established';
    return `The number of inhabitants of ${listedParties(keys, nameOf, 'en')} is not known (${register}): ${then}.`;
  }
  const share = supportingShare === null ? '' : `${percent.format(supportingShare)}, `;
  const wanted = condition === undefined ? '' : `; ${needed(condition)}`;
  return `${numbers.format(supporting)} of ${number(entitled, 'inhabitant', 'inhabitants')} ${supporting === 1 ? 'lives' : 'live'} in the supporting municipalities (${share}${register})${wanted}.`;
}

function quorum({ rule, reasons }: JointDecisionResult): string {
  const condition = find(reasons, 'QUORUM');
  if (condition === undefined) return '';
  const have = numbers.format(condition.have ?? 0);
  return `${have} of ${number(condition.base ?? 0, 'municipality', 'municipalities')} ${condition.have === 1 ? 'has' : 'have'} ${isQuorumOfVotes(rule) ? 'said yes or no' : 'taken a position'}; ${needed(condition)}.`;
}

function district({ rule, district: { standing, position } }: JointDecisionResult): string {
  if (standing === 'STALE')
    return 'The district took its position on an earlier version, which does not count.';
  if (position === null) return rule.districtConsent ? 'The district has taken no position.' : '';
  const verbs = {
    SUPPORT: 'supports it',
    SUPPORT_WITH_RESERVATIONS: 'supports it with reservations',
    ABSTAIN: 'abstains',
    OPPOSE: 'opposes it',
  };
  return `The district ${verbs[position.stance]}.`;
}

function unconfirmed({ municipalities: { unconfirmed } }: JointDecisionResult): string {
  if (unconfirmed === 0) return '';
  return unconfirmed === 1
    ? 'The position of 1 municipality was recorded on its behalf and is not confirmed by it yet.'
    : `The positions of ${numbers.format(unconfirmed)} municipalities were recorded on their behalf and are not confirmed by them yet.`;
}

function advisory({ advisory }: JointDecisionResult): string {
  const spoke = advisory.filter(({ standing }) => standing === 'CURRENT');
  if (spoke.length === 0) return '';
  const waiting = spoke.filter(({ position }) => position !== null && isUnconfirmed(position)).length;
  const noted = waiting === 0 ? '' : ` (${numbers.format(waiting)} unconfirmed)`;
  return `${number(spoke.length, 'actor has', 'actors have')} given advice${noted}, which is not counted.`;
}

function missing(result: JointDecisionResult, nameOf: NameOfParty): string {
  const asked = missedParties(result);
  return asked.length === 0 ? '' : `Missing is the position of ${listedParties(asked, nameOf, 'en')}.`;
}

function needed(condition: DecisionReason | undefined): string {
  if (condition === undefined || condition.needed === null || condition.base === null) return '';
  const verb = condition.needed === 1 ? 'is needed' : 'are needed';
  return `${numbers.format(condition.needed)} of ${numbers.format(condition.base)} ${verb}`;
}

function find(reasons: readonly DecisionReason[], code: DecisionReason['code']): DecisionReason | undefined {
  return reasons.find((reason) => reason.code === code);
}

function number(count: number, one: string, many: string): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}
