import type { LocalisedText } from '@kreisweit/domain';
import type { Fields } from '../builder.ts';
import { Language } from './language.ts';

/** Defines a label that people read, with the argument `lang`. */
export function localisedField<Parent>(
  t: Fields<Parent>,
  description: string,
  textOf: (parent: Parent) => LocalisedText,
) {
  return t.string({
    description,
    args: { lang: languageArgument(t) },
    resolve: (parent, { lang }) => textOf(parent)[lang],
  });
}

/** Defines a label that may be missing. */
export function optionalLocalisedField<Parent>(
  t: Fields<Parent>,
  description: string,
  textOf: (parent: Parent) => LocalisedText | null,
) {
  return t.string({
    nullable: true,
    description,
    args: { lang: languageArgument(t) },
    resolve: (parent, { lang }) => textOf(parent)?.[lang] ?? null,
  });
}

/** Defines the argument `lang` of a label. */
export function languageArgument<Parent>(t: Fields<Parent>) {
  return t.arg({
    type: Language,
    required: true,
    defaultValue: 'de',
    description: 'The language of the label.',
  });
}
