import { type CarryingRule, isQuorumOfVotes } from './carrying-rule.ts';
import type { NameOfParty } from './explain-joint-decision-result.ts';
import type { DecisionReason, JointDecisionResult } from './joint-decision-result.ts';
import { listedParties } from './listed-parties.ts';
import { missedParties } from './missed-parties.ts';
import { isUnconfirmed } from './party-position.ts';

const numbers = new Intl.NumberFormat('de-DE');
const percent = new Intl.NumberFormat('de-DE', { style: 'percent', maximumFractionDigits: 1 });
const days = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' });

/** A result in one German paragraph. */
export function explainedInGerman(result: JointDecisionResult, nameOf: NameOfParty): string {
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
  if (state === 'DRAFT') return 'Die Entscheidung ist ein Entwurf; Positionen werden noch nicht erfragt.';
  if (state === 'CONSULTATION') return 'Die Entscheidung wird beraten; Positionen werden noch nicht erfragt.';
  if (outcome === 'WITHDRAWN') return 'Die Entscheidung wurde zurückgezogen.';
  if (outcome === 'ADOPTED') return 'Die Entscheidung ist gemeinsam getragen.';
  if (outcome === 'NOT_ADOPTED') return 'Die Entscheidung ist nicht gemeinsam getragen.';
  if (outcome === 'UNDECIDABLE')
    return 'Ob die Entscheidung gemeinsam getragen ist, lässt sich nicht feststellen.';
  const now = 'Die Entscheidung ist offen; nach dem jetzigen Stand';
  if (reasons.some(({ met }) => met === false)) return `${now} wäre sie nicht gemeinsam getragen.`;
  if (reasons.every(({ met }) => met === true)) return `${now} wäre sie gemeinsam getragen.`;
  return `${now} ließe sich nicht feststellen, ob sie gemeinsam getragen ist.`;
}

function rule({ kind, districtConsent, threshold }: CarryingRule): string {
  const share = threshold && `mindestens ${threshold.numerator}/${threshold.denominator}`;
  const municipalities = `von ${share ?? 'mehr als der Hälfte'} der Gemeinden`;
  const living = share ? `${share} der Einwohner leben` : 'mehr als die Hälfte der Einwohner lebt';
  const of = {
    UNANIMOUS: 'aller Gemeinden',
    MAJORITY_OF_MUNICIPALITIES: municipalities,
    DOUBLE_MAJORITY: `${municipalities}, in denen ${living}`,
  };
  const comma = kind === 'DOUBLE_MAJORITY' ? ',' : '';
  const consent = districtConsent ? `${comma} und die des Landkreises` : '';
  return `Nötig ist die Unterstützung ${of[kind]}${consent}.`;
}

function municipalities({ rule, municipalities: counts, reasons }: JointDecisionResult): string {
  const { entitled, supporting, withReservations, abstaining, opposing, missing, stale } = counts;
  const reserved = withReservations === 0 ? '' : ` (${numbers.format(withReservations)} mit Vorbehalt)`;
  const others = [
    abstaining > 0 && `${number(abstaining, 'enthält', 'enthalten')} sich`,
    opposing > 0 && `${number(opposing, 'lehnt', 'lehnen')} sie ab`,
    missing > 0 && `von ${numbers.format(missing)} fehlt die Position`,
    stale > 0 && `von ${numbers.format(stale)} gilt die Position einer früheren Fassung und zählt nicht`,
  ].filter((part) => part !== false);
  const parts = [
    `Von ${number(entitled, 'Gemeinde', 'Gemeinden')} ${supporting === 1 ? 'unterstützt' : 'unterstützen'} sie ${numbers.format(supporting)}${reserved}`,
    ...others,
  ];
  return `${parts.join(', ')}; ${needed(find(reasons, 'MUNICIPALITIES_SUPPORT'))}${abstentions(rule, abstaining)}.`;
}

function abstentions({ abstentions }: CarryingRule, abstaining: number): string {
  if (abstaining === 0) return '';
  return abstentions === 'LEFT_OUT'
    ? ' (Enthaltungen bleiben außer Betracht)'
    : ' (eine Enthaltung ist keine Unterstützung)';
}

function inhabitants({ inhabitants, reasons }: JointDecisionResult, nameOf: NameOfParty): string {
  const { registerDate, entitled, supporting, supportingShare, unknown } = inhabitants;
  if (registerDate === null) return '';
  const register = `Register vom ${days.format(new Date(registerDate))}`;
  const condition = find(reasons, 'INHABITANTS_SUPPORT');
  if (entitled === null || supporting === null) {
    const keys = unknown.map((key) => ({ kind: 'MUNICIPALITY', key }) as const);
    const then =
      condition === undefined
        ? 'ein Anteil lässt sich nicht angeben'
        : 'die Mehrheit der Einwohner lässt sich nicht feststellen';
    return `Die Einwohnerzahl von ${listedParties(keys, nameOf, 'de')} ist nicht bekannt (${register}): ${then}.`;
  }
  const share = supportingShare === null ? '' : `${percent.format(supportingShare)}, `;
  const wanted = condition === undefined ? '' : `; ${needed(condition)}`;
  return `In den unterstützenden Gemeinden ${supporting === 1 ? 'lebt' : 'leben'} ${numbers.format(supporting)} von ${number(entitled, 'Einwohner', 'Einwohnern')} (${share}${register})${wanted}.`;
}

function quorum({ rule, reasons }: JointDecisionResult): string {
  const condition = find(reasons, 'QUORUM');
  if (condition === undefined) return '';
  const have = numbers.format(condition.have ?? 0);
  const done = isQuorumOfVotes(rule) ? 'Mit Ja oder Nein gestimmt' : 'Stellung genommen';
  return `${done} ${condition.have === 1 ? 'hat' : 'haben'} ${have} von ${number(condition.base ?? 0, 'Gemeinde', 'Gemeinden')}; ${needed(condition)}.`;
}

function district({ rule, district: { standing, position } }: JointDecisionResult): string {
  if (standing === 'STALE')
    return 'Die Position des Landkreises gilt einer früheren Fassung und zählt nicht.';
  if (position === null) return rule.districtConsent ? 'Die Position des Landkreises fehlt.' : '';
  const verbs = {
    SUPPORT: 'unterstützt sie',
    SUPPORT_WITH_RESERVATIONS: 'unterstützt sie mit Vorbehalt',
    ABSTAIN: 'enthält sich',
    OPPOSE: 'lehnt sie ab',
  };
  return `Der Landkreis ${verbs[position.stance]}.`;
}

function unconfirmed({ municipalities: { unconfirmed } }: JointDecisionResult): string {
  if (unconfirmed === 0) return '';
  return unconfirmed === 1
    ? 'Die Position von 1 Gemeinde wurde für sie erfasst und ist von ihr noch nicht bestätigt.'
    : `Die Positionen von ${numbers.format(unconfirmed)} Gemeinden wurden für sie erfasst und sind von ihnen noch nicht bestätigt.`;
}

function advisory({ advisory }: JointDecisionResult): string {
  const spoke = advisory.filter(({ standing }) => standing === 'CURRENT');
  if (spoke.length === 0) return '';
  const waiting = spoke.filter(({ position }) => position !== null && isUnconfirmed(position)).length;
  const noted = waiting === 0 ? '' : ` (${numbers.format(waiting)} unbestätigt)`;
  return `Beratend ${spoke.length === 1 ? 'hat' : 'haben'} ${number(spoke.length, 'Akteur', 'Akteure')} Stellung genommen${noted}; gezählt wird das nicht.`;
}

function missing(result: JointDecisionResult, nameOf: NameOfParty): string {
  const asked = missedParties(result);
  return asked.length === 0 ? '' : `Es fehlt die Position von ${listedParties(asked, nameOf, 'de')}.`;
}

function needed(condition: DecisionReason | undefined): string {
  if (condition === undefined || condition.needed === null || condition.base === null) return '';
  const verb = condition.needed === 1 ? 'nötig ist' : 'nötig sind';
  return `${verb} ${numbers.format(condition.needed)} von ${numbers.format(condition.base)}`;
}

function find(reasons: readonly DecisionReason[], code: DecisionReason['code']): DecisionReason | undefined {
  return reasons.find((reason) => reason.code === code);
}

function number(count: number, one: string, many: string): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}
