import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsOfFlags, type Flag, flagBits, flagsOfBits } from './flags.ts';

const all = Object.keys(flagBits) as Flag[];
const flags = fc.subarray(all, { minLength: 0 });

test('flags are stored as bits and come back in the order of the bits', () => {
  fc.assert(
    fc.property(flags, (some) => {
      expect(flagsOfBits(bitsOfFlags(some))).toEqual(some);
      expect(bitsOfFlags(some.toReversed())).toBe(bitsOfFlags(some));
      expect(bitsOfFlags([...some, ...some])).toBe(bitsOfFlags(some));
    }),
  );
});

test('the flags of values that are combined are the union', () => {
  fc.assert(
    fc.property(flags, flags, (a, b) => {
      expect(bitsOfFlags([...a, ...b])).toBe(bitsOfFlags(a) | bitsOfFlags(b));
    }),
  );
});

test('bits without a flag are passed over, and the same flags are the same array', () => {
  fc.assert(
    fc.property(fc.integer(), (bits) => {
      expect(flagsOfBits(bits)).toBe(flagsOfBits(bitsOfFlags(flagsOfBits(bits))));
    }),
  );
  expect(() => (flagsOfBits(1) as Flag[]).push('BREAK')).toThrow(TypeError);
});

test('the bits are what databases hold', () => {
  expect(flagBits).toMatchInlineSnapshot(`
    {
      "BREAK": 16,
      "ESTIMATED": 4,
      "LIMITED": 8,
      "MIXED_BASE": 32,
      "PERTURBED": 256,
      "PROVISIONAL": 1,
      "REFORM": 64,
      "REVISED": 2,
      "ROUNDED": 128,
    }
  `);
});
