import {
  type CarryingRule,
  carryingRuleTitles,
  type DecisionDocument,
  type DecisionPeriod,
  type DecisionPopulation,
  type EntitledParties,
  type Fraction,
  type JointDecisionEntry,
  type JointDecisionEvent,
  type LocalisedText,
  type MunicipalityInhabitants,
  type Party,
  type PositionRecording,
  type ProposedText,
  partyKindTitles,
  type StatedPosition,
  stanceTitles,
  type TextInEither,
} from '@kreisweit/domain';
import type { DecisionHistory } from '@kreisweit/store';
import {
  boolean,
  choice,
  day,
  integer,
  key,
  list,
  localised,
  nullable,
  object,
  optional,
  type Shape,
  territory,
  text,
  variants,
} from '../shape.ts';
import type { DecisionRow, RowEvent } from './decision-row.ts';

const titles = (de: string, en: string): LocalisedText => ({ de, en });

/** What can happen to a decision, with names for people. */
const eventTitles: Readonly<Record<JointDecisionEvent['kind'], LocalisedText>> = {
  DRAFTED: titles('Entworfen', 'Drafted'),
  RULE_CHANGED: titles('Regel geändert', 'Rule changed'),
  PARTIES_CHANGED: titles('Beteiligte geändert', 'Parties changed'),
  PROPOSAL_REVISED: titles('Vorschlag überarbeitet', 'Proposal revised'),
  CONSULTATION_STARTED: titles('Beratung begonnen', 'Consultation started'),
  OPENED: titles('Für Positionen geöffnet', 'Opened for positions'),
  PERIOD_EXTENDED: titles('Frist verlängert', 'Period extended'),
  POSITION_TAKEN: titles('Position bezogen', 'Position taken'),
  POSITION_CONFIRMED: titles('Position bestätigt', 'Position confirmed'),
  CLOSED: titles('Geschlossen', 'Closed'),
  ADOPTED: titles('Gemeinsam getragen', 'Jointly carried'),
  NOT_ADOPTED: titles('Nicht gemeinsam getragen', 'Not jointly carried'),
  WITHDRAWN: titles('Zurückgezogen', 'Withdrawn'),
};

const recordingTitles: Readonly<Record<PositionRecording, LocalisedText>> = {
  OWN: titles('Selbst erfasst', 'Its own'),
  ON_BEHALF: titles('Stellvertretend erfasst', 'Recorded on its behalf'),
};

const abstentionTitles: Readonly<Record<CarryingRule['abstentions'], LocalisedText>> = {
  COUNT_AS_NOT_SUPPORTING: titles('Zählen nicht als Unterstützung', 'Count as not supporting'),
  LEFT_OUT: titles('Bleiben außer Betracht', 'Are left out'),
};

const fraction = object<Fraction>({ numerator: integer, denominator: integer });

const rule = object<CarryingRule>({
  kind: choice(carryingRuleTitles),
  districtConsent: boolean,
  abstentions: choice(abstentionTitles),
  threshold: nullable(fraction),
  quorum: nullable(fraction),
});

const parties = object<EntitledParties>({
  on: day,
  municipalities: list(territory),
  actors: optional(list(key), []),
});

const proposal = object<ProposedText>({
  title: localised,
  text: localised,
  documents: optional(list(object<DecisionDocument>({ title: localised, url: key })), []),
});

const period = object<DecisionPeriod>({ firstDay: day, lastDay: day });

const population = object<DecisionPopulation>({
  registerDate: day,
  municipalities: list(
    object<MunicipalityInhabitants>({ municipality: territory, inhabitants: nullable(integer) }),
  ),
});

/** A text in either language or both. */
const eitherText = object<TextInEither>({ de: nullable(text), en: nullable(text) });

/** A party of a decision: the key of an actor is no official one, and stays as it is. */
export const party: Shape<Party> = object<Party>({ kind: choice(partyKindTitles), key: territory });

/** What a position says, beside who wrote it down. */
export const statedFields = {
  party,
  stance: choice(stanceTitles),
  statement: nullable(eitherText),
  takenOn: day,
  reference: nullable(text),
};

const position = object<StatedPosition>({
  ...statedFields,
  proposalVersion: integer,
  recording: choice(recordingTitles),
});

const rowFacts = {
  RULE_CHANGED: { rule },
  PARTIES_CHANGED: { parties },
  PROPOSAL_REVISED: { proposal },
  CONSULTATION_STARTED: { period },
  OPENED: { period, population },
  PERIOD_EXTENDED: { lastDay: day },
  POSITION_TAKEN: { position },
  POSITION_CONFIRMED: { party },
  CLOSED: {},
  ADOPTED: {},
  NOT_ADOPTED: {},
  WITHDRAWN: { reason: eitherText },
};

const rowEvent = variants<RowEvent>(eventTitles, { DRAFTED: { parties, rule, proposal }, ...rowFacts });

const revised = { expectedRevision: integer };

const event = variants<JointDecisionEvent>(eventTitles, {
  DRAFTED: { ...revised, key, round: integer, district: territory, parties, rule, proposal },
  RULE_CHANGED: { ...revised, ...rowFacts.RULE_CHANGED },
  PARTIES_CHANGED: { ...revised, ...rowFacts.PARTIES_CHANGED },
  PROPOSAL_REVISED: { ...revised, ...rowFacts.PROPOSAL_REVISED },
  CONSULTATION_STARTED: { ...revised, ...rowFacts.CONSULTATION_STARTED },
  OPENED: { ...revised, ...rowFacts.OPENED },
  PERIOD_EXTENDED: { ...revised, ...rowFacts.PERIOD_EXTENDED },
  POSITION_TAKEN: { ...revised, ...rowFacts.POSITION_TAKEN },
  POSITION_CONFIRMED: { ...revised, ...rowFacts.POSITION_CONFIRMED },
  CLOSED: revised,
  ADOPTED: revised,
  NOT_ADOPTED: revised,
  WITHDRAWN: { ...revised, ...rowFacts.WITHDRAWN },
});

/** The history of a round of a decision, as JSON holds it. */
export const decisionHistory = object<DecisionHistory>({
  district: territory,
  key,
  round: integer,
  entries: list(object<JointDecisionEntry>({ revision: integer, on: day, event })),
});

/** An entry of it, as a row holds it. */
export const decisionRow = object<DecisionRow>({
  district: territory,
  key,
  round: integer,
  revision: integer,
  on: day,
  event: rowEvent,
});
