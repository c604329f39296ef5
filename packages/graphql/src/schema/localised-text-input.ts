import { builder } from '../builder.ts';

/** A text that people read, in both languages. */
export const LocalisedTextInput = builder.inputType('LocalisedTextInput', {
  description: 'A text that people read, in both languages.',
  fields: (t) => ({
    de: t.string({ required: true, description: 'In German.' }),
    en: t.string({ required: true, description: 'In English.' }),
  }),
});
