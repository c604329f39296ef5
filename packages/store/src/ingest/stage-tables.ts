import type { Writer } from '../write/write-version.ts';

const TABLES = {
  stage_cell: `territory_no int not null, line int, measure_id int not null, period text collate "C" not null,
    breakdown_no int not null, value double precision, status smallint not null, flags smallint not null, sign text`,
  stage_territory: `no int not null, kind text not null, key text not null, delivered_key text not null,
    name text not null, line int, district_key text, association_key text, state text`,
  stage_parent: 'kind text not null, key text not null, parent_kind text not null, parent_key text not null',
  stage_moment: `measure_id int not null, period text collate "C" not null, state text not null,
    reference_date date not null, boundary_date date not null`,
  stage_breakdown: 'no int not null, id int not null',
} as const;

/** Creates the temporary tables into which a release is read before anything is stored. */
export async function createStageTables(writer: Writer): Promise<void> {
  await writer.run(
    `drop table if exists ${Object.keys(TABLES)
      .map((table) => `pg_temp.${table}`)
      .join(', ')}`,
  );
  for (const [table, columns] of Object.entries(TABLES)) {
    await writer.run(`create temporary table ${table} (${columns})`);
  }
}
