/** A register that counts for the data version being built. */
export type KnownRegister = { readonly id: number; readonly date: string };

/**
 * The register whose members count on a day: the latest at or before it, else the earliest there is; null without any
 * register. `registers` are sorted by date.
 */
export function registerInForce(registers: readonly KnownRegister[], day: string): KnownRegister | null {
  return registers.findLast((register) => register.date <= day) ?? registers[0] ?? null;
}
