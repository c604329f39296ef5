import type { IssuedToken, TokenRequest } from '@kreisweit/store';
import { storeFor } from '../../access/require-scope.ts';
import type { Fields, MutationFields } from '../../builder.ts';
import type { Context } from '../../context.ts';
import { type GivenGrant, GrantInput, grantOfInput } from '../grant-input.ts';
import { hintsIn, type WithHints } from './text-warnings.ts';

/** What was made, and what looked like personal data in its name. */
export type Issued = WithHints & { readonly issued: IssuedToken };

/** The arguments of what makes a token or a link. */
export function tokenArguments(t: MutationFields) {
  return {
    name: t.arg.string({
      required: true,
      description: 'The function or the organisation that it is for, never a person: "Jobcenter Goslar".',
    }),
    grants: t.arg({ type: [GrantInput], required: true, description: 'The roles that it gives.' }),
    expiresAt: t.arg({ type: 'DateTime', required: true, description: 'Until when it can be used.' }),
  };
}

/** Makes a token or a link. */
export async function issueToken(
  context: Context,
  kind: TokenRequest['kind'],
  {
    name,
    grants,
    expiresAt,
  }: {
    readonly name: string;
    readonly grants: readonly GivenGrant[];
    readonly expiresAt: string;
  },
): Promise<Issued> {
  const store = storeFor('MANAGE_ACCESS', context);
  const issued = await store.createToken({ kind, name, grants: grants.map(grantOfInput), expiresAt });
  return { issued, hints: hintsIn(name) };
}

/** The field `secret` of a payload. */
export function secretField<Parent>(t: Fields<Parent>, secretOf: (parent: Parent) => string) {
  return t.string({
    description:
      'The whole token, for the header `Authorization: Bearer ...`. It stands here this once and is kept nowhere: hand it over now.',
    resolve: secretOf,
  });
}
