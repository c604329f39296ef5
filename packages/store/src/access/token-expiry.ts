import type { Problem } from '@kreisweit/domain';
import type { TokenKind } from './token-text.ts';

/** How long what is given may be valid at most, and how people say it. */
const LONGEST: Readonly<Record<TokenKind, { readonly days: number; readonly text: string }>> = Object.freeze({
  token: { days: 731, text: 'a token is valid for two years at most' },
  link: { days: 31, text: 'a link is valid for 31 days at most' },
});
const DAY_MS = 86_400_000;

/** When access ends, as an instant (ISO, UTC), or what is wrong with it. */
export type TokenExpiry =
  | { readonly expiresAt: string; readonly problem: null }
  | { readonly problem: Problem };

/**
 * Reads when access is to end: an instant (`2027-06-30T12:00:00Z`), or a day (`2027-06-30`) to its end in UTC. It lies in the
 * future, and not further than the kind allows.
 */
export function readTokenExpiry(text: string, kind: TokenKind, now = Date.now()): TokenExpiry {
  const end = instantOf(text);
  if (end === null) {
    return wrong(`"${text}" is no time: write a day like 2027-06-30 or a time like 2027-06-30T12:00:00Z`);
  }
  if (end <= now) return wrong(`${text} is over: write a time in the future`);
  const { days, text: rule } = LONGEST[kind];
  // The last day counts to its end, as every day does that people name.
  const lastDay = new Date(now + days * DAY_MS).toISOString().slice(0, 10);
  if (end > Date.parse(endOf(lastDay))) return wrong(`${text} is too late: ${rule}, until ${lastDay}`);
  return { expiresAt: new Date(end).toISOString(), problem: null };
}

function wrong(message: string): TokenExpiry {
  return { problem: { field: 'expiresAt', message } };
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function instantOf(text: string): number | null {
  const written = text.trim();
  const day = DAY.test(written) ? written : INSTANT.exec(written)?.[1];
  // Date takes 30 February for a day in March.
  if (day === undefined || !isDay(day)) return null;
  const time = Date.parse(day === written ? endOf(day) : written);
  return Number.isNaN(time) ? null : time;
}

function endOf(day: string): string {
  return `${day}T23:59:59Z`;
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
