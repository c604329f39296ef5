import type { FastifyRequest } from 'fastify';

/** The only addresses that may hold a token: programs subscribe to a calendar by its address and send nothing else. */
export const CALENDAR_ROUTE = '/calendar/:file';

/** What stands in the address of a calendar as its token (`?token=`); undefined where nothing does, and at every other address. */
export function tokenInAddress({ routeOptions, query }: FastifyRequest): string | undefined {
  if (routeOptions.url !== CALENDAR_ROUTE) return undefined;
  const given = (query as Readonly<Record<string, unknown>>).token;
  // Written twice it is a list, and no token.
  return given === undefined ? undefined : String(given);
}
