import { type TerritoryHit as HitRow, searchTerritories } from '@kreisweit/store';
import { pageArguments } from '../argument/page-arguments.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { InvalidArgument } from '../error/invalid-argument.ts';
import { loadCurrent } from '../loader/load-lineage.ts';
import { connectionOfPage, connectionOptions, pageFields } from './connection.ts';
import { Territory } from './territory.ts';
import { TerritoryKind } from './territory-kind.ts';

/** A territory that was found by a name or a key. */
export const TerritoryHit = builder.objectRef<HitRow>('TerritoryHit').implement({
  description: 'A territory that was found by a name or a key, also by one of long ago.',
  fields: (t) => ({
    territory: t.expose('territory', {
      type: Territory,
      description: 'The territory, as it is or was at last.',
    }),
    name: t.exposeString('matchedName', { description: 'The name by which it was found.' }),
    key: t.exposeString('matchedKey', {
      description: 'The key by which it was found, else its own: what `territory(key:)` takes.',
    }),
    current: t.loadableList({
      ...listOf(1),
      type: Territory,
      description: 'What it is today: itself, or what its successors lead to. Empty where nothing tells.',
      load: loadCurrent,
      resolve: ({ territory }: HitRow) => territory.id,
    }),
  }),
});

const TerritoryHitConnection = builder.connectionObject(...connectionOptions('TerritoryHit', TerritoryHit));

/** Shorter texts would find nearly everything. */
const SHORTEST_TEXT = 2;

builder.queryField('searchTerritories', (t) =>
  t.field({
    ...listOf(pageSize),
    type: TerritoryHitConnection,
    description:
      'Territories by any name or key that they ever had, dissolved ones too: an exact key first, then what begins with ' +
      'the text, then what contains it; what lives before what does not.',
    args: {
      text: t.arg.string({
        required: true,
        description:
          'A name, a part of one, or the beginning of an AGS or ARS; at least two characters. Case and umlauts make no ' +
          'difference: `muehlhausen` finds Mühlhausen.',
      }),
      kinds: t.arg({ type: [TerritoryKind], description: 'Only territories of these kinds.' }),
      ...pageFields(t),
    },
    resolve: (_, args, context) => hitConnection(context, args),
  }),
);

async function hitConnection(
  { db, dataVersion }: Context,
  args: {
    readonly text: string;
    readonly kinds?: readonly string[] | null | undefined;
    readonly first: number;
    readonly after?: string | null | undefined;
  },
) {
  const { first, after } = pageArguments(args);
  if (args.text.trim().length < SHORTEST_TEXT) {
    throw new InvalidArgument(
      'text',
      `'${args.text}' is too short. Write at least ${SHORTEST_TEXT} characters of a name or a key.`,
    );
  }
  const page = await searchTerritories(db, {
    asOf: (await dataVersion()).number,
    text: args.text,
    kinds: args.kinds ?? null,
    first,
    after,
  });
  return connectionOfPage(page, after);
}
