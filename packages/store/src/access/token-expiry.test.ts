import { expect, test } from 'vitest';
import { readTokenExpiry } from './token-expiry.ts';

const now = Date.parse('2026-11-23T10:00:00Z');

test.each([
  ['a day counts to its end', 'token', '2027-06-30', '2027-06-30T23:59:59.000Z'],
  ['today', 'token', '2026-11-23', '2026-11-23T23:59:59.000Z'],
  ['an instant of another zone', 'token', '2026-12-01T10:00+01:00', '2026-12-01T09:00:00.000Z'],
  ['two years', 'token', '2028-11-23', '2028-11-23T23:59:59.000Z'],
  ['31 days', 'link', '2026-12-24T10:00:00Z', '2026-12-24T10:00:00.000Z'],
] as const)('%s', (_, kind, text, expiresAt) => {
  expect(readTokenExpiry(text, kind, now)).toEqual({ expiresAt, problem: null });
});

test.each([
  ['token', 'tomorrow', 'is no time'],
  ['token', '2027-02-30', 'is no time'],
  ['token', '2027-02-30T10:00:00Z', 'is no time'],
  ['token', '2027-06-30T10:00:00', 'is no time'],
  ['token', '2026-11-22', 'is over'],
  ['token', '2026-11-23T10:00:00Z', 'is over'],
  ['token', '2028-11-24', 'two years at most, until 2028-11-23'],
  ['link', '2026-12-25', '31 days at most, until 2026-12-24'],
] as const)('a %s until %s: %s', (kind, text, message) => {
  expect(readTokenExpiry(text, kind, now).problem).toEqual({
    field: 'expiresAt',
    message: expect.stringContaining(message),
  });
});
