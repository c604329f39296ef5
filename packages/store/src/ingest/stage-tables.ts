import type { Writer } from '../write/write-version.ts';

const TABLES = {
  /** One row a cell, placed: territories, breakdowns and moments are numbers already. */
  stage_cell: `district_id int not null, measure_id int not null, territory_id int not null,
    period text collate "C" not null, breakdown_id int not null, association_id int, value double precision,
    status smallint not null, flags smallint not null, sign text, place_no int not null, moment_no int not null,
    line int, file_column int`,
  /** One row a key of the file: the territory in the role named (own) and the canonical one. */
  stage_place: `no int not null, own_id int not null, territory_id int not null, kind text not null, role text not null,
    delivered_key text not null, name text not null, line int`,
  /** What keys say about parents of which no official source knows. */
  stage_membership: 'member_id int not null, parent_id int not null, relation text not null',
  /** The dates of a value depend on its measure, period and Land. */
  stage_moment: `no int not null, measure_id int not null, period text collate "C" not null, reference_date date not null,
    boundary_date date not null`,
} as const;

/** Creates the temporary tables into which a release is read before anything is stored. */
export async function createStageTables(writer: Writer): Promise<void> {
  const names = Object.keys(TABLES).map((table) => `pg_temp.${table}`);
  await writer.run(`drop table if exists ${names.join(', ')}`);
  for (const [table, columns] of Object.entries(TABLES)) {
    await writer.run(`create temporary table ${table} (${columns})`);
  }
}
