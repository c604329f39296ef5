import type { TextInEither } from '@kreisweit/domain';
import { builder } from '../builder.ts';

/** A text that somebody wrote in one language or in both. */
export const TextInEitherInput = builder.inputType('TextInEitherInput', {
  description: 'A text in German, in English or in both: nobody has to translate what a council wrote.',
  fields: (t) => ({
    de: t.string({ description: 'In German.' }),
    en: t.string({ description: 'In English.' }),
  }),
});

/** What an input says, with null for what it leaves out. */
export function textInEither({
  de,
  en,
}: {
  readonly de?: string | null | undefined;
  readonly en?: string | null | undefined;
}): TextInEither {
  return { de: de ?? null, en: en ?? null };
}
