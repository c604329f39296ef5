import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';

/** A query builder over a pool, or over something that behaves like one. */
export function kyselyOn<Schema>(pool: PostgresPool): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
