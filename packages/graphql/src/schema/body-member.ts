import { type BodyMember as BodyMemberRow, bodyRoleTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { Actor } from './actor.ts';
import { BodyRole } from './body-role.ts';
import { localisedField } from './localised-field.ts';
import { Municipality } from './municipality.ts';

/** An actor in a body of a district (its key), for a time. */
export const BodyMember = builder
  .objectRef<BodyMemberRow & { readonly district: string }>('BodyMember')
  .implement({
    description: 'The seat of an actor in a body, for a time.',
    fields: (t) => ({
      actor: t.field({
        type: Actor,
        nullable: true,
        description: 'The actor; null where its entry is gone.',
        resolve: ({ actor }, _, { loaders }) => loaders.actor.load(actor),
      }),
      role: t.expose('role', { type: BodyRole, description: 'What it is there.' }),
      roleTitle: localisedField(t, 'What it is there, for people.', ({ role }) => bodyRoleTitles[role]),
      represents: t.field({
        ...listOf(3),
        type: [Municipality],
        description: 'The municipalities for which it sits there, by key.',
        resolve: async ({ represents }, _, { loaders }) => {
          const found = await Promise.all(
            represents.map((key) => loaders.territory.load({ kind: 'municipality', key, on: null })),
          );
          return found.filter((municipality) => municipality !== null);
        },
      }),
      validFrom: t.expose('from', {
        type: 'Date',
        nullable: true,
        description: 'Since which day; null where none is known.',
      }),
      validUntil: t.expose('until', {
        type: 'Date',
        nullable: true,
        description: 'Until which day, included; null as long as it has no end.',
      }),
    }),
  });
