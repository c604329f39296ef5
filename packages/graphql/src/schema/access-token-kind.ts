import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** What gives access. */
export const AccessTokenKind = builder.enumType('AccessTokenKind', {
  description: 'What gives access.',
  values: labelledValues<'token' | 'link'>([
    ['token', 'token', 'A token: can be used until it expires or is revoked.'],
    ['link', 'link', 'A link: can be used for one delivery.'],
  ]),
});
