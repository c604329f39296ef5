import type { TrustProxy } from './limits.ts';

/** Whose word is taken for the address of a client, as Fastify takes it: proxies by their addresses, or the last so many of them. */
export function trustedProxies(
  proxies: TrustProxy,
): false | string[] | ((address: string, hop: number) => boolean) {
  if (typeof proxies === 'number') return (_, hop) => hop < proxies;
  return proxies === false ? false : [...proxies];
}
