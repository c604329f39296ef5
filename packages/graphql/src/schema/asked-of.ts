import { type AskedOf as AskedOfName, askedOfTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** Who is asked to deliver. */
export const AskedOf = builder.enumType('AskedOf', {
  description: 'Who is asked to deliver figures.',
  values: labelledValues(
    (Object.keys(askedOfTitles) as AskedOfName[]).map((name) => [name, name, askedOfTitles[name]]),
  ),
});
