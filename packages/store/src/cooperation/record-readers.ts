import { type Actor, type ConceptVersion, type JointDecision, parseTerritoryKey } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import { storedActors } from '../actors/stored-actors.ts';
import { bodiesPage } from '../bodies/bodies-page.ts';
import type { BodyRow } from '../bodies/body-row.ts';
import { meetingsPage } from '../bodies/meetings-page.ts';
import { membersOfBodies } from '../bodies/members-of-bodies.ts';
import { storedMeetings } from '../bodies/stored-meetings.ts';
import { conceptsPage } from '../concepts/concepts-page.ts';
import type { StoredConcept } from '../concepts/stored-concept.ts';
import { decisionsPage } from '../decisions/decisions-page.ts';
import { recordPages } from '../due/record-pages.ts';
import { deadlineSource, type RecordSource, trainingSource } from '../due/record-source.ts';
import { everyActor } from '../read/actors-filter.ts';
import { actorsPage } from '../read/actors-page.ts';
import { publishedVersion } from '../read/published-version.ts';
import { territoriesByKey } from '../read/territories-by-key.ts';
import type { StoreSchema } from '../store-schema.ts';
import { taskAssignments } from '../tasks/task-assignments.ts';
import { taskRecords } from '../tasks/task-records.ts';
import type { CooperationKind, CooperationRecords, FiledPosition } from './cooperation-records.ts';

type Db = Kysely<StoreSchema>;

/** Reads all records of one kind of a district (its key), drafts and what is internal too. A constant number of statements. */
export type RecordReader<Value> = (db: Db, district: string) => Promise<readonly Value[]>;

/** How records of each kind are read. */
export const recordReaders: { readonly [Kind in CooperationKind]: RecordReader<CooperationRecords[Kind]> } =
  Object.freeze({
    actors: directoryOf,
    tasks: async (db, district) => {
      const [records] = await taskRecords(db, { districts: [district] });
      return (records?.own ?? []).map(withoutRevision);
    },
    overrides: async (db, district) => {
      const [records] = await taskRecords(db, { districts: [district] });
      return (records?.overrides ?? []).map(withoutRevision);
    },
    assignments: async (db, district) => {
      const [assignments = []] = await taskAssignments(db, { requests: [{ district, on: null }] });
      return assignments.map(withoutRevision);
    },
    decisions: async (db, district) =>
      (await decisionsOf(db, district)).map(({ key, round, history }) => ({
        district,
        key,
        round,
        entries: history,
      })),
    positions: async (db, district) => (await decisionsOf(db, district)).flatMap(positionsOf),
    bodies: async (db, district) => (await bodiesOf(db, district)).map(withoutRevision),
    members: async (db, district) => {
      const seats = await membersOfBodies(db, { bodies: await bodiesOf(db, district) });
      return seats.flat().map((seat) => ({ district, ...seat }));
    },
    meetings: meetingsOf,
    concept: async (db, district) => {
      const query = { districts: [{ district, drafts: true }], ...ALL };
      const [page] = await conceptsPage(db, query);
      return (page?.rows ?? []).map(({ concept }) => versionOf(concept));
    },
    trainings: (db, district) => recordsOf(db, trainingSource, district),
    deadlines: (db, district) => recordsOf(db, deadlineSource, district),
  });

/** No district has as many of anything. */
const ALL = { first: 1_000_000, after: null } as const;

/** Those whose entries the district keeps and those at work there, also those that are no more; not those that were merged. */
async function directoryOf(db: Db, key: string): Promise<readonly Actor[]> {
  const asOf = (await publishedVersion(db)).number;
  const named = parseTerritoryKey(key);
  if (named === null) return [];
  const [district] = await territoriesByKey(db, { asOf, territories: [{ ...named, on: null }] });
  if (district == null) return [];
  const filter = { ...everyActor, district, includeInactive: true };
  const { rows } = await actorsPage(db, { asOf, filter, ...ALL });
  const keys = rows.map((actor) => actor.key);
  const actors = await storedActors(db, keys);
  return keys.flatMap((each) => {
    const stored = actors.get(each);
    if (stored === undefined) return [];
    const { revision, mergedInto, ...actor } = stored;
    return [actor];
  });
}

async function decisionsOf(db: Db, district: string): Promise<readonly JointDecision[]> {
  const [page] = await decisionsPage(db, {
    districts: [{ district, drafts: true }],
    states: null,
    text: null,
    party: null,
    ...ALL,
  });
  return (page?.rows ?? []).map(({ decision }) => decision);
}

function positionsOf({ district, key, round, positions }: JointDecision): readonly FiledPosition[] {
  return positions.map(({ party, stance, statement, proposalVersion, takenOn, reference }) => ({
    ...{ district, decision: key, round },
    ...{ party, stance, statement, proposalVersion, takenOn, reference },
  }));
}

async function bodiesOf(db: Db, district: string): Promise<readonly BodyRow[]> {
  const [page] = await bodiesPage(db, { districts: [district], kinds: null, on: null, text: null, ...ALL });
  return page?.rows ?? [];
}

async function meetingsOf(db: Db, district: string): Promise<readonly CooperationRecords['meetings'][]> {
  const bodies = await bodiesOf(db, district);
  const pages = await meetingsPage(db, { bodies, from: null, until: null, states: null, ...ALL });
  const addresses = pages.flatMap(({ rows }) => rows.map(({ meeting }) => meeting));
  const meetings = await storedMeetings(db, addresses);
  return meetings.flatMap((stored) => {
    if (stored === null) return [];
    const { reported, revision, resolutions, ...meeting } = stored;
    return [{ ...meeting, resolutions: resolutions.map(({ text, decision }) => ({ text, decision })) }];
  });
}

function versionOf({ revision, fields, ...version }: StoredConcept): ConceptVersion {
  return {
    ...version,
    fields: fields.map((field) => ({
      ...field,
      goals: field.goals.map((goal) => ({ ...goal, actions: goal.actions.map(withoutRevision) })),
    })),
  };
}

async function recordsOf<Value extends object>(
  db: Db,
  source: RecordSource<Value & { readonly revision: number }>,
  district: string,
): Promise<readonly Omit<Value, 'revision'>[]> {
  const [page] = await recordPages(db, source, [{ district, from: null, until: null, ...ALL }]);
  return (page?.rows ?? []).map(({ record }) => withoutRevision(record));
}

function withoutRevision<Value extends { readonly revision: number }>({
  revision,
  ...value
}: Value): Omit<Value, 'revision'> {
  return value;
}
