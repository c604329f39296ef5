import { nearestNames, type Subject as SubjectDefinition } from '@kreisweit/domain';
import type { CatalogueAt, Identified } from '@kreisweit/store';
import { pageArguments } from '../argument/page-arguments.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { InvalidArgument } from '../error/invalid-argument.ts';
import { connectionOfPage, connectionOptions, pageFields } from './connection.ts';
import { localisedField } from './localised-field.ts';
import { Measure } from './measure.ts';
import { Plugin } from './plugin.ts';
import { Statistic } from './statistic.ts';

type SubjectRow = Identified<SubjectDefinition>;

/** What several statistics report, each in its own way. */
export const Subject = builder.objectRef<SubjectRow>('Subject').implement({
  description:
    'What several statistics report, each in its own way: foreign residents by the population update, the census and the register of foreigners. They stand side by side and are never mixed; `differences` says why their numbers differ.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key, `population/foreigners`: plug-in and name.' }),
    title: localisedField(t, 'What people call it.', ({ title }) => title),
    differences: localisedField(
      t,
      'What differs between the statistics, and so between their numbers: show it wherever they stand side by side.',
      ({ differences }) => differences,
    ),
    measures: t.field({
      ...listOf(3),
      type: [Measure],
      description: 'The measures that report it, one a way of counting; of any plug-in.',
      resolve: measuresOf,
    }),
    statistics: t.field({
      ...listOf(3),
      type: [Statistic],
      description: 'The statistics that they are taken from.',
      resolve: async (subject, _, context) => {
        const { statistics } = await context.catalogue(subject.asOf);
        const measures = await measuresOf(subject, _, context);
        return [...new Set(measures.map(({ statistic }) => statistic))].flatMap(
          (key) => statistics.get(key) ?? [],
        );
      },
    }),
    plugin: t.field({
      type: Plugin,
      nullable: true,
      description: 'The plug-in that defines it.',
      resolve: async ({ plugin, asOf }, _, context) =>
        (await context.catalogue(asOf)).plugins.get(plugin) ?? null,
    }),
  }),
});

builder.objectField(Measure, 'subjects', (t) =>
  t.field({
    ...listOf(1),
    type: [Subject],
    description: 'What it reports that other statistics report too, in their own way.',
    resolve: async ({ key, asOf }, _, context) =>
      [...(await context.catalogue(asOf)).subjects.values()].filter(({ measures }) => measures.includes(key)),
  }),
);

const SubjectConnection = builder.connectionObject(...connectionOptions('Subject', Subject));

builder.queryFields((t) => ({
  subject: t.field({
    type: Subject,
    description: 'The subject of a key. An unknown key is an error that names the nearest ones.',
    args: { key: t.arg.string({ required: true, description: 'Its key, `population/foreigners`.' }) },
    resolve: async (_, { key }, context) => knownSubject(await publishedCatalogue(context), key),
  }),
  subjects: t.field({
    ...listOf(pageSize),
    type: SubjectConnection,
    description: 'Everything that several statistics report, by key.',
    args: pageFields(t),
    resolve: async (_, page, context) => {
      const { first, after } = pageArguments(page);
      const all = [...(await publishedCatalogue(context)).subjects.values()];
      const rest = all.filter(({ key }) => after === null || key > after);
      return connectionOfPage(
        { rows: rest.slice(0, first), total: all.length, hasNext: rest.length > first },
        after,
      );
    },
  }),
}));

async function publishedCatalogue(context: Context): Promise<CatalogueAt> {
  return context.catalogue((await context.dataVersion()).number);
}

async function measuresOf({ measures: keys, asOf }: SubjectRow, _: unknown, context: Context) {
  const { measures } = await context.catalogue(asOf);
  return keys.flatMap((key) => measures.get(key) ?? []);
}

const SHOWN = 3;

function knownSubject({ subjects }: CatalogueAt, key: string): SubjectRow {
  const subject = subjects.get(key);
  if (subject !== undefined) return subject;
  const near = nearestNames(key, [...subjects.keys()])
    .slice(0, SHOWN)
    .map((name) => `'${name}'`);
  const hint =
    near.length === 0
      ? 'The query { subjects { nodes { key } } } lists all.'
      : `Did you mean ${near.join(' or ')}?`;
  throw new InvalidArgument('subject', `There is no subject '${key}'. ${hint}`);
}
