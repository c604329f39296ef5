import { type Party as PartyRow, partyKindTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { nameOfParty } from '../decision/name-of-party.ts';
import { Actor } from './actor.ts';
import { localisedField } from './localised-field.ts';
import { PartyKind } from './party-kind.ts';
import { Territory } from './territory.ts';

/** A party of a joint decision. */
export const Party = builder.objectRef<PartyRow>('Party').implement({
  description:
    'A party of a joint decision: the district itself, a member municipality, or an actor with an advisory voice, which is shown and never counted.',
  fields: (t) => ({
    kind: t.expose('kind', { type: PartyKind, description: 'What it is.' }),
    kindTitle: localisedField(t, 'What it is, for people.', ({ kind }) => partyKindTitles[kind]),
    key: t.exposeString('key', { description: 'The key of the district, the municipality or the actor.' }),
    name: t.string({
      description: 'What it is called; its key where nothing is known of it.',
      resolve: (party, _, context) => nameOfParty(party, context),
    }),
    territory: t.field({
      type: Territory,
      nullable: true,
      description: 'The district or municipality; null for an actor.',
      resolve: ({ kind, key }, _, { loaders }) =>
        kind === 'ACTOR'
          ? null
          : loaders.territory.load({
              kind: kind === 'DISTRICT' ? 'district' : 'municipality',
              key,
              on: null,
            }),
    }),
    actor: t.field({
      type: Actor,
      nullable: true,
      description: 'The actor; null for a district and a municipality.',
      resolve: ({ kind, key }, _, { loaders }) => (kind === 'ACTOR' ? loaders.actor.load(key) : null),
    }),
  }),
});
