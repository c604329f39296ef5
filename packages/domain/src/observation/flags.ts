/** What else is true of a value. Several can hold at once; stored as a bit set. */
export const flagBits = Object.freeze({
  PROVISIONAL: 1,
  REVISED: 2,
  ESTIMATED: 4,
  /** `()`: the value is of limited use. */
  LIMITED: 8,
  /** The method or the territory changed between this period and the one before: they must not be compared. */
  BREAK: 16,
  /** Numerator and denominator count different populations; the indicator says why. */
  MIXED_BASE: 32,
  /** The boundaries of the territory changed between this period and the one before; BREAK always holds too. */
  REFORM: 64,
  /** The institute rounded the value on its own, or it is computed from such values. */
  ROUNDED: 128,
  /** The institute altered the value at random to protect persons, or it is computed from such values. */
  PERTURBED: 256,
});

export type Flag = keyof typeof flagBits;

const FLAGS = Object.keys(flagBits) as Flag[];
const ALL_BITS = bitsOfFlags(FLAGS);
const DECODED = new Map<number, readonly Flag[]>();

/**
 * The flags of a stored bit set, in the order of their bits; bits without a flag are passed over. The same array is
 * returned for the same flags.
 */
export function flagsOfBits(bits: number): readonly Flag[] {
  const meant = bits & ALL_BITS;
  const known = DECODED.get(meant);
  if (known !== undefined) return known;
  const flags = Object.freeze(FLAGS.filter((flag) => (meant & flagBits[flag]) !== 0));
  DECODED.set(meant, flags);
  return flags;
}

/** The bit set of some flags. */
export function bitsOfFlags(flags: readonly Flag[]): number {
  return flags.reduce((bits, flag) => bits | flagBits[flag], 0);
}
