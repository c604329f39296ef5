import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { CarryingRuleInput, ruleOfInput } from '../carrying-rule-input.ts';
import { aboutDecision } from '../decision-address-input.ts';
import { decisionArguments, decisionErrors, JointDecisionPayload, stepOf } from './joint-decision-payload.ts';

builder.mutationField('changeCarryingRule', (t) =>
  t.field({
    type: JointDecisionPayload,
    errors: decisionErrors,
    description:
      'Changes the rule by which a decision is to count as jointly carried, before it is opened for positions.',
    args: {
      ...decisionArguments(t),
      rule: t.arg({ type: CarryingRuleInput, required: true, description: 'The rule.' }),
    },
    authScopes: mayOn('MANAGE_DECISIONS', aboutDecision),
    resolve: async (_, { decision, expectedRevision, rule }, context) =>
      stepOf(
        context,
        await storeFor('MANAGE_DECISIONS', context).conductDecision(decision, {
          kind: 'RULE_CHANGED',
          expectedRevision,
          rule: ruleOfInput(rule),
        }),
      ),
  }),
);
