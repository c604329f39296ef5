import { dueKinds, dueKindTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** What is due. */
export const DueKind = builder.enumType('DueKind', {
  description: 'What is due.',
  values: labelledValues(dueKinds.map((kind) => [kind, kind, dueKindTitles[kind]])),
});
