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
 * Reads a filter of actors. Null where it names a territory that nobody knows, so that there is nobody to list. Throws an InvalidArgument for
 * keys that are none.
 */
export async function actorsFilter(
  { loaders }: Pick<Context, 'loaders'>,
  given: ActorFilterInput,
): Promise<ActorsFilter | null> {
  const at = given.territory ?? null;
  const of = given.district ?? null;
  const territory =
    at === null
      ? null
      : await loadAnyTerritory(loaders.territory, { key: at, on: null, argument: 'territory' });
  const district = of === null ? null : await districtOf(loaders, of);
  if ((at !== null && territory === null) || (of !== null && district === null)) return null;
  return {
    ...everyActor,
    text: given.text ?? null,
    kind: given.kind ?? null,
    topic: given.topic ?? null,
    language: given.language ?? null,
    migrantLed: given.migrantLed ?? null,
    territory,
    district,
    includeInactive: given.includeInactive ?? false,
  };
}

async function districtOf(loaders: Context['loaders'], text: string): Promise<TerritoryRow | null> {
  const { kind, key } = territoryKeyArgument(text, 'district');
  if (kind === 'district') return loaders.territory.load({ kind, key, on: null });
  throw new InvalidArgument(
    'district',
    `'${text}' is the key of a ${kind}. Write the five digits of a district, like 12070.`,
  );
}
