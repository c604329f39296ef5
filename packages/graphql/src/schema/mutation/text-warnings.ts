import { type PersonalDataHint, personalDataHints } from '@kreisweit/domain';
import type { Fields } from '../../builder.ts';
import { languageArgument } from '../localised-field.ts';

/** What a payload holds whose mutation took texts that people wrote: what of them looks like personal data. */
export type WithHints = { readonly hints: readonly PersonalDataHint[] };

/** Looks through texts that people wrote. What was sent is kept all the same. */
export function hintsIn(...texts: readonly string[]): readonly PersonalDataHint[] {
  return texts.flatMap(personalDataHints);
}

/** The field `warnings` of a payload. */
export function warningsField<Parent extends WithHints>(t: Fields<Parent>) {
  return t.stringList({
    description:
      'What in the texts that were sent looks like personal data, which do not belong here. It was done all the same: look again.',
    args: { lang: languageArgument(t) },
    resolve: ({ hints }, { lang }) => hints.map(({ excerpt, message }) => `"${excerpt}": ${message[lang]}`),
  });
}
