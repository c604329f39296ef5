import { type Action as ActionName, actions, type Principal } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { Action } from './action.ts';
import { Grant } from './grant.ts';
import { PrincipalKind } from './principal-kind.ts';

/** Whoever asks. */
const Me = builder.objectRef<Principal>('Me').implement({
  description: 'Whoever asks, as this server sees them.',
  fields: (t) => ({
    identity: t.exposeString('id', {
      description: 'The name that the audit trail knows them by; it holds no personal data.',
    }),
    kind: t.expose('kind', { type: PrincipalKind, description: 'How they came in.' }),
    name: t.exposeString('name', { description: 'The function or the organisation; never a person.' }),
    grants: t.expose('grants', {
      ...listOf(3),
      type: [Grant],
      description: 'Their roles, and what for.',
    }),
    may: t.field({
      type: [Action],
      description:
        'What they may do within what their roles are held for. Reading what is published is for everybody and is not listed.',
      resolve: async (_, __, { decisions }) => {
        const all = Object.keys(actions) as ActionName[];
        const decided = await Promise.all(
          all.map((action) => decisions.load({ action, abouts: 'anything' })),
        );
        return all.filter((_action, index) => decided[index]?.allowed === true);
      },
    }),
  }),
});

builder.queryField('me', (t) =>
  t.field({
    type: Me,
    description: 'Who is asking: what roles they hold and what they may do. Everybody may ask.',
    resolve: (_, __, { acting }) => acting.principal,
  }),
);
