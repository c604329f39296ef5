import {
  type JointDecision as JointDecisionRow,
  jointDecisionResult,
  jointDecisionStateTitles,
  partyStandings,
} from '@kreisweit/domain';
import { addressText, type DecisionAddress } from '@kreisweit/store';
import { mayReadInternals } from '../access/may-read-internals.ts';
import { pageArguments } from '../argument/page-arguments.ts';
import { districtKeyArgument } from '../argument/territory-key-argument.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { CarryingRule } from './carrying-rule.ts';
import { connectionByKey, connectionOptions, pageFields } from './connection.ts';
import { DecisionPeriod } from './decision-period.ts';
import { DecisionProposal } from './decision-proposal.ts';
import { demoField } from './demo-field.ts';
import { District } from './district.ts';
import { JointDecisionEntry } from './joint-decision-entry.ts';
import { JointDecisionResult } from './joint-decision-result.ts';
import { JointDecisionState } from './joint-decision-state.ts';
import { localisedField } from './localised-field.ts';
import { Party } from './party.ts';
import { PartyInput } from './party-input.ts';
import { PartyStanding } from './party-standing.ts';
import { TextInEither } from './text-in-either.ts';

/** A round of a decision that a district and its municipalities carry jointly. */
export const JointDecision = builder.objectRef<JointDecisionRow>('JointDecision');

builder.node(JointDecision, {
  description:
    'A round of a decision that a district and its municipalities, which are legally equal, carry jointly. Public from its consultation on; before, those who take part read it.',
  id: { resolve: addressText },
  // Relay notes on what it loads what it is, which it cannot on a decision: those are frozen.
  brandLoadedObjects: false,
  isTypeOf: (value) =>
    typeof value === 'object' && value !== null && 'proposals' in value && 'round' in value,
  loadMany: (ids: readonly string[], context: Context) =>
    Promise.all(ids.map((id) => readableDecision(context, addressOfId(id)))),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key, the same in all rounds.' }),
    round: t.exposeInt('round', { description: 'The round; the one before stays as it was.' }),
    revision: t.exposeInt('revision', {
      description: 'Rises with everything that happens: what a mutation expects.',
    }),
    district: t.field({
      type: District,
      nullable: true,
      description: 'The district.',
      resolve: ({ district }, _, { loaders }) =>
        loaders.territory.load({ kind: 'district', key: district, on: null }),
    }),
    demo: demoField(t, ({ district, key }) => ({ district, kind: 'decision', key })),
    state: t.expose('state', { type: JointDecisionState, description: 'Where it stands.' }),
    stateTitle: localisedField(
      t,
      'Where it stands, for people.',
      ({ state }) => jointDecisionStateTitles[state],
    ),
    title: localisedField(t, 'What it is about.', ({ proposals }) => proposals.at(-1)?.title ?? NO_TITLE),
    rule: t.expose('rule', {
      type: CarryingRule,
      description: 'By which rule it counts as jointly carried.',
    }),
    proposal: t.field({
      type: DecisionProposal,
      description: 'What is decided on: the latest version.',
      resolve: ({ proposals }) => {
        const latest = proposals.at(-1);
        if (latest === undefined) throw new RangeError('a decision without a proposal');
        return latest;
      },
    }),
    consultation: t.expose('consultation', {
      type: DecisionPeriod,
      nullable: true,
      description: 'The days of its consultation; null before that begins.',
    }),
    voting: t.expose('voting', {
      type: DecisionPeriod,
      nullable: true,
      description: 'The days in which positions are taken; null before it is opened for them.',
    }),
    standings: t.field({
      ...listOf(60),
      type: [PartyStanding],
      description:
        'Where each party stands: the district, its municipalities, then advisory actors, each by key.',
      resolve: partyStandings,
    }),
    result: t.field({
      type: JointDecisionResult,
      description: 'How it stands, and in the end what came out, with the reasons.',
      resolve: jointDecisionResult,
    }),
    withdrawalReason: t.expose('withdrawalReason', {
      type: TextInEither,
      nullable: true,
      description: 'Why it was withdrawn; null unless it was.',
    }),
    previousRound: t.field({
      type: JointDecision,
      nullable: true,
      description: 'The round before; null for the first one, and where it was never public.',
      resolve: ({ district, key, round }, _, context) =>
        round === 1 ? null : readableDecision(context, { district, key, round: round - 1 }),
    }),
    partiesOn: t.expose('partiesOn', {
      type: 'Date',
      description: 'The day whose register says which municipalities belong to the district.',
    }),
    notAsked: t.field({
      ...listOf(5),
      type: [Party],
      description: 'The municipalities of the district on that day that are not asked, by key.',
      resolve: async ({ district, partiesOn: day, parties }, _, { loaders }) => {
        const asked = new Set(parties.map(({ key }) => key));
        return (await loaders.districtParts.load({ district, day }))
          .filter(({ key, selfGoverning }) => selfGoverning && !asked.has(key))
          .map(({ key }) => ({ kind: 'MUNICIPALITY' as const, key }));
      },
    }),
    proposals: t.field({
      ...listOf(5),
      type: [DecisionProposal],
      description:
        'The versions of what is proposed, oldest first; those of the draft only for those who take part.',
      resolve: async (decision, _, context) => {
        const from = await firstReadable(decision, context);
        const earlier = decision.history.filter(
          ({ event, revision }) => event.kind === 'PROPOSAL_REVISED' && revision < from,
        );
        return decision.proposals.slice(earlier.length);
      },
    }),
    history: t.field({
      ...listOf(100),
      type: [JointDecisionEntry],
      description:
        'What happened since its consultation began, oldest first; for those who take part from the draft on.',
      resolve: async (decision, _, context) => {
        const from = await firstReadable(decision, context);
        return decision.history.filter(({ revision }) => revision >= from);
      },
    }),
  }),
});

/** The first revision that whoever asks may read of: that with which it became public, or all. */
async function firstReadable({ district, history }: JointDecisionRow, context: Context): Promise<number> {
  if (await mayReadInternals(context, district)) return 1;
  const published = history.find(({ event }) => event.kind === 'CONSULTATION_STARTED');
  return published?.revision ?? Number.POSITIVE_INFINITY;
}

const NO_TITLE = { de: '', en: '' };

/** The decision of an address, if whoever asks may see it: what was never public is there for those only who take part. */
export async function readableDecision(
  context: Context,
  address: DecisionAddress,
): Promise<JointDecisionRow | null> {
  const decision = await context.loaders.jointDecision.load(address);
  if (decision === null || decision.consultation !== null) return decision;
  return (await mayReadInternals(context, decision.district)) ? decision : null;
}

function addressOfId(id: string): DecisionAddress {
  const [district = '', key = '', round = '', ...others] = id.split('/');
  const isRound = /^[1-9]\d{0,8}$/.test(round) && others.length === 0;
  return { district, key, round: isRound ? Number(round) : 0 };
}

const JointDecisionConnection = builder.connectionObject(
  ...connectionOptions('JointDecision', JointDecision),
);

const JointDecisionFilter = builder.inputType('JointDecisionFilter', {
  description: 'Which joint decisions to list.',
  fields: (t) => ({
    states: t.field({ type: [JointDecisionState], description: 'Only those that stand so.' }),
    text: t.string({ description: 'A text in the title, in any case.' }),
    party: t.field({ type: PartyInput, description: 'Only those in which this party is asked.' }),
  }),
});

builder.objectField(District, 'jointDecisions', (t) =>
  t.field({
    ...listOf(pageSize, 50),
    type: JointDecisionConnection,
    description:
      'The decisions that the district and its municipalities take jointly, by key and round; drafts only for those who take part.',
    args: {
      filter: t.arg({ type: JointDecisionFilter, description: 'Which ones; all when left out.' }),
      ...pageFields(t),
    },
    resolve: async ({ key: district }, { filter, ...args }, context) => {
      const { first, after } = pageArguments(args);
      const page = await context.loaders.decisionPage.load({
        district,
        drafts: await mayReadInternals(context, district),
        states: filter?.states ?? null,
        text: filter?.text ?? null,
        party: filter?.party ?? null,
        first,
        after,
      });
      const places = new Map(page.rows.map(({ key, decision }) => [decision, key]));
      const rows = page.rows.map(({ decision }) => decision);
      return connectionByKey({ ...page, rows }, after, (decision) => places.get(decision) ?? '');
    },
  }),
);

builder.queryField('jointDecision', (t) =>
  t.field({
    type: JointDecision,
    nullable: true,
    description: 'A round of a joint decision; null where there is none, or none that whoever asks may see.',
    args: {
      district: t.arg.string({ required: true, description: 'The key of its district.' }),
      key: t.arg.string({ required: true, description: 'Its key.' }),
      round: t.arg.int({ required: true, defaultValue: 1, description: 'The round.' }),
    },
    resolve: (_, { district, key, round }, context) =>
      readableDecision(context, { district: districtKeyArgument(district).key, key, round }),
  }),
);
