/** What one round brought: the side that is measured and the limit that it is measured against. */
export type Round = { readonly ours: number; readonly limit: number };

/**
 * Runs both sides in turn, A B A B, so that whatever else keeps the machine busy touches both alike. With `warmUp` one
 * round more is run first and forgotten: then the code is compiled and the caches are warm.
 */
export async function alternate(
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: boolean },
  sides: { readonly ours: () => Promise<number>; readonly limit: () => Promise<number> },
): Promise<readonly Round[]> {
  const measured: Round[] = [];
  for (let round = warmUp ? 0 : 1; round <= rounds; round++) {
    const pair = { ours: await sides.ours(), limit: await sides.limit() };
    if (round > 0) measured.push(pair);
  }
  return measured;
}
