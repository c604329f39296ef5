import { InputProblems, NotAllowed } from '@kreisweit/domain';
import { IssuerUnavailable } from '../access/issuer-unavailable.ts';
import { Unauthenticated } from '../access/unauthenticated.ts';
import { comeBackIn, Refused, refused } from './refused.ts';

/** What whoever has not signed in is to send (RFC 6750). */
const CHALLENGE = Object.freeze({ 'www-authenticate': 'Bearer realm="kreisweit"' });

/** The refusal that an error means to the client; null for one that is no business of the client's. */
export function refusalOf(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  if (error instanceof InputProblems) return new Refused(422, error.problems);
  if (error instanceof NotAllowed) {
    if (error.reason !== 'NOT_SIGNED_IN') return refused(403, error.message);
    return refused(401, error.message, { headers: CHALLENGE });
  }
  if (error instanceof Unauthenticated) {
    return refused(401, error.message, { headers: { 'www-authenticate': error.challenge } });
  }
  if (error instanceof IssuerUnavailable) return refused(503, error.message, comeBackIn(30));
  if (!(error instanceof Error)) return null;
  // What the server itself refuses, such as a header Content-Type that is none.
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 415) return refused(415, error.message, { field: 'Content-Type' });
  return status >= 400 && status < 500 ? refused(400, error.message) : null;
}
