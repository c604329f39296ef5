import { type RawBuilder, sql } from 'kysely';

/** SQL: the row named `alias` is true for the data version `asOf`. */
export function trueAt(alias: string, asOf: number): RawBuilder<boolean> {
  const from = sql.raw(`${alias}.version_from`);
  const until = sql.raw(`${alias}.version_until`);
  return sql`${from} <= ${asOf} and (${until} is null or ${until} > ${asOf})`;
}
