import pg from 'pg';

/** `copy "staging" ("a","b") from <source> ...`; both engines speak the same text format. */
export function copyStatement(table: string, columns: readonly string[], source: string): string {
  const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  return `copy ${pg.escapeIdentifier(table)} (${names}) from ${source} with (format text, encoding 'UTF8')`;
}

/**
 * Refuses a client without an open transaction: chunks that are already stored could not be undone.
 *
 * @throws Error
 */
export function requireTransaction(client: pg.ClientBase): void {
  const status = client.getTransactionStatus();
  if (status === 'T') return;
  throw new Error(
    status === 'E'
      ? 'copyIn: the transaction on this client has failed already: roll it back first.'
      : 'copyIn needs an open transaction on its client: begin one first.',
  );
}
