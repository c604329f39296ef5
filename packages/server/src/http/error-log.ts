import type { ErrorLog } from '@kreisweit/graphql';
import type { Log } from '../log.ts';

/** Where errors go that clients see only the id of: their message to the log, their stack at the level debug. */
export function errorLog(log: Log): ErrorLog {
  return ({ id, error, path }) => {
    log.error(error instanceof Error ? `${error.name}: ${error.message}` : String(error), { id, path });
    if (error instanceof Error) log.debug(error.stack ?? '', { id });
  };
}
