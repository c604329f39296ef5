import type { Party } from '@kreisweit/domain';
import type { DecisionAddress } from '@kreisweit/store';
import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutPositionIn } from '../decision-address-input.ts';
import { PartyInput } from '../party-input.ts';
import { decisionArguments, decisionErrors, JointDecisionPayload, stepOf } from './joint-decision-payload.ts';

type Confirmed = { readonly decision: DecisionAddress; readonly party: Party };

builder.mutationField('confirmPosition', (t) =>
  t.field({
    type: JointDecisionPayload,
    errors: decisionErrors,
    description: 'Confirms, for a municipality or an actor, the position that was recorded on its behalf.',
    args: {
      ...decisionArguments(t),
      party: t.arg({ type: PartyInput, required: true, description: 'The party that confirms it.' }),
    },
    authScopes: mayOn('CONFIRM_POSITION', ({ decision, party }: Confirmed) =>
      aboutPositionIn(decision, party),
    ),
    resolve: async (_, { decision, expectedRevision, party }, context) =>
      stepOf(
        context,
        await storeFor('CONFIRM_POSITION', context).confirmPosition(decision, { party, expectedRevision }),
      ),
  }),
);
