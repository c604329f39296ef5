import { isLanguageCode } from '@kreisweit/domain';
import { type ActorsFilter, everyActor, type TerritoryRow } from '@kreisweit/store';
import { territoryKeyArgument } from '../argument/territory-key-argument.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { InvalidArgument } from '../error/invalid-argument.ts';
import { loadAnyTerritory } from '../loader/load-any-territory.ts';
import { ActorKind } from './actor-kind.ts';

/** Which actors to list. */
export const ActorFilter = builder.inputType('ActorFilter', {
  description: 'Which actors to list: those of whom everything holds that is given.',
  fields: (t) => ({
    text: t.string({ description: 'A text in the name or in one of the descriptions, in any case.' }),
    kind: t.field({ type: ActorKind, description: 'Only those of one kind.' }),
    topic: t.string({ description: 'Only those who work on a topic.' }),
    language: t.string({ description: 'Only those who offer a language (ISO 639-1).' }),
    migrantLed: t.boolean({ description: 'Only those whom migrants lead, or only the others.' }),
    territory: t.string({
      description:
        'The key of a territory: those who work in it, in a part of it, or in a territory that covers it.',
    }),
    district: t.string({
      description:
        'The key of a district: those whose entries its coordination keeps, and those who work there.',
    }),
    includeInactive: t.boolean({
      required: true,
      defaultValue: false,
      description:
        'True lists those as well that were deactivated. Entries that were merged are never listed.',
    }),
  }),
});

/** The filter as a request says it. */
export type ActorFilterInput = Partial<typeof ActorFilter.$inferInput>;

/**
 * Reads a filter of actors. Throws an InvalidArgument for keys that are none, and for those of which nothing is known: an empty answer would
 * say that nobody is at work there.
 */
export async function actorsFilter(
  { loaders }: Pick<Context, 'loaders'>,
  given: ActorFilterInput,
): Promise<ActorsFilter> {
  const at = given.territory ?? null;
  const of = given.district ?? null;
  const language = given.language ?? null;
  if (language !== null && !isLanguageCode(language)) {
    throw new InvalidArgument(
      'language',
      `'${language}' is no language of ISO 639-1. Write two small letters, like ar or uk.`,
    );
  }
  return {
    ...everyActor,
    text: given.text ?? null,
    kind: given.kind ?? null,
    topic: given.topic ?? null,
    language,
    migrantLed: given.migrantLed ?? null,
    territory: at === null ? null : await territoryOf(loaders, at),
    district: of === null ? null : await districtOf(loaders, of),
    includeInactive: given.includeInactive ?? false,
  };
}

async function territoryOf(loaders: Context['loaders'], text: string): Promise<TerritoryRow> {
  const argument = 'territory';
  const row = await loadAnyTerritory(loaders.territory, { key: text, on: null, argument });
  if (row === null) throw unknownPlace(argument, text);
  return row;
}

async function districtOf(loaders: Context['loaders'], text: string): Promise<TerritoryRow> {
  const { kind, key } = territoryKeyArgument(text, 'district');
  if (kind !== 'district') {
    throw new InvalidArgument(
      'district',
      `'${text}' is the key of a ${kind}. Write the five digits of a district, like 12070.`,
    );
  }
  const row = await loaders.territory.load({ kind, key, on: null });
  if (row === null) throw unknownPlace('district', text);
  return row;
}

function unknownPlace(argument: string, text: string): InvalidArgument {
  return new InvalidArgument(
    argument,
    `Nothing is known of a ${argument} '${text}'. The query { searchTerritories(text: "...") } finds territories by name.`,
  );
}
