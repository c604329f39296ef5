import { InputProblems, type Problem } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { ErrorInterface } from './error.ts';

/** One thing that is wrong with an input. */
const InputProblem = builder.objectRef<Problem>('InputProblem').implement({
  description: 'One thing that is wrong with an input. What is not known is null.',
  fields: (t) => ({
    field: t.string({
      nullable: true,
      description: 'The argument or field.',
      resolve: ({ field }) => field ?? null,
    }),
    rule: t.string({
      nullable: true,
      description: 'The name of the rule that says so.',
      resolve: ({ rule }) => rule ?? null,
    }),
    message: t.exposeString('message', { description: 'What is wrong with it and what to write instead.' }),
    line: t.int({
      nullable: true,
      description: 'The line of the file, from 1.',
      resolve: ({ line }) => line ?? null,
    }),
    column: t.string({
      nullable: true,
      description: 'The column of the file: its number, from 1, or its name.',
      resolve: ({ column }) => (column === undefined ? null : String(column)),
    }),
  }),
});

builder.objectType(InputProblems, {
  name: 'InvalidInputError',
  interfaces: [ErrorInterface],
  description: 'What was sent cannot be done. All problems are listed at once; nothing was changed.',
  fields: (t) => ({
    problems: t.expose('problems', {
      ...listOf(5),
      type: [InputProblem],
      description: 'Everything that is wrong.',
    }),
  }),
});
