import { type Kysely, sql } from 'kysely';

/**
 * Finding territories by what people type: names without case, with umlauts written out (`name_folded`, ü = ue) or left
 * out (`name_plain`, ü = u). And by lineage: changes by the territory they led to or from, links by their source.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const LOWER = `replace(translate(lower(name), 'ÄÖÜÉÈÁÀÇ', 'äöüéèáàç'), 'ß', 'ss')`;

const statements = [
  `alter table territory_version
    add column name_folded text not null
      generated always as (replace(replace(replace(translate(${LOWER}, 'éèáàç', 'eeaac'), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue')) stored,
    add column name_plain text not null
      generated always as (translate(${LOWER}, 'äöüéèáàç', 'aoueeaac')) stored`,
  `create index territory_change_from on territory_change (from_id)`,
  `create index territory_change_to on territory_change (to_id)`,
  `create index territory_link_source on territory_link (source_id)`,
];
