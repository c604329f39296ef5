import { anonymous, type Principal } from '@kreisweit/domain';
import { principalOfToken, type Store } from '@kreisweit/store';
import { decodeJwt } from 'jose';
import type { Log } from '../log.ts';
import type { Issuer } from './issuer.ts';
import { issuerKeys } from './issuer-keys.ts';
import { Unauthenticated } from './unauthenticated.ts';
import { verifyAccessToken } from './verify-access-token.ts';

const MOST_CHARACTERS = 8 * 1024;
const KEYS_COOLDOWN_MILLISECONDS = 30_000;
/** RFC 6750, section 2.1; the name of the scheme in any case. */
const BEARER = /^bearer +([A-Za-z0-9._~+/-]+=*)$/i;
/** A token of Kreisweit, or a link that is used once. */
const OWN_TOKEN = /^kwl?_/;

/** Finds out who sends a request, from its header Authorization. Throws Unauthenticated or IssuerUnavailable. */
export type Authenticator = (header: string | undefined) => Promise<Principal>;

export type AuthenticatorOptions = {
  /** Where the tokens of Kreisweit are. */
  readonly store: Store;
  readonly issuers: readonly Issuer[];
  readonly log: Log;
  /** Milliseconds since 1970, for the times in access tokens and for what is kept of issuers. */
  readonly now?: () => number;
  /** See IssuerKeysOptions. */
  readonly keysCooldown?: number;
};

/**
 * Makes the authenticator of a server. A request without the header is anybody's; every other one must hold a token of Kreisweit or an
 * access token of one of the issuers. Nothing is fetched for a token that names another issuer.
 */
export function authenticator({
  store,
  issuers,
  log,
  now = Date.now,
  keysCooldown = KEYS_COOLDOWN_MILLISECONDS,
}: AuthenticatorOptions): Authenticator {
  const trusted = new Map(
    issuers.map((issuer) => {
      const keys = issuerKeys(issuer.issuer, { now, log, keysCooldown });
      return [issuer.issuer, { issuer, keys, log, now }];
    }),
  );
  return async (header) => {
    if (header === undefined) return anonymous;
    const token = tokenIn(header);
    if (OWN_TOKEN.test(token)) {
      const principal = await principalOfToken(store, token);
      if (principal === null) throw new Unauthenticated();
      return principal;
    }
    const named = trusted.get(issuerIn(token));
    if (named === undefined) throw new Unauthenticated();
    return verifyAccessToken(token, named);
  };
}

function tokenIn(header: string): string {
  const token = header.length > MOST_CHARACTERS + 'Bearer '.length ? undefined : BEARER.exec(header)?.[1];
  if (token === undefined) throw new Unauthenticated();
  return token;
}

/** Which issuer a token names. It is not verified: it only says whose keys to try. */
function issuerIn(token: string): string {
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    throw new Unauthenticated();
  }
}
