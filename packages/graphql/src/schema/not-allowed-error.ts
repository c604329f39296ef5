import { NotAllowed } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { Action } from './action.ts';
import { ErrorInterface } from './error.ts';
import { RefusalReason } from './refusal-reason.ts';

builder.objectType(NotAllowed, {
  name: 'NotAllowedError',
  interfaces: [ErrorInterface],
  description: 'Whoever asks may not do this. It tells nothing about what is there.',
  fields: (t) => ({
    action: t.expose('action', { type: Action, description: 'What they may not do.' }),
    reason: t.expose('reason', { type: RefusalReason, description: 'Why not.' }),
  }),
});
