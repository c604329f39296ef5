import { type Kysely, sql } from 'kysely';

/**
 * Boundaries: one set for each level and day, with its topology as the text that is served. Who borders whom is read
 * from the topology once, when it is imported, and holds as long as its set (in both directions). Small reference tables.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table boundary_set (
    id int primary key,
    kind text not null check (kind in ('state', 'region', 'district', 'association', 'municipality')),
    valid_on date not null,
    file text not null,
    checksum text not null,
    source text not null,
    licence text not null,
    changes text,
    territory_ids int[] not null,
    content_hash text not null,
    topology text not null,
    version_from int not null,
    version_until int
  )`,
  `create index boundary_set_kind on boundary_set (kind, content_hash)`,
  `create table neighbour (
    boundary_set_id int not null,
    territory_id int not null,
    neighbour_id int not null,
    primary key (boundary_set_id, territory_id, neighbour_id)
  )`,
];
