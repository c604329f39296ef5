import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import {
  type Agreement as AgreementRow,
  loadAgreementsAbout,
  loadAgreementsOf,
} from '../loader/load-agreements.ts';
import { District } from './district.ts';
import { localisedField } from './localised-field.ts';
import { Measure } from './measure.ts';
import { Subject } from './subject.ts';

/** Which measure of a subject a district uses for a purpose. */
export const Agreement = builder.objectRef<AgreementRow>('Agreement').implement({
  description:
    'What a district agreed on: which of the measures that report a subject it uses for a purpose. The others stand beside it as before.',
  fields: (t) => ({
    district: t.field({
      type: District,
      nullable: true,
      description: 'The district that agreed on it.',
      resolve: ({ district }, _, { loaders }) =>
        loaders.territory.load({ kind: 'district', key: district, on: null }),
    }),
    subject: t.field({
      type: Subject,
      nullable: true,
      description: 'What it is about; null where no plug-in defines it any more.',
      resolve: async ({ subject, asOf }, _, context) =>
        (await context.catalogue(asOf)).subjects.get(subject) ?? null,
    }),
    measure: t.field({
      type: Measure,
      nullable: true,
      description: 'The measure that is used; null where no plug-in defines it any more.',
      resolve: async ({ measure, asOf }, _, context) =>
        (await context.catalogue(asOf)).measures.get(measure) ?? null,
    }),
    purpose: localisedField(t, 'What it is used for.', ({ purpose }) => purpose),
    since: t.expose('since', { type: 'Date', description: 'Since when it is used.' }),
    decidedBy: t.exposeString('decidedBy', { description: 'Who decided it, and where that is found.' }),
    source: t.exposeString('source', { description: 'Who declared it to Kreisweit.' }),
  }),
});

builder.objectField(Subject, 'agreements', (t) =>
  t.loadableList({
    ...listOf(10),
    type: Agreement,
    description: 'Which districts use which of its measures for what, by the key of the district.',
    load: loadAgreementsAbout,
    resolve: (subject) => subject,
  }),
);

builder.objectField(District, 'agreements', (t) =>
  t.loadableList({
    ...listOf(2),
    type: Agreement,
    description: 'Which measures it uses for what, where several statistics report the same subject.',
    load: loadAgreementsOf,
    resolve: ({ id }) => id,
  }),
);
