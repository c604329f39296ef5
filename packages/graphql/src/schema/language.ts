import { builder } from '../builder.ts';

/** The language of labels that people read. */
export const Language = builder.enumType('Language', {
  description: 'The language of a label.',
  values: {
    DE: { value: 'de', description: 'German.' },
    EN: { value: 'en', description: 'English.' },
  } as const,
});
