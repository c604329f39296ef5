import {
  type CompactJWSHeaderParameters,
  type CryptoKey,
  createRemoteJWKSet,
  customFetch,
  type FlattenedJWSInput,
} from 'jose';
import type { Log } from '../log.ts';
import { discovery } from './discovery.ts';
import { fetchJson } from './fetch-json.ts';
import { issuerReacher } from './reach-issuer.ts';

/** Finds the key that an access token says it is signed with. Throws IssuerUnavailable, or what jose throws for an unknown key. */
export type IssuerKeys = (header: CompactJWSHeaderParameters, token: FlattenedJWSInput) => Promise<CryptoKey>;

/**
 * `keysCooldown` is how long, in milliseconds, a token with an unknown key does not make the keys be fetched again: whoever invents keys
 * must not make us ask the issuer each time.
 */
export type IssuerKeysOptions = {
  readonly now: () => number;
  readonly log: Log;
  readonly keysCooldown: number;
};

/** The keys of an issuer, found by its discovery document, kept for ten minutes and fetched again when a new one turns up. */
export function issuerKeys(issuer: string, { now, log, keysCooldown }: IssuerKeysOptions): IssuerKeys {
  const reach = issuerReacher(new URL(issuer).host, { now, log });
  const keysAddress = discovery(issuer, { reach, now });
  const keysAt = (url: URL) => ({
    href: url.href,
    find: createRemoteJWKSet(url, {
      cooldownDuration: keysCooldown,
      [customFetch]: async (address, options) =>
        Response.json(await reach(() => fetchKeys(address, options))),
    }),
  });
  let keys: ReturnType<typeof keysAt> | null = null;
  return async (header, token) => {
    const url = await keysAddress();
    if (keys?.href !== url.href) keys = keysAt(url);
    return keys.find(header, token);
  };
}

async function fetchKeys(...request: Parameters<typeof fetchJson>): Promise<unknown> {
  const found = await fetchJson(...request);
  if (typeof found === 'object' && found !== null && 'keys' in found && isListOfObjects(found.keys))
    return found;
  throw new Error('it answered with something else than a set of keys');
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
}
