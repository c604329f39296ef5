/** PostgreSQL's deadlock_detected and serialization_failure: nothing was stored, and the same may be done again. */
const ENDED_FOR_OTHERS: ReadonlySet<unknown> = new Set(['40P01', '40001']);

const MOST_TIMES = 4;

/** Does some work in a transaction, and again where the database ended it because it and another one waited for each other. */
export async function againAfterDeadlock<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let time = 1; ; time += 1) {
    try {
      return await work();
    } catch (error) {
      if (time >= MOST_TIMES || !isEndedForOthers(error)) throw error;
    }
  }
}

function isEndedForOthers(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && ENDED_FOR_OTHERS.has(error.code)) || isEndedForOthers(error.cause);
}
