import { aboutAction } from '@kreisweit/store';
import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { ActionStatus } from '../action-status.ts';
import { ConceptPayload, conceptArgument, conceptErrors, savedConcept } from './concept-payload.ts';

const ActionReportInput = builder.inputType('ActionReportInput', {
  description: 'How far an action is.',
  fields: (t) => ({
    status: t.field({ type: ActionStatus, required: true, description: 'How far it is.' }),
    doneOn: t.field({ type: 'Date', description: 'The day on which it was done, where that is known.' }),
    reason: t.string({ description: 'Why it was stopped.' }),
  }),
});

builder.mutationField('reportConceptAction', (t) =>
  t.field({
    type: ConceptPayload,
    errors: conceptErrors,
    description:
      'Says how far an action of an adopted version is. The coordination of the district may, and whoever represents an actor that carries it out.',
    args: {
      ...conceptArgument(t),
      action: t.arg.string({ required: true, description: 'The key of the action.' }),
      report: t.arg({ type: ActionReportInput, required: true, description: 'How far it is.' }),
      expectedRevision: t.arg.int({
        required: true,
        description:
          'The `revision` of the action that was seen. Where there is another one by now, nothing is changed.',
      }),
    },
    authScopes: mayOn('REPORT_ACTION', (args: Parameters<typeof aboutAction>[0]) => [aboutAction(args)]),
    resolve: async (_, { report: { status, doneOn, reason }, ...given }, context) => {
      const report = { status, doneOn: doneOn ?? null, reason: reason ?? null };
      const saved = await storeFor('REPORT_ACTION', context).reportAction({ ...given, report });
      return savedConcept(context, saved, reason == null ? [] : [reason]);
    },
  }),
);
