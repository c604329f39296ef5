import { builder } from '../builder.ts';

/** What every error says that a mutation answers with. */
export const ErrorInterface = builder.interfaceRef<Error>('Error').implement({
  description: 'Why a mutation did nothing.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What is wrong, where, and what to do; in English.' }),
  }),
});
