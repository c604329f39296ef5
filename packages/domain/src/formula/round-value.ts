/**
 * Rounds to `decimals` places, half away from zero: the one rule of rounding, in both interpreters of a formula.
 *
 * PostgreSQL has no `round(double precision, n)`, and its `round(double precision)` rounds half to even; so both
 * sides compute `sign(x) * floor(abs(x) * 10^n + 0.5) / 10^n` on IEEE doubles and agree to the bit. The result is
 * never negative zero. Exact while `abs(x) * 10^n` is below 2^52; above it the last digit may be one off.
 *
 * @example roundValue(-2.5, 0) // -3
 */
export function roundValue(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const scaled = Math.abs(value) * scale + 0.5;
  return (Math.sign(value) * Math.floor(scaled)) / scale + 0;
}
