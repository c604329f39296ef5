import type { QueryResultRow } from 'pg';

/** Runs one statement and answers its rows, inside whatever transaction is open. A writer's `rows` is one. */
export type Rows = <Row extends QueryResultRow>(
  sql: string,
  parameters?: readonly unknown[],
) => Promise<readonly Row[]>;
