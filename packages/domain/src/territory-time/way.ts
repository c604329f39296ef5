import { addShares, multiplyShares, type Shares, WHOLE } from './shares.ts';
import type { SourceShare } from './sources.ts';

/** What a territory of one state is in another. */
export type Step = (key: string) => readonly SourceShare[];

/** A way from a state to a later one. `back` answers what a later territory consists of, `forth` what became of one. */
export type Edge = { readonly to: number; readonly back: Step; readonly forth: Step };

/** The steps of a way from its first state to its last. */
export function forwards(way: readonly Edge[]): readonly Step[] {
  return way.map(({ forth }) => forth);
}

/** The steps of a way from its last state to its first. */
export function backwards(way: readonly Edge[]): readonly Step[] {
  return way.map(({ back }) => back).reverse();
}

/** Follows a territory step by step, the shares of shares added up; null where a part of it leads nowhere. */
export function follow(start: string, steps: readonly Step[]): readonly SourceShare[] | null {
  let current = new Map<string, Shares>([[start, WHOLE]]);
  for (const step of steps) {
    const next = new Map<string, Shares>();
    for (const [key, share] of current) {
      const found = step(key);
      if (found.length === 0) return null;
      for (const { source, shares } of found) {
        const part = multiplyShares(share, shares);
        const known = next.get(source);
        next.set(source, known === undefined ? part : addShares(known, part));
      }
    }
    current = next;
  }
  return [...current].map(([source, shares]) => ({ source, shares }));
}
