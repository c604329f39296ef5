/** How an answer says that a statement was cancelled. */
export type StatementTimeout = { readonly message: string; readonly code: 'TIMEOUT' };

/** PostgreSQL's query_canceled: the time that a statement of a reader may take has passed. */
const CANCELLED = '57014';

const TIMEOUT: StatementTimeout = Object.freeze({
  message:
    'The database took too long for this field, and was told to stop. Ask for less at once: fewer territories (first:, a state), ' +
    'fewer indicators or periods (from:, to:); or try again when fewer people ask.',
  code: 'TIMEOUT',
});

/** What to say of an error that is, or was caused by, a statement that took longer than it may; null for any other error. */
export function statementTimeout(error: unknown): StatementTimeout | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && error.code === CANCELLED) return TIMEOUT;
  return statementTimeout(error.cause);
}
