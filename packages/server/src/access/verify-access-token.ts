import { createHash } from 'node:crypto';
import type { Principal } from '@kreisweit/domain';
import { errors, type JWTHeaderParameters, type JWTPayload, jwtVerify } from 'jose';
import type { Log } from '../log.ts';
import { grantsOfClaims } from './grants-of-claims.ts';
import type { Issuer } from './issuer.ts';
import type { IssuerKeys } from './issuer-keys.ts';
import { IssuerUnavailable } from './issuer-unavailable.ts';
import { Unauthenticated } from './unauthenticated.ts';

/** Signatures by a private key only: nothing that whoever has the public key could make, and not "none". */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384', 'EdDSA'];

const TYPES: readonly unknown[] = ['at+jwt', 'application/at+jwt', 'jwt', undefined];

/**
 * Claims that tell that a token is not one to be shown to an API by whoever carries it. `nonce`, `at_hash`, `c_hash` and `s_hash` stand in
 * ID tokens: these are made for the application at which a person signs in, are sent through browsers and shown to others, and say nothing of what the
 * person allowed; many issuers put no type into their header, so that the signature, issuer and even the audience fit. (Access
 * tokens of Keycloak before 24 hold a `nonce` too: there is a setting to leave it out.) `events` stands in notices such as logout
 * tokens. `cnf` binds a token to a key whose possession we cannot check.
 */
const CLAIMS_OF_OTHERS = ['nonce', 'at_hash', 'c_hash', 's_hash', 'events', 'cnf'];

/** What Keycloak writes into its claim `typ` for tokens that are no access tokens. */
const TYPES_OF_OTHERS: readonly unknown[] = ['ID', 'Refresh', 'Offline', 'Logout'];

export type VerifyAccessTokenOptions = {
  readonly issuer: Issuer;
  readonly keys: IssuerKeys;
  readonly log: Log;
  /** Milliseconds since 1970, as Date.now(). */
  readonly now: () => number;
};

/**
 * Who sends an access token of an issuer. Of the person nothing is kept but a hash of what identifies it there, so that two changes can be
 * known to be one person's. Throws Unauthenticated for whatever is wrong with the token, and IssuerUnavailable. Source: RFC 9068, RFC 8725.
 */
export async function verifyAccessToken(
  token: string,
  { issuer, keys, log, now }: VerifyAccessTokenOptions,
): Promise<Principal> {
  const at = now();
  const verified = await jwtVerify(token, keys, {
    algorithms: ALGORITHMS,
    issuer: issuer.issuer,
    audience: issuer.audience,
    clockTolerance: issuer.clockSkewSeconds,
    currentDate: new Date(at),
    requiredClaims: ['exp', 'iat', 'sub'],
  }).catch((error: unknown) => {
    if (error instanceof IssuerUnavailable) throw error;
    return refuse(reasonOf(error), log);
  });
  const { payload, protectedHeader } = verified;
  const why = whyNoAccessToken(payload, protectedHeader) ?? whyNotYet(payload, at, issuer);
  if (why !== null) return refuse(why, log);
  const { host } = new URL(issuer.issuer);
  return Object.freeze({
    kind: 'person',
    id: `person:${hashOf(`${issuer.issuer}\n${payload.sub}`)}`,
    name: host,
    grants: grantsOfClaims(payload, issuer.rules, log),
  });
}

function whyNoAccessToken(payload: JWTPayload, { typ }: JWTHeaderParameters): string | null {
  const type: unknown = typeof typ === 'string' ? typ.toLowerCase() : typ;
  if (!TYPES.includes(type)) return 'its type is not that of an access token';
  if (TYPES_OF_OTHERS.includes(payload.typ)) return 'its claim "typ" is not that of an access token';
  const claim = CLAIMS_OF_OTHERS.find((name) => payload[name] !== undefined);
  if (claim !== undefined) return `it holds the claim "${claim}"`;
  return typeof payload.sub === 'string' && payload.sub !== '' ? null : 'its subject is no text';
}

function whyNotYet({ iat = 0 }: JWTPayload, at: number, { clockSkewSeconds }: Issuer): string | null {
  return iat > at / 1000 + clockSkewSeconds ? 'it was made in the future' : null;
}

/** The reason is for whoever runs the server; whoever sent the token is told nothing. */
function refuse(reason: string, log: Log): never {
  log.debug('an access token was refused', { reason });
  throw new Unauthenticated();
}

/** What is wrong in the words of jose, which repeat nothing of the token. */
function reasonOf(error: unknown): string {
  if (error instanceof errors.JOSEError) return `${error.code}: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
