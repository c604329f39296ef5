import type { EditedActor } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { ActorKind } from './actor-kind.ts';
import { LocalisedTextInput } from './localised-text-input.ts';

const ActorMembershipInput = builder.inputType('ActorMembershipInput', {
  description: 'That an actor belongs to an umbrella organisation, for a time.',
  fields: (t) => ({
    organisation: t.string({ required: true, description: 'The key of the umbrella organisation.' }),
    from: t.field({ type: 'Date', description: 'The first day; left out where it is not known.' }),
    until: t.field({ type: 'Date', description: 'The last day; left out while it lasts.' }),
  }),
});

/** An entry of an actor as it is to be. */
export const ActorInput = builder.inputType('ActorInput', {
  description:
    'An entry of an actor as it is to be. Organisations only, never a person, and no personal data. Whoever represents an actor leaves its kind, district and source, and whether migrants lead it, as they are.',
  fields: (t) => ({
    key: t.string({
      required: true,
      description: 'Its key: small letters and digits, words joined by hyphens.',
    }),
    kind: t.field({ type: ActorKind, required: true, description: 'What it is.' }),
    name: t.string({ required: true, description: 'Its name.' }),
    description: t.field({
      type: LocalisedTextInput,
      description: 'What it does, in both languages; left out where nothing is said.',
    }),
    district: t.string({
      description:
        'The key of the district whose coordination keeps the entry; left out where the actor reaches beyond a district.',
    }),
    territories: t.stringList({
      required: true,
      description: 'The keys of the districts, municipalities or larger territories in which it works.',
    }),
    topics: t.stringList({
      required: true,
      description: 'What it works on: words of small letters joined by hyphens, like labour-market.',
    }),
    languages: t.stringList({ required: true, description: 'The languages it offers (ISO 639-1).' }),
    migrantLed: t.boolean({ required: true, description: 'True where migrants themselves lead it.' }),
    website: t.string({ description: 'The address of its website, with https://.' }),
    email: t.string({ description: 'The e-mail address of its office, never of a person.' }),
    source: t.string({ required: true, description: 'Where the entry comes from.' }),
    memberships: t.field({
      type: [ActorMembershipInput],
      required: true,
      defaultValue: [],
      description: 'The umbrella organisations to which it belongs or has belonged.',
    }),
  }),
});

/** An entry as a request says it, for the store. */
export function editedActor(given: typeof ActorInput.$inferInput): EditedActor {
  const { description, district, website, email, memberships, ...rest } = given;
  return {
    ...rest,
    description: description ?? { de: '', en: '' },
    district: district ?? null,
    website: website ?? null,
    email: email ?? null,
    memberships: memberships.map(({ organisation, from, until }) => ({
      organisation,
      from: from ?? null,
      until: until ?? null,
    })),
  };
}
