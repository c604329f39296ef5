import type { ActorMembership as ActorMembershipRow } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { Actor } from './actor.ts';

const ActorMembership = builder.objectRef<ActorMembershipRow>('ActorMembership').implement({
  description: 'That an actor belongs to an umbrella organisation, for a time.',
  fields: (t) => ({
    organisation: t.field({
      type: Actor,
      nullable: true,
      description: 'The umbrella organisation, an actor itself; null where its entry is gone.',
      resolve: ({ organisation }, _, { loaders }) => loaders.actor.load(organisation),
    }),
    from: t.expose('from', {
      type: 'Date',
      nullable: true,
      description: 'The first day; null where it is not known.',
    }),
    until: t.expose('until', {
      type: 'Date',
      nullable: true,
      description: 'The last day; null while it lasts.',
    }),
  }),
});

builder.objectField(Actor, 'memberships', (t) =>
  t.expose('memberships', {
    ...listOf(2),
    type: [ActorMembership],
    description: 'The umbrella organisations to which it belongs or has belonged.',
  }),
);
