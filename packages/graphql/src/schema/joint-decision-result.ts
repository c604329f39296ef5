import {
  explainJointDecisionResult,
  jointDecisionOutcomeTitles,
  type JointDecisionResult as ResultRow,
} from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { namesOfParties } from '../decision/name-of-party.ts';
import { CarryingRule } from './carrying-rule.ts';
import { DecisionReason } from './decision-reason.ts';
import { InhabitantCounts } from './inhabitant-counts.ts';
import { JointDecisionOutcome } from './joint-decision-outcome.ts';
import { languageArgument, localisedField } from './localised-field.ts';
import { MunicipalityCounts } from './municipality-counts.ts';
import { Party } from './party.ts';
import { PartyStanding } from './party-standing.ts';

/** The result of a joint decision, with everything that it follows from. */
export const JointDecisionResult = builder.objectRef<ResultRow>('JointDecisionResult').implement({
  description:
    'The result of a joint decision, with everything that it follows from. While it is open it says how it stands now.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: JointDecisionOutcome, description: 'What came out.' }),
    outcomeTitle: localisedField(
      t,
      'What came out, for people.',
      ({ outcome }) => jointDecisionOutcomeTitles[outcome],
    ),
    rule: t.expose('rule', { type: CarryingRule, description: 'By which rule.' }),
    proposalVersion: t.exposeInt('proposalVersion', { description: 'Of which version of the proposal.' }),
    reasons: t.expose('reasons', {
      ...listOf(3),
      type: [DecisionReason],
      description: 'The conditions of the rule, and whether each is met.',
    }),
    municipalities: t.expose('municipalities', {
      type: MunicipalityCounts,
      description: 'How many municipalities say what.',
    }),
    inhabitants: t.expose('inhabitants', {
      type: InhabitantCounts,
      description: 'For how many inhabitants they speak.',
    }),
    district: t.expose('district', { type: PartyStanding, description: 'Where the district itself stands.' }),
    advisory: t.expose('advisory', {
      ...listOf(5),
      type: [PartyStanding],
      description: 'What the actors say that were asked for advice; it is not counted.',
    }),
    missing: t.expose('missing', {
      ...listOf(10),
      type: [Party],
      description: 'The parties that have taken no position.',
    }),
    stale: t.expose('stale', {
      ...listOf(5),
      type: [Party],
      description: 'The parties that have taken one on an earlier version only.',
    }),
    explanation: t.string({
      description: 'All of it in one paragraph that people read.',
      args: { lang: languageArgument(t) },
      resolve: async (result, { lang }, context) =>
        explainJointDecisionResult(result, lang, await namesOfParties(namedIn(result), context)),
    }),
  }),
});

function namedIn({ district, advisory, missing, stale }: ResultRow) {
  return [district.party, ...advisory.map(({ party }) => party), ...missing, ...stale];
}
