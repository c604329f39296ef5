import pg from 'pg';

/** A row that COPY refused. `line` counts from 1 over all that was given to `copyIn`; `cause` is the database's error. */
export class CopyError extends Error {
  override readonly name = 'CopyError';
  readonly table: string;
  readonly line: number | null;
  readonly column: string | null;
  /** The SQLSTATE, such as `22P02` for text that is no number. */
  readonly code: string | null;

  constructor(table: string, linesBefore: number, cause: pg.DatabaseError) {
    // Read by position rather than by word: a server may speak German ("COPY t, Zeile 3, Spalte value: ...").
    const [, line, column] = /^COPY .*?, \S+ (\d+)(?:, \S+ ([^:]+))?/.exec(cause.where ?? '') ?? [];
    const place = [
      `into ${table}`,
      ...(line ? [`line ${Number(line) + linesBefore}`] : []),
      ...(column ? [`column ${column}`] : []),
    ].join(', ');
    super(`Cannot copy ${place}: ${cause.message}${cause.detail ? ` (${cause.detail})` : ''}`, { cause });
    this.table = table;
    this.line = line ? Number(line) + linesBefore : null;
    this.column = column ?? null;
    this.code = cause.code ?? null;
  }
}

/** Turns a database's error into a CopyError; leaves others (a broken connection, a failing source) alone. */
export function asCopyError(error: unknown, table: string, linesBefore: number): unknown {
  return error instanceof pg.DatabaseError ? new CopyError(table, linesBefore, error) : error;
}
