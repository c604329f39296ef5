import { designationOf, designations, designationTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';
import { Language } from './language.ts';
import { Territory } from './territory.ts';

/** What a territory is called in law. */
export const Designation = builder.enumType('Designation', {
  description: 'What a territory is called in law, from its Textkennzeichen in the municipality register.',
  values: labelledValues(
    designations.map((designation) => [designation, designation, designationTitles[designation]]),
  ),
});

builder.interfaceFields(Territory, (t) => ({
  designation: t.field({
    type: Designation,
    nullable: true,
    description:
      'What it is called in law; null for a Land or a region, and where no register shows it or says it clearly.',
    resolve: ({ textCode }) => designationOf(textCode),
  }),
  designationTitle: t.string({
    nullable: true,
    description: 'The same as people read it: `Landkreis`, `Samtgemeinde`, `Große Kreisstadt`.',
    args: {
      lang: t.arg({
        type: Language,
        required: true,
        defaultValue: 'de',
        description: 'The language of the label.',
      }),
    },
    resolve: ({ textCode }, { lang }) => {
      const designation = designationOf(textCode);
      return designation === null ? null : designationTitles[designation][lang];
    },
  }),
}));
