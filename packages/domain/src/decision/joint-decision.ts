import type { LocalisedText } from '../localised-text.ts';
import type { CarryingRule } from './carrying-rule.ts';
import type { JointDecisionEntry } from './joint-decision-event.ts';
import type { Party } from './party.ts';
import type { PartyPosition, TextInEither } from './party-position.ts';

/**
 * Where a joint decision stands. CLOSED: no position is taken any more, and the result is not stated yet; it stays so when the result cannot be
 * established.
 */
export const jointDecisionStateTitles = Object.freeze({
  DRAFT: { de: 'Entwurf', en: 'Draft' },
  CONSULTATION: { de: 'Beratung', en: 'Consultation' },
  OPEN: { de: 'Offen für Positionen', en: 'Open for positions' },
  CLOSED: { de: 'Geschlossen', en: 'Closed' },
  ADOPTED: { de: 'Gemeinsam getragen', en: 'Jointly carried' },
  NOT_ADOPTED: { de: 'Nicht gemeinsam getragen', en: 'Not jointly carried' },
  WITHDRAWN: { de: 'Zurückgezogen', en: 'Withdrawn' },
} satisfies Record<string, LocalisedText>);

export type JointDecisionState = keyof typeof jointDecisionStateTitles;

/** A document that belongs to a proposal: a link (http or https) with its title. */
export type DecisionDocument = { readonly title: LocalisedText; readonly url: string };

/** What is proposed. */
export type ProposedText = {
  readonly title: LocalisedText;
  readonly text: LocalisedText;
  readonly documents: readonly DecisionDocument[];
};

/** A version of what is proposed: `version` counts from 1, `writtenOn` is the day (ISO) on which it was recorded. */
export type DecisionProposal = ProposedText & { readonly version: number; readonly writtenOn: string };

/** The first and the last day (ISO) of a consultation or of the time for positions; both belong to it. */
export type DecisionPeriod = { readonly firstDay: string; readonly lastDay: string };

/** The inhabitants of a municipality; null = the register does not say. */
export type MunicipalityInhabitants = { readonly municipality: string; readonly inhabitants: number | null };

/**
 * The inhabitants of the entitled municipalities by the register that was valid when the vote was opened: what counted does not change with
 * a later register. `registerDate` is its day (ISO).
 */
export type DecisionPopulation = {
  readonly registerDate: string;
  readonly municipalities: readonly MunicipalityInhabitants[];
};

/**
 * One round of a decision that a district and its municipalities, which are legally equal, carry jointly. Plain data, frozen, made by
 * `applyDecisionEvent` alone.
 *
 * `key` is the same in all rounds, `round` counts from 1: the round before is `round - 1` and stays as it was. `revision` rises by one with every
 * event. `parties` stand in the order of `partiesOf`, by the register of the day `partiesOn`; `positions` are the latest ones in the same
 * order, at most one for each party. The last of `proposals` is what is decided on. `population` is null until the vote is opened.
 */
export type JointDecision = {
  readonly key: string;
  readonly round: number;
  readonly district: string;
  readonly state: JointDecisionState;
  readonly revision: number;
  readonly rule: CarryingRule;
  readonly partiesOn: string;
  readonly parties: readonly Party[];
  readonly proposals: readonly DecisionProposal[];
  readonly consultation: DecisionPeriod | null;
  readonly voting: DecisionPeriod | null;
  readonly population: DecisionPopulation | null;
  readonly positions: readonly PartyPosition[];
  readonly withdrawalReason: TextInEither | null;
  readonly history: readonly JointDecisionEntry[];
};

/** The number of the version that is decided on. */
export function currentVersion({ proposals }: Pick<JointDecision, 'proposals'>): number {
  return proposals.length;
}
