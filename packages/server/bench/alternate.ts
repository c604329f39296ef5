/** What one round brought: the side that is measured and the limit that it is measured against. */
export type Round<Ours, Limit> = { readonly ours: Ours; readonly limit: Limit };

/**
 * Runs both sides in turn, A B A B, so that whatever else keeps the machine busy touches both alike. One round more
 * than asked for is run first and forgotten: the code is compiled and the caches are warm then.
 */
export async function alternate<Ours, Limit>(
  rounds: number,
  sides: { readonly ours: () => Promise<Ours>; readonly limit: () => Promise<Limit> },
): Promise<readonly Round<Ours, Limit>[]> {
  const measured: Round<Ours, Limit>[] = [];
  for (let round = 0; round <= rounds; round++) {
    const pair = { ours: await sides.ours(), limit: await sides.limit() };
    if (round > 0) measured.push(pair);
  }
  return measured;
}

/** Runs some work and answers how many seconds it took. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
