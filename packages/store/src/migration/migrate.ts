import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as createTables from './0001_create_tables.ts';
import * as addTerritorialChanges from './0002_add_territorial_changes.ts';
import * as createBoundaries from './0003_create_boundaries.ts';
import * as findTerritories from './0004_find_territories.ts';
import * as addGroups from './0005_add_groups.ts';
import * as addDegreeOfUrbanisation from './0006_add_degree_of_urbanisation.ts';
import * as addBoundaryYears from './0007_add_boundary_years.ts';
import * as addSubjects from './0008_add_subjects.ts';
import * as addProposedReleases from './0009_add_proposed_releases.ts';
import * as addAccuracy from './0010_add_accuracy.ts';
import * as createReleaseMoment from './0011_create_release_moment.ts';
import * as addProposedAtVersion from './0012_add_proposed_at_version.ts';
import * as addReleaseWarnings from './0013_add_release_warnings.ts';
import * as addAccess from './0014_add_access.ts';
import * as extendActors from './0015_extend_actors.ts';
import * as addJointDecisions from './0016_add_joint_decisions.ts';
import * as addTasks from './0017_add_tasks.ts';
import * as addBodies from './0018_add_bodies.ts';
import * as addConcepts from './0019_add_concepts.ts';
import * as addDue from './0020_add_due.ts';
import * as addDemoRecord from './0021_add_demo_record.ts';

/** All migrations, in the order of their names. Forward only: a mistake is mended by the next one. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001_create_tables': createTables,
  '0002_add_territorial_changes': addTerritorialChanges,
  '0003_create_boundaries': createBoundaries,
  '0004_find_territories': findTerritories,
  '0005_add_groups': addGroups,
  '0006_add_degree_of_urbanisation': addDegreeOfUrbanisation,
  '0007_add_boundary_years': addBoundaryYears,
  '0008_add_subjects': addSubjects,
  '0009_add_proposed_releases': addProposedReleases,
  '0010_add_accuracy': addAccuracy,
  '0011_create_release_moment': createReleaseMoment,
  '0012_add_proposed_at_version': addProposedAtVersion,
  '0013_add_release_warnings': addReleaseWarnings,
  '0014_add_access': addAccess,
  '0015_extend_actors': extendActors,
  '0016_add_joint_decisions': addJointDecisions,
  '0017_add_tasks': addTasks,
  '0018_add_bodies': addBodies,
  '0019_add_concepts': addConcepts,
  '0020_add_due': addDue,
  '0021_add_demo_record': addDemoRecord,
};

/**
 * Brings a database to the newest form of the tables and answers the names of the migrations that were run. Two
 * processes may call it at once: one waits for the other.
 */
export async function migrate<Schema>(db: Kysely<Schema>): Promise<readonly string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results.find((result) => result.status === 'Error')?.migrationName ?? 'the migrations';
    throw new Error(`${failed} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  return results.map((result) => result.migrationName);
}
