import type { ClientBase } from 'pg';
import { versionedTables } from './versioned-tables.ts';

/**
 * Removes what a data version wrote that was never published: rows that begin after the pointer go, rows that were
 * closed after it open again. Territories it may have added stay: they are identities and state nothing by themselves.
 */
export async function abandonVersion(client: ClientBase): Promise<void> {
  await client.query('begin');
  try {
    const { rows } = await client.query<{ version: number }>('select version from published_pointer');
    const published = rows[0]?.version ?? 0;
    for (const [child, parent] of [
      ['release_territory', 'release'],
      ['release_moment', 'release'],
      ['release_on_behalf', 'release'],
      ['register_entry', 'register'],
      ['territory_change', 'change_source'],
      ['territory_link', 'change_source'],
      ['territory_name', 'change_source'],
      ['neighbour', 'boundary_set'],
    ]) {
      await client.query(
        `delete from ${child} where ${parent}_id in (select id from ${parent} where version_from > $1)`,
        [published],
      );
    }
    for (const table of versionedTables) {
      await client.query(`delete from ${table} where version_from > $1`, [published]);
      await client.query(`update ${table} set version_until = null where version_until > $1`, [published]);
    }
    await client.query('delete from data_version where version > $1', [published]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
