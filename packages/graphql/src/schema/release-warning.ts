import type { ReleaseWarning as ReleaseWarningRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { localisedField, optionalLocalisedField } from './localised-field.ts';

/** Something in a release that is not plausible. */
export const ReleaseWarning = builder.objectRef<ReleaseWarningRow>('ReleaseWarning').implement({
  description:
    'Something in a release that is not plausible. Of own counts of persons only those who deliver them learn where; others learn how often.',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'The key of the rule that it breaks.' }),
    title: localisedField(t, 'What the rule says.', ({ title }) => title),
    note: optionalLocalisedField(t, 'When it is no mistake; null where it always is.', ({ note }) => note),
    count: t.exposeInt('count', { description: 'How often.' }),
    measure: t.exposeString('measure', { description: 'The key of the measure.' }),
    territory: t.exposeString('territory', {
      nullable: true,
      description: 'The key of the territory; null where it is withheld.',
    }),
    period: t.exposeString('period', {
      nullable: true,
      description: 'The period; null where it is withheld.',
    }),
    line: t.exposeInt('line', {
      nullable: true,
      description: 'The line of the file, from 1; null where it is withheld or not known.',
    }),
    message: t.exposeString('message', { description: 'All of it in a sentence; in English.' }),
  }),
});
