import { type Grant as GrantRow, grantOf, type Role as RoleName } from '@kreisweit/domain';
import type { About } from '@kreisweit/store';
import { mayOn } from '../access/requested-scope.ts';
import { builder } from '../builder.ts';
import { Role } from './role.ts';

/** A role to give to somebody, and what for. */
export const GrantInput = builder.inputType('GrantInput', {
  description:
    'A role to give to somebody, and what for: `{ role: MUNICIPALITY_EDITOR, territory: "12070296" }`. What each role is held for must ' +
    'be named; what else is named narrows it.',
  fields: (t) => ({
    role: t.field({ type: Role, required: true, description: 'The role.' }),
    territory: t.string({ description: 'The key of the territory that it is held for.' }),
    plugin: t.string({ description: 'The indicator plug-in whose figures it is held for.' }),
    actor: t.string({ description: 'The key of the actor that it is held for.' }),
  }),
});

/** A grant as it is sent. */
export type GivenGrant = {
  readonly role: RoleName;
  readonly territory?: string | null | undefined;
  readonly plugin?: string | null | undefined;
  readonly actor?: string | null | undefined;
};

/** The grant that an input names. */
export function grantOfInput({ role, territory, plugin, actor }: GivenGrant): GrantRow {
  return grantOf(role, { territory: territory ?? null, plugin: plugin ?? null, actor: actor ?? null });
}

/**
 * What giving grants to others needs: managing access where each of them is held. Without any grant it is for those who manage
 * some access, who are told that one is missing. The store decides on each grant exactly.
 */
export const mayGiveGrants = mayOn(
  'MANAGE_ACCESS',
  ({ grants }: { readonly grants: readonly GivenGrant[] }) =>
    grants.length === 0 ? 'anything' : grants.map(aboutGrant),
);

function aboutGrant({ territory, plugin, actor }: GivenGrant): About {
  if (territory != null) return { kind: 'territory', key: territory };
  if (actor != null) return { kind: 'actor', key: actor };
  return plugin == null ? { kind: 'everything' } : { kind: 'plugin', plugin };
}
