import type { AuditedChange } from '@kreisweit/domain';
import { builder } from '../builder.ts';

/** What a change was made to. */
export const AuditSubject = builder.objectRef<AuditedChange['subject']>('AuditSubject').implement({
  description: 'What a change was made to.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'What it is: `release`, `token`, `district` ...' }),
    key: t.exposeString('key', { description: 'Its key or number.' }),
  }),
});
