import type { Party } from '@kreisweit/domain';
import type { DecisionAddress } from '@kreisweit/store';
import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { aboutPositionIn } from '../decision-address-input.ts';
import { PartyPositionInput, positionOfInput } from '../party-position-input.ts';
import { decisionArguments, decisionErrors, JointDecisionPayload, stepOf } from './joint-decision-payload.ts';

type Taken = { readonly decision: DecisionAddress; readonly position: { readonly party: Party } };

builder.mutationField('takePosition', (t) =>
  t.field({
    type: JointDecisionPayload,
    errors: decisionErrors,
    description:
      'Takes a position in a joint decision. A municipality and an actor speak for themselves, the coordination for the district; it and associations also record on behalf of others what these resolved. A later position takes the place of an earlier one.',
    args: {
      ...decisionArguments(t),
      position: t.arg({ type: PartyPositionInput, required: true, description: 'The position.' }),
    },
    authScopes: mayOn('TAKE_POSITION', ({ decision, position: { party } }: Taken) =>
      aboutPositionIn(decision, party),
    ),
    resolve: async (_, { decision, expectedRevision, position: given }, context) => {
      const position = positionOfInput(given);
      const store = storeFor('TAKE_POSITION', context);
      const taken = await store.takePosition(decision, { position, expectedRevision });
      const { statement, reference } = position;
      return stepOf(context, taken, [statement?.de ?? null, statement?.en ?? null, reference]);
    },
  }),
);
