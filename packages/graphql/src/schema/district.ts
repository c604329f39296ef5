import { districtsPage, type TerritoryRow } from '@kreisweit/store';
import { pageArguments } from '../argument/page-arguments.ts';
import { districtKeyArgument, stateKeyArgument } from '../argument/territory-key-argument.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { Association } from './association.ts';
import { connectionOfPage, connectionOptions, pageFields } from './connection.ts';
import { aboveField, membersField } from './member-fields.ts';
import { Municipality } from './municipality.ts';
import { Region } from './region.ts';
import { State } from './state.ts';
import { territoryNode } from './territory-node.ts';

/** A Kreis or a kreisfreie Stadt. */
export const District = builder.objectRef<TerritoryRow>('District');

builder.node(District, {
  ...territoryNode('district'),
  description:
    'A Landkreis or a kreisfreie Stadt, key of five digits: the level at which Kreisweit brings data together.',
  fields: (t) => ({
    state: aboveField(t, { kind: 'state', type: State, description: 'Its Land.' }),
    region: aboveField(t, {
      kind: 'region',
      type: Region,
      description: 'Its Regierungsbezirk or Statistische Region; null where the Land has none.',
    }),
    associations: membersField(t, {
      kind: 'association',
      type: Association,
      description: 'Its Gemeindeverbände of several municipalities, by key.',
      entries: 10,
    }),
    municipalities: membersField(t, {
      kind: 'municipality',
      type: Municipality,
      description:
        'Its municipalities, by key, also the uninhabited ones. A kreisfreie Stadt is its own municipality.',
      entries: 50,
    }),
  }),
});

const DistrictConnection = builder.connectionObject(...connectionOptions('District', District));

const DistrictFilter = builder.inputType('DistrictFilter', {
  description: 'Which districts to list.',
  fields: (t) => ({
    state: t.string({ description: 'The key of a Land, two digits.' }),
    search: t.string({ description: 'A text in the name, in any case.' }),
  }),
});

builder.queryFields((t) => ({
  district: t.field({
    type: District,
    nullable: true,
    description: 'The district of a key, also of a superseded one; null where nothing is known under it.',
    args: {
      key: t.arg.string({ required: true, description: 'Five digits, like 12070.' }),
      on: t.arg({ type: 'Date', description: 'Shows it as on this day; the latest register when left out.' }),
    },
    resolve: (_, { key, on }, { loaders }) =>
      loaders.territory.load({ ...districtKeyArgument(key), on: on ?? null }),
  }),
  districts: t.field({
    ...listOf(pageSize),
    type: DistrictConnection,
    description:
      'The districts of a register, by key; of what tables know as long as no register is imported.',
    args: {
      filter: t.arg({ type: DistrictFilter, description: 'Which ones; all when left out.' }),
      on: t.arg({
        type: 'Date',
        description: 'The register in force on this day; the latest when left out.',
      }),
      ...pageFields(t),
    },
    resolve: (_, args, context) => districtConnection(context, args),
  }),
}));

async function districtConnection(
  { db, dataVersion }: Context,
  args: {
    readonly filter?: Partial<Record<'state' | 'search', string | null | undefined>> | null | undefined;
    readonly on?: string | null | undefined;
    readonly first: number;
    readonly after?: string | null | undefined;
  },
) {
  const { first, after } = pageArguments(args);
  const page = await districtsPage(db, {
    asOf: (await dataVersion()).number,
    on: args.on ?? null,
    state: args.filter?.state == null ? null : stateKeyArgument(args.filter.state).key,
    search: args.filter?.search ?? null,
    first,
    after,
  });
  return connectionOfPage(page, after);
}
