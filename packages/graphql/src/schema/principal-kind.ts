import type { Principal } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

const DESCRIPTIONS: Readonly<Record<Principal['kind'], string>> = {
  anonymous: 'Nobody has signed in.',
  token: 'An access token.',
  link: 'A one-time link.',
  person: 'A person who signed in with the sign-in service of an organisation.',
  operator: 'Whoever runs commands on the database itself.',
};

/** How somebody came in. */
export const PrincipalKind = builder.enumType('PrincipalKind', {
  description: 'How somebody came in.',
  values: labelledValues(
    (Object.keys(DESCRIPTIONS) as Principal['kind'][]).map((kind) => [kind, kind, DESCRIPTIONS[kind]]),
  ),
});
