import type { Log } from '../log.ts';
import { IssuerUnavailable } from './issuer-unavailable.ts';

const PAUSE_MILLISECONDS = 30_000;

/** Does something that needs the issuer. */
export type ReachIssuer = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * The way to one issuer. What fails is logged and thrown as IssuerUnavailable, and for half a minute everything else fails at once
 * without a try: an issuer that is down is not to hold up each request, nor to be asked by each when it comes back.
 */
export function issuerReacher(
  host: string,
  { now, log }: { readonly now: () => number; readonly log: Log },
): ReachIssuer {
  let failed: { readonly error: IssuerUnavailable; readonly until: number } | null = null;
  return async (work) => {
    if (failed !== null && now() < failed.until) throw failed.error;
    try {
      const result = await work();
      failed = null;
      return result;
    } catch (cause) {
      log.warn('an issuer of access tokens cannot be reached', { host, reason: reasonOf(cause) });
      const error = new IssuerUnavailable(host, { cause });
      failed = { error, until: now() + PAUSE_MILLISECONDS };
      throw error;
    }
  };
}

/** fetch says "fetch failed" only; why stands in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
