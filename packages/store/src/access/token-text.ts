import { createHash, randomBytes, randomInt } from 'node:crypto';

/** What somebody is given: a token is used again and again, a link for one delivery. */
export type TokenKind = 'token' | 'link';

/** A token as it is shown once (`text`), and what of it may be seen by everybody: `kw_7kq2mx4p`. */
export type TokenText = { readonly id: string; readonly kind: TokenKind; readonly text: string };

const PREFIX: Readonly<Record<TokenKind, string>> = Object.freeze({ token: 'kw_', link: 'kwl_' });
/** Without 0 and o, 1, i and l, which people take for each other when they read an id to somebody. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
const ID_LETTERS = 8;
const SECRET_BYTES = 32;

/**
 * Makes a new token: `kw_<id>_<secret>`, of a link `kwl_<id>_<secret>`. The id has 8 letters and digits, the secret is 32 random
 * bytes as 43 characters of base64url. Secret scanners know it by `kwl?_[2-9a-hjkmnp-z]{8}_[A-Za-z0-9_-]{43}`.
 */
export function makeTokenText(kind: TokenKind): TokenText {
  const letters = Array.from({ length: ID_LETTERS }, () => LETTERS.charAt(randomInt(LETTERS.length)));
  const id = `${PREFIX[kind]}${letters.join('')}`;
  return { id, kind, text: `${id}_${randomBytes(SECRET_BYTES).toString('base64url')}` };
}

const TOKEN = /^(kwl?)_[2-9a-hjkmnp-z]{8}_[A-Za-z0-9_-]{43}$/;
const ID = /^kwl?_[2-9a-hjkmnp-z]{8}/;

/** Reads a token as it was sent; null for what cannot be one. It says nothing about whether there is such a token. */
export function parseTokenText(text: string): TokenText | null {
  const [, prefix] = TOKEN.exec(text) ?? [];
  const [id] = ID.exec(text) ?? [];
  if (prefix === undefined || id === undefined) return null;
  return { id, kind: prefix === 'kw' ? 'token' : 'link', text };
}

/**
 * What is stored of a token: the SHA-256 of its whole text. A secret of 256 random bits cannot be guessed, so that a slow hash, as for
 * passwords, would only slow requests down.
 */
export function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
