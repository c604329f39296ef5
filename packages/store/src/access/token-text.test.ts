import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, makeTokenText, parseTokenText } from './token-text.ts';

const kinds = fc.constantFrom('token' as const, 'link' as const);

test('what is made is read again, and no two are the same', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(kinds, (kind) => {
      const made = makeTokenText(kind);
      expect(parseTokenText(made.text)).toEqual(made);
      expect(made.text.startsWith(`${made.id}_`)).toBe(true);
      expect(made.id).toMatch(kind === 'token' ? /^kw_[^01ilo_]{8}$/ : /^kwl_[^01ilo_]{8}$/);
      expect(made.text).toMatch(/^kwl?_[2-9a-hjkmnp-z]{8}_[A-Za-z0-9_-]{43}$/);
      seen.add(made.id).add(made.text);
    }),
    { numRuns: 50 },
  );
  expect(seen.size).toBe(100);
});

test('a change anywhere is no token any more, or has another hash', () => {
  fc.assert(
    fc.property(kinds, fc.nat(60), fc.string({ minLength: 0, maxLength: 2 }), (kind, place, other) => {
      const { text } = makeTokenText(kind);
      const at = Math.min(place, text.length - 1);
      const changed = text.slice(0, at) + other + text.slice(at + 1);
      fc.pre(changed !== text);
      const read = parseTokenText(changed);
      if (read !== null) expect(hashOf(read.text).equals(hashOf(text))).toBe(false);
    }),
    { numRuns: 100 },
  );
});

const secret = 'A'.repeat(43);

test.each([
  ['nothing', ''],
  ['another prefix', `gh_ab23cd45_${secret}`],
  ['a letter that looks like a digit', `kw_ab23cdo5_${secret}`],
  ['a short secret', `kw_ab23cd45_${secret.slice(1)}`],
  ['a long secret', `kw_ab23cd45_${secret}A`],
  ['a line break behind it', `kw_ab23cd45_${secret}\n`],
  ['capital letters in the id', `kw_AB23CD45_${secret}`],
])('%s is no token', (_, text) => {
  expect(parseTokenText(text)).toBeNull();
});
