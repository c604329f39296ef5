import { RevisionConflict } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { ErrorInterface } from './error.ts';

builder.objectType(RevisionConflict, {
  name: 'ConflictError',
  interfaces: [ErrorInterface],
  description: 'Somebody else was faster. Nothing was changed, and nothing of theirs is lost.',
  fields: (t) => ({
    expectedRevision: t.exposeInt('expectedRevision', {
      description: 'The revision that was sent along; 0 where there was to be none yet.',
    }),
    revision: t.exposeInt('revision', { description: 'The revision that there is; 0 where there is none.' }),
    independent: t.exposeBoolean('isIndependent', {
      description:
        'True where what happened meanwhile does not touch this: it may be sent again as it is, with the new revision.',
    }),
  }),
});
