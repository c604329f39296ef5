import { expect, test } from 'vitest';
import { isLanguageCode } from './language-code.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const known = letters.flatMap((first) => letters.map((second) => first + second)).filter(isLanguageCode);

test('all 183 codes of ISO 639-1 are known, each a language with a name', () => {
  expect(known).toHaveLength(183);
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  expect(known.filter((code) => names.of(code) === undefined)).toEqual([]);
});

test.each(['', 'DE', 'deu', 'xx', 'de-AT', 'd'])("'%s' is no code", (code) => {
  expect(isLanguageCode(code)).toBe(false);
});
