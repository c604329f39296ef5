import { builder } from '../builder.ts';

/** A category to restrict values to. */
export const CategoryInput = builder.inputType('CategoryInput', {
  description:
    'A category that values are restricted to: women are `{ dimension: "sex", category: "female" }`.',
  fields: (t) => ({
    dimension: t.string({ required: true, description: 'The key of a dimension of the indicator.' }),
    category: t.string({ required: true, description: 'The key of one of its categories.' }),
  }),
});
