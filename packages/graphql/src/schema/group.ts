import { groupsPage, type TerritoryRow } from '@kreisweit/store';
import type { ObjectRef } from '@pothos/core';
import { groupKeyArgument } from '../argument/group-key-argument.ts';
import { pageArguments } from '../argument/page-arguments.ts';
import { builder, type Fields, type SchemaTypes } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { loadGroupMembers } from '../loader/load-group-members.ts';
import { loadGroupsOfMembers } from '../loader/load-groups-of-members.ts';
import { connectionOfPage, connectionOptions, pageFields } from './connection.ts';
import { District } from './district.ts';
import { GroupCategory } from './group-category.ts';
import { languageArgument } from './localised-field.ts';
import { Municipality } from './municipality.ts';
import { Territory } from './territory.ts';
import { territoryNode } from './territory-node.ts';

/** A free group of districts and municipalities. */
export const Group = builder.objectRef<TerritoryRow>('Group');

builder.node(Group, {
  ...territoryNode('group'),
  description:
    'A free group of districts and municipalities, like a planning region or a job-centre district. Its figures merge ' +
    'those of the members of the day; where one of them is confidential or missing there is none. Own counts of persons ' +
    'are not published for it.',
  fields: (t) => ({
    title: t.string({
      description: 'What people call it; `name` is the German title.',
      args: { lang: languageArgument(t) },
      resolve: async ({ id }, { lang }, { loaders }) => (await loaders.group.load(id)).title[lang],
    }),
    category: t.field({
      type: GroupCategory,
      description: 'What it is.',
      resolve: async ({ id }, _, { loaders }) => (await loaders.group.load(id)).category,
    }),
    source: t.string({
      description: 'Who declares it.',
      resolve: async ({ id }, _, { loaders }) => (await loaders.group.load(id)).source,
    }),
    members: t.loadableList({
      ...listOf(10),
      type: Territory,
      description: 'The districts and municipalities that belong to it, by key.',
      args: {
        on: t.arg({
          type: 'Date',
          description: 'Those of this day; of the day that the group is shown at when left out.',
        }),
      },
      load: loadGroupMembers,
      resolve: ({ id, asAt }: TerritoryRow, { on }) => ({ groupId: id, day: on ?? asAt }),
    }),
  }),
});

function groupsField(t: Fields<TerritoryRow>) {
  return t.loadableList({
    ...listOf(3),
    type: Group,
    description:
      'The free groups of which it is a member, by key; a municipality is not one only because its district is.',
    args: {
      on: t.arg({
        type: 'Date',
        description: 'Those of this day; of the day that the territory is shown at when left out.',
      }),
    },
    load: loadGroupsOfMembers,
    resolve: ({ factsId, asAt }: TerritoryRow, { on }) => ({ factsId, day: on ?? asAt }),
  });
}

for (const type of [District, Municipality] satisfies ObjectRef<SchemaTypes, TerritoryRow>[]) {
  builder.objectField(type, 'groups', groupsField);
}

const GroupConnection = builder.connectionObject(...connectionOptions('Group', Group));

builder.queryFields((t) => ({
  group: t.field({
    type: Group,
    nullable: true,
    description: 'The free group of a key; null where there is none.',
    args: {
      key: t.arg.string({
        required: true,
        description: 'Small letters, digits and hyphens, like region-hannover-plus.',
      }),
      on: t.arg({ type: 'Date', description: 'Shows it as on this day; as it is at last when left out.' }),
    },
    resolve: (_, { key, on }, { loaders }) =>
      loaders.territory.load({ ...groupKeyArgument(key), on: on ?? null }),
  }),
  groups: t.field({
    ...listOf(pageSize),
    type: GroupConnection,
    description: 'The free groups that are declared, by key; also those whose members have all left.',
    args: pageFields(t),
    resolve: (_, args, context) => groupConnection(context, args),
  }),
}));

async function groupConnection(
  { db, dataVersion }: Context,
  args: { readonly first: number; readonly after?: string | null | undefined },
) {
  const { first, after } = pageArguments(args);
  const page = await groupsPage(db, { asOf: (await dataVersion()).number, first, after });
  return connectionOfPage(page, after);
}
