import type { Database } from '@kreisweit/store';

/** Rows of `observation` as COPY text. */
export type Rows = {
  readonly columns: readonly string[];
  readonly count: number;
  /** Some thousand lines each. */
  readonly parts: readonly string[];
};

const ROWS_A_PART = 2000;

/**
 * Reads the only release of a database out, in the order in which its file delivers the rows. No text in it needs
 * escaping: keys, periods and signs.
 */
export async function dumpObservations({ pool }: Database): Promise<Rows> {
  const { rows: described } = await pool.query<{ column: string }>(
    `select attname as column from pg_attribute
     where attrelid = 'observation'::regclass and attnum > 0 and not attisdropped
     order by attnum`,
  );
  const columns = described.map(({ column }) => column);
  const cells = columns.map((column) => `"${column}"::text`).join(', ');
  const { rows: parts } = await pool.query<{ count: number; text: string }>(
    `select count(*)::int as count,
       string_agg(array_to_string(array[${cells}], E'\\t', '\\N') || E'\\n', '' order by no) as text
     from (
       select o.*, row_number() over (order by t.line, o.period desc, o.breakdown_id) as no
       from observation o
       join release_territory t using (release_id, territory_id)
     ) numbered
     group by (no - 1) / ${ROWS_A_PART}
     order by min(no)`,
  );
  return {
    columns,
    count: parts.reduce((sum, part) => sum + part.count, 0),
    parts: parts.map(({ text }) => text),
  };
}

/** Creates an empty table with the columns and the primary key of `observation`. */
export async function createBareTable({ pool }: Database): Promise<void> {
  await pool.query('create table bare_copy (like observation including all)');
}

/** Writes the rows into that table with one COPY in one transaction. */
export async function copyRows({ pool, copyIn }: Database, { columns, count, parts }: Rows): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const written = await copyIn(client, 'bare_copy', columns, parts);
    await client.query('commit');
    if (written !== count) throw new Error(`COPY wrote ${written} rows instead of ${count}`);
  } finally {
    client.release();
  }
}
