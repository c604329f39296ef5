import type { Database } from '@kreisweit/store';

/** The rows of a table as COPY text, in the order in which they lie in the table. */
export type Rows = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly count: number;
  readonly parts: readonly string[];
};

const ROWS_A_PART = 2000;

/** Reads a whole table out. No text in it may need escaping, which holds for keys, periods and signs. */
export async function dumpRows({ pool }: Database, table: string): Promise<Rows> {
  const { rows: described } = await pool.query<{ column: string }>(
    `select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 order by attnum`,
    [table],
  );
  const columns = described.map(({ column }) => column);
  const cells = columns.map((column) => `"${column}"::text`).join(', ');
  const { rows: parts } = await pool.query<{ count: number; text: string }>(
    `select count(*)::int as count, string_agg(array_to_string(array[${cells}], E'\\t', '\\N') || E'\\n', '' order by no) as text
     from (select (row_number() over (order by ctid) - 1) / ${ROWS_A_PART} as part, row_number() over (order by ctid) as no, * from ${table})
     group by part
     order by part`,
  );
  return {
    table,
    columns,
    count: parts.reduce((sum, part) => sum + part.count, 0),
    parts: parts.map(({ text }) => text),
  };
}

/** Creates an empty table with the columns and the primary key of the one that was read out. */
export async function createBareTable({ pool }: Database, { table }: Rows): Promise<void> {
  await pool.query(`create table bare_copy (like ${table} including all)`);
}

/** Writes the rows with one COPY in one transaction. */
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
