import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

test('UTF-8 comes back whole, without its byte order mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const wellFormed = text.toWellFormed().replace(/^\ufeff/, '');
      expect(decodeText(Buffer.from(`\ufeff${wellFormed}`))).toBe(wellFormed);
    }),
  );
});

test('UTF-8 that is cut within a character loses only that character', () => {
  const bytes = Buffer.from('Łužica, Görlitz ü');
  expect(decodeText(bytes.subarray(0, -1))).toBe('Łužica, Görlitz ');
});

test('what is no UTF-8 is Windows-1252, which contains the letters of Latin-1', () => {
  expect(decodeText(Buffer.from('Lübeck, Große Kreisstadt', 'latin1'))).toBe('Lübeck, Große Kreisstadt');
  expect(decodeText(Uint8Array.of(0x80, 0x20, 0xfc))).toBe('€ ü');
  expect(decodeText(Buffer.from('Lü', 'latin1'))).toBe('Lü');
});
