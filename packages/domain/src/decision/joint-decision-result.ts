import type { LocalisedText } from '../localised-text.ts';
import { atLeast, type CarryingRule, isQuorumOfVotes, neededOf } from './carrying-rule.ts';
import { currentVersion, type JointDecision, type JointDecisionState } from './joint-decision.ts';
import type { Party } from './party.ts';
import { isUnconfirmed, type PartyPosition } from './party-position.ts';
import { countingPosition, type PartyStanding, partyStandings } from './party-standing.ts';
import { isSupport } from './stance.ts';

/**
 * What came out. OPEN: positions may still be taken, or not yet. UNDECIDABLE: closed, and whether it is carried depends on a number that is not known;
 * nothing is guessed.
 */
export const jointDecisionOutcomeTitles = Object.freeze({
  OPEN: { de: 'Offen', en: 'Open' },
  ADOPTED: { de: 'Gemeinsam getragen', en: 'Jointly carried' },
  NOT_ADOPTED: { de: 'Nicht gemeinsam getragen', en: 'Not jointly carried' },
  UNDECIDABLE: { de: 'Nicht feststellbar', en: 'Cannot be established' },
  WITHDRAWN: { de: 'Zurückgezogen', en: 'Withdrawn' },
} satisfies Record<string, LocalisedText>);

export type JointDecisionOutcome = keyof typeof jointDecisionOutcomeTitles;

/**
 * Numbers of municipalities. `entitled` = `supporting` + `abstaining` + `opposing` + `missing` + `stale`; `withReservations` and `unconfirmed` are
 * included in these: supporting with reservations, and recorded on behalf of one that has not confirmed it (on the latest version).
 */
export type MunicipalityCounts = {
  readonly entitled: number;
  readonly supporting: number;
  readonly withReservations: number;
  readonly abstaining: number;
  readonly opposing: number;
  readonly missing: number;
  readonly stale: number;
  readonly unconfirmed: number;
};

/**
 * The inhabitants for whom the municipalities speak. All numbers are null when those of a single municipality are not known (their keys stand in
 * `unknown`) and before the vote was opened, when `registerDate` is null too. `silent` live where the position is missing or stale.
 * `supportingShare` (0 to 1, of all) is for showing only: what is compared are whole numbers.
 */
export type InhabitantCounts = {
  readonly registerDate: string | null;
  readonly entitled: number | null;
  readonly supporting: number | null;
  readonly abstaining: number | null;
  readonly opposing: number | null;
  readonly silent: number | null;
  readonly supportingShare: number | null;
  readonly unknown: readonly string[];
};

/**
 * A condition of the rule, and whether it is met: `have` of `base`, where at least `needed` must be. Municipalities, inhabitants, or the district
 * (0 or 1 of 1). `met` is null where a number is not known, and then the numbers are null too.
 */
export type DecisionReason = {
  readonly code: 'MUNICIPALITIES_SUPPORT' | 'INHABITANTS_SUPPORT' | 'DISTRICT_SUPPORTS' | 'QUORUM';
  readonly met: boolean | null;
  readonly have: number | null;
  readonly needed: number | null;
  readonly base: number | null;
};

/**
 * The result of a decision with everything that it follows from. While it is open, `reasons` say how it stands now. `missing` and `stale` are
 * parties of all kinds, also those that are not counted; `advisory` are the actors.
 */
export type JointDecisionResult = {
  readonly state: JointDecisionState;
  readonly outcome: JointDecisionOutcome;
  readonly rule: CarryingRule;
  readonly proposalVersion: number;
  readonly reasons: readonly DecisionReason[];
  readonly municipalities: MunicipalityCounts;
  readonly inhabitants: InhabitantCounts;
  readonly district: PartyStanding;
  readonly advisory: readonly PartyStanding[];
  readonly missing: readonly Party[];
  readonly stale: readonly Party[];
};

/** Counts the positions of a decision by its rule. It reads nothing but the decision, so that it never changes after closing. */
export function jointDecisionResult(decision: JointDecision): JointDecisionResult {
  const standings = partyStandings(decision);
  const ofKind = (kind: Party['kind']) => standings.filter(({ party }) => party.kind === kind);
  const municipalities = ofKind('MUNICIPALITY');
  const [district] = ofKind('DISTRICT');
  if (district === undefined) throw new RangeError(`the decision ${decision.key} has no district as a party`);

  const counts = municipalityCounts(municipalities);
  const inhabitants = inhabitantCounts(municipalities, decision.population);
  const reasons = reasonsOf(decision.rule, counts, inhabitants, countingPosition(district));
  const having = (standing: PartyStanding['standing']) =>
    standings.filter((each) => each.standing === standing).map(({ party }) => party);
  return {
    state: decision.state,
    outcome: outcomeOf(decision.state, reasons),
    rule: decision.rule,
    proposalVersion: currentVersion(decision),
    reasons,
    municipalities: counts,
    inhabitants,
    district,
    advisory: ofKind('ACTOR'),
    missing: having('MISSING'),
    stale: having('STALE'),
  };
}

function municipalityCounts(standings: readonly PartyStanding[]): MunicipalityCounts {
  const positions = standings.map(countingPosition).filter((position) => position !== null);
  const count = (holds: (position: PartyPosition) => boolean) => positions.filter(holds).length;
  const having = (standing: PartyStanding['standing']) =>
    standings.filter((each) => each.standing === standing).length;
  return {
    entitled: standings.length,
    supporting: count(({ stance }) => isSupport(stance)),
    withReservations: count(({ stance }) => stance === 'SUPPORT_WITH_RESERVATIONS'),
    abstaining: count(({ stance }) => stance === 'ABSTAIN'),
    opposing: count(({ stance }) => stance === 'OPPOSE'),
    missing: having('MISSING'),
    stale: having('STALE'),
    unconfirmed: count(isUnconfirmed),
  };
}

function inhabitantCounts(
  standings: readonly PartyStanding[],
  population: JointDecision['population'],
): InhabitantCounts {
  const byKey = new Map(population?.municipalities.map((each) => [each.municipality, each.inhabitants]));
  const living = standings.map((standing) => ({
    key: standing.party.key,
    inhabitants: byKey.get(standing.party.key) ?? null,
    stance: countingPosition(standing)?.stance ?? null,
  }));
  const unknown = population === null ? [] : living.filter((each) => each.inhabitants === null);
  const isKnown = population !== null && unknown.length === 0;
  const sum = (holds: (stance: (typeof living)[number]['stance']) => boolean): number | null => {
    if (!isKnown) return null;
    return living.reduce((total, each) => total + (holds(each.stance) ? (each.inhabitants ?? 0) : 0), 0);
  };
  const entitled = sum(() => true);
  const supporting = sum((stance) => stance !== null && isSupport(stance));
  return {
    registerDate: population?.registerDate ?? null,
    entitled,
    supporting,
    abstaining: sum((stance) => stance === 'ABSTAIN'),
    opposing: sum((stance) => stance === 'OPPOSE'),
    silent: sum((stance) => stance === null),
    supportingShare:
      entitled === null || supporting === null || entitled === 0 ? null : supporting / entitled,
    unknown: unknown.map(({ key }) => key),
  };
}

function reasonsOf(
  rule: CarryingRule,
  counts: MunicipalityCounts,
  inhabitants: InhabitantCounts,
  district: PartyPosition | null,
): readonly DecisionReason[] {
  const isLeftOut = rule.abstentions === 'LEFT_OUT';
  const base = counts.entitled - (isLeftOut ? counts.abstaining : 0);
  const reasons = [reason('MUNICIPALITIES_SUPPORT', counts.supporting, neededOf(rule, base), base)];
  if (rule.kind === 'DOUBLE_MAJORITY') {
    const { entitled, abstaining, supporting } = inhabitants;
    const living = entitled === null ? null : entitled - (isLeftOut ? (abstaining ?? 0) : 0);
    const needed = living === null ? null : neededOf(rule, living);
    reasons.push(reason('INHABITANTS_SUPPORT', supporting, needed, living));
  }
  if (rule.districtConsent) {
    const consents = district !== null && isSupport(district.stance);
    reasons.push(reason('DISTRICT_SUPPORTS', consents ? 1 : 0, 1, 1));
  }
  if (rule.quorum !== null) {
    const { entitled, missing, stale, abstaining } = counts;
    const spoke = entitled - missing - stale - (isQuorumOfVotes(rule) ? abstaining : 0);
    reasons.push(reason('QUORUM', spoke, atLeast(rule.quorum, entitled), entitled));
  }
  return reasons;
}

function reason(
  code: DecisionReason['code'],
  have: number | null,
  needed: number | null,
  base: number | null,
): DecisionReason {
  return { code, met: have === null || needed === null ? null : have >= needed, have, needed, base };
}

/** A condition that is not met decides, whatever is not known of another one. */
function outcomeOf(state: JointDecisionState, reasons: readonly DecisionReason[]): JointDecisionOutcome {
  if (state === 'WITHDRAWN') return 'WITHDRAWN';
  if (state === 'DRAFT' || state === 'CONSULTATION' || state === 'OPEN') return 'OPEN';
  if (reasons.some(({ met }) => met === false)) return 'NOT_ADOPTED';
  return reasons.every(({ met }) => met === true) ? 'ADOPTED' : 'UNDECIDABLE';
}
