import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { expect, test } from 'vitest';
import { everyEntry } from '../audit/audit-query.ts';
import { auditTrail } from '../audit/audit-trail.ts';
import { bodiesByAddress } from '../bodies/bodies-by-address.ts';
import { bodiesPage } from '../bodies/bodies-page.ts';
import { heldMeetingsOf } from '../bodies/held-meetings-of.ts';
import { lastHeldOf } from '../bodies/last-held-of.ts';
import { meetingsByAddress } from '../bodies/meetings-by-address.ts';
import { meetingsPage } from '../bodies/meetings-page.ts';
import { membersOfBodies } from '../bodies/members-of-bodies.ts';
import { participantsOfMeetings } from '../bodies/participants-of-meetings.ts';
import { recurringBodies } from '../bodies/recurring-bodies.ts';
import { seatsOfActors } from '../bodies/seats-of-actors.ts';
import type { StoreSchema } from '../store-schema.ts';
import { assignableActors } from '../tasks/assignable-actors.ts';
import { assignmentsByKey } from '../tasks/assignments-by-key.ts';
import { assignmentsOfActors } from '../tasks/assignments-of-actors.ts';
import { taskAssignments } from '../tasks/task-assignments.ts';
import { taskRecords } from '../tasks/task-records.ts';
import { actorsByKey } from './actors-by-key.ts';
import { actorsPages } from './actors-page.ts';
import { boundaryFacts } from './boundary-facts.ts';
import { boundaryPlans } from './boundary-plans.ts';
import { boundarySets } from './boundary-sets.ts';
import { boundaryTopology } from './boundary-topology.ts';
import { catalogueAt } from './catalogue-at.ts';
import { componentMembers } from './component-members.ts';
import { crossSection } from './cross-section.ts';
import { currentTerritories } from './current-territories.ts';
import { districtReconciliations } from './district-reconciliations.ts';
import { districtsPage } from './districts-page.ts';
import type { FactIndex } from './fact-index.ts';
import { alteredTerritories } from './findings/altered-territories.ts';
import { crosswalkContradictions } from './findings/crosswalk-contradictions.ts';
import { listContradictions } from './findings/list-contradictions.ts';
import { listCrosswalkDifferences } from './findings/list-crosswalk-differences.ts';
import { oneSidedTerritories } from './findings/one-sided-territories.ts';
import { groupDeclarations } from './group-declarations.ts';
import { groupMembers } from './group-members.ts';
import { groupsOfMembers } from './groups-of-members.ts';
import { groupsPage } from './groups-page.ts';
import { peerComparisons } from './peer-comparisons.ts';
import { pluginReporting } from './plugin-reporting.ts';
import { proposedReleases } from './proposed-releases.ts';
import { publishedVersion } from './published-version.ts';
import { recommendations } from './recommendations.ts';
import { reconciliationOf } from './reconciliation-of.ts';
import { recordedOnBehalf } from './recorded-on-behalf.ts';
import { registerEntries } from './register-entries.ts';
import { releaseList } from './release-list.ts';
import { searchTerritories } from './search-territories.ts';
import { type SeriesRequest, seriesOf } from './series-of.ts';
import { subjectAgreements } from './subject-agreements.ts';
import { territoriesById } from './territories-by-id.ts';
import { territoriesByKey } from './territories-by-key.ts';
import { territoryAbove } from './territory-above.ts';
import { territoryLineage } from './territory-lineage.ts';
import { territoryMembers } from './territory-members.ts';
import { territoryNeighbours } from './territory-neighbours.ts';
import { territoryVersions } from './territory-versions.ts';
import { valueComponents } from './value-components.ts';
import { valueRevisions } from './value-revisions.ts';
import { valueSources } from './value-sources.ts';
import { versionsAt } from './versions-at.ts';

const HEADER = '-- Generated, do not edit; run: npx vitest run packages/store/src/read -u\n';
const asOf = 7;

/** Nothing is stored. */
const index: FactIndex = {
  placeOf: () => null,
  breakdownIdOf: () => null,
  inputIdsOf: () => [],
  yearsBehind: 0,
  yearsAhead: 0,
};

const facts = { asOf, keys: ['16063'], measureIds: [1], breakdowns: [''] };

/** Each query with arguments as they occur; what they are does not change the statement. */
const queries: Readonly<Record<string, (db: Kysely<StoreSchema>) => Promise<unknown>>> = {
  'actors-by-key': (db) => actorsByKey(db, ['a']),
  'actors-page': (db) => actorsPages(db, { asOf, requests: [] }),
  'assignable-actors': (db) => assignableActors(db, '2026-01-01'),
  'assignments-by-key': (db) => assignmentsByKey(db, { keys: [] }),
  'assignments-of-actors': (db) => assignmentsOfActors(db, { requests: [] }),
  'audit-trail': (db) => auditTrail(db, { ...everyEntry, districts: ['16097'], first: 20, after: null }),
  'bodies-by-address': (db) => bodiesByAddress(db, []),
  'bodies-page': (db) =>
    bodiesPage(db, { districts: [], kinds: null, on: null, text: null, first: 20, after: null }),
  'boundary-sets': (db) => boundarySets(db, { asOf, requests: [] }),
  'boundary-topology': (db) => boundaryTopology(db, { asOf, level: 'district', contentHash: 'a' }),
  'catalogue-at': (db) => catalogueAt(db, asOf),
  'boundary-facts': (db) => boundaryFacts(db, { ...facts, index, periods: null }),
  'boundary-facts-of-several-inputs': (db) =>
    boundaryFacts(db, { ...facts, index: { ...index, inputIdsOf: () => [1, 2] }, periods: ['2013'] }),
  'boundary-knowledge': (db) => boundaryPlans(db, asOf),
  'component-members': (db) => componentMembers(db, { asOf, requests: [] }),
  'cross-section': (db) => crossSection(db, { asOf, requests: [] }),
  'current-territories': (db) => currentTerritories(db, { asOf, ids: [1] }),
  'district-reconciliations': (db) => districtReconciliations(db, { asOf, requests: [] }),
  'districts-page': (db) =>
    districtsPage(db, { asOf, on: null, state: null, search: null, first: 50, after: null }),
  'group-declarations': (db) => groupDeclarations(db, { asOf, ids: [1] }),
  'group-members': (db) => groupMembers(db, { asOf, requests: [] }),
  'groups-of-members': (db) => groupsOfMembers(db, { asOf, requests: [] }),
  'groups-page': (db) => groupsPage(db, { asOf, first: 50, after: null }),
  'findings-altered': (db) => alteredTerritories(db, asOf),
  'findings-appeared': (db) => oneSidedTerritories(db, asOf, 'APPEARED'),
  'findings-crosswalk': (db) => crosswalkContradictions(db, asOf),
  'findings-list': (db) => listContradictions(db, asOf),
  'findings-list-crosswalk': (db) => listCrosswalkDifferences(db, asOf),
  'findings-vanished': (db) => oneSidedTerritories(db, asOf, 'VANISHED'),
  'held-meetings-of': (db) => heldMeetingsOf(db, []),
  'last-held-of': (db) => lastHeldOf(db, []),
  'meetings-by-address': (db) => meetingsByAddress(db, []),
  'meetings-page': (db) =>
    meetingsPage(db, { bodies: [], from: null, until: null, states: null, first: 20, after: null }),
  'members-of-bodies': (db) => membersOfBodies(db, { bodies: [{ district: '16097', key: 'network' }] }),
  'recurring-bodies': (db) => recurringBodies(db, []),
  'participants-of-meetings': (db) => participantsOfMeetings(db, []),
  'peer-comparisons': (db) => peerComparisons(db, { asOf, requests: [] }),
  'plugin-reporting': (db) => pluginReporting(db, { asOf, requests: [] }),
  'proposed-releases': (db) => proposedReleases(db),
  'published-version': (db) => publishedVersion(db),
  recommendations: (db) => recommendations(db, null),
  'reconciliation-of': (db) => reconciliationOf(db, { asOf, requests: [] }),
  'release-list': (db) => releaseList(db, asOf),
  'recorded-on-behalf': (db) => recordedOnBehalf(db, { releases: [1] }),
  'register-entries': (db) => registerEntries(db, { asOf, ids: [1] }),
  'search-territories': (db) =>
    searchTerritories(db, { asOf, text: 'goettingen', kinds: null, first: 20, after: null }),
  'seats-of-actors': (db) => seatsOfActors(db, []),
  'series-of': (db) => seriesOf(db, { asOf, requests: [seriesRequest(1)] }),
  'series-of-many': (db) =>
    seriesOf(db, { asOf, requests: Array.from({ length: 9 }, (_, index) => seriesRequest(index)) }),
  'subject-agreements': (db) =>
    subjectAgreements(db, { asOf, territoryIds: [1], subjects: ['population/foreigners'] }),
  'task-assignments': (db) => taskAssignments(db, { requests: [] }),
  'task-records': (db) => taskRecords(db, { districts: [] }),
  'territories-by-id': (db) => territoriesById(db, { asOf, ids: [1] }),
  'territories-by-key': (db) =>
    territoriesByKey(db, { asOf, territories: [{ kind: 'district', key: '12070', on: null }] }),
  'territory-above': (db) => territoryAbove(db, { asOf, requests: [] }),
  'territory-lineage': (db) => territoryLineage(db, { asOf, direction: 'successors', ids: [1] }),
  'territory-members': (db) => territoryMembers(db, { asOf, requests: [] }),
  'territory-neighbours': (db) => territoryNeighbours(db, { asOf, requests: [] }),
  'territory-versions': (db) => territoryVersions(db, { asOf, ids: [1] }),
  'value-components': (db) => valueComponents(db, { asOf, requests: [] }),
  'value-revisions': (db) => valueRevisions(db, { asOf, requests: [] }),
  'value-sources': (db) => valueSources(db, { asOf, requests: [] }),
  'versions-at': (db) => versionsAt(db, ['2026-03-01']),
};

function seriesRequest(id: number): SeriesRequest {
  return { territory: { factsId: id, districtIds: [id] }, selections: [{ indicatorId: 2, breakdown: '' }] };
}

test.each(Object.entries(queries))('%s emits the SQL that was reviewed', async (name, run) => {
  const emitted = await emittedSql(run);
  expect(emitted).toHaveLength(1);
  await expect(`${HEADER}${emitted.join('\n')}\n`).toMatchFileSnapshot(`../../sql/${name}.sql`);
});

test.each(Object.entries(queries))('%s reads large tables by district, in one version', async (_, run) => {
  const [statement = ''] = await emittedSql(run);
  for (const table of ['observation', 'aggregate', 'published_series']) {
    const uses = statement.matchAll(new RegExp(`join ${table} (\\w+)\\s+on \\1\\.district_id =`, 'g'));
    const mentions = statement.match(new RegExp(`\\b${table}\\b`, 'g')) ?? [];
    const aliases = [...uses].map((use) => use[1]);
    expect(aliases).toHaveLength(mentions.length);
    for (const alias of aliases) expect(statement).toContain(`${alias}.version_from <= `);
  }
  expect(statement).not.toMatch(/\b(nextval|plpgsql|for update|not in \()/i);
});

async function emittedSql(run: (db: Kysely<StoreSchema>) => Promise<unknown>): Promise<readonly string[]> {
  const statements: string[] = [];
  const db = new Kysely<StoreSchema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void statements.push(outdented(query.sql)),
  });
  await run(db);
  return statements;
}

/** The statement as if it stood at the left margin. */
function outdented(statement: string): string {
  return statement.trim().replaceAll(/\n {4}/g, '\n');
}
