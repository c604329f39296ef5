import type { Problem } from '@kreisweit/domain';
import type { UnusableWeights, WeightKind } from './crosswalk.ts';
import type { KeyText } from './key-text.ts';
import type { LinkColumns } from './link-columns.ts';
import { type SourceDay, sourceDays } from './source-days.ts';

/** Weights are published with eight significant digits: sums of them are off by a few 1e-8. */
const tolerance = 1e-6;

/** What the weights turned out to be. */
export type SettledWeights = {
  readonly unusable: readonly UnusableWeights[];
  readonly problems: readonly Problem[];
};

/**
 * Checks that the weights of every source sum to 1 on every day, and that no link stands twice.
 *
 * Where population or employment do not, nobody lived or worked in the source, and the file wrote 1 into each
 * of its links: used, they would multiply. They are set to NaN in `columns` and reported as unusable. The area
 * of a source is always shared out, so a wrong sum of it means a damaged file. `refused` are the sources of rows
 * that were left out already: their sums prove nothing.
 */
export function settleWeights(
  columns: LinkColumns,
  order: Uint32Array,
  keyText: KeyText,
  refused: ReadonlySet<number>,
): SettledWeights {
  const unusable: UnusableWeights[] = [];
  const problems: Problem[] = [];
  for (const day of sourceDays(columns, order)) {
    const twice = repeatedLinks(columns, order, day, keyText);
    problems.push(...twice);
    if (twice.length > 0 || refused.has(day.source)) continue;
    const place = {
      line: columns.line[order[day.from] ?? 0] ?? 0,
      source: keyText(day.source),
      day: `${day.year}-12-31`,
    };
    const area = sumOf(columns, order, day, 'area');
    if (!isOne(area.sum)) problems.push(areaProblem(place, area.sum));
    for (const weight of ['population', 'employment'] as const) {
      const { sum, empty } = sumOf(columns, order, day, weight);
      if (empty === day.until - day.from) continue;
      if (empty > 0) problems.push(emptyProblem(place, weight));
      else if (!isOne(sum)) {
        unusable.push({ day: place.day, source: place.source, weight, sum });
        for (let at = day.from; at < day.until; at++) columns[weight][order[at] ?? 0] = Number.NaN;
      }
    }
  }
  return { unusable, problems };
}

function sumOf(
  columns: LinkColumns,
  order: Uint32Array,
  { from, until }: SourceDay,
  weight: WeightKind,
): { readonly sum: number; readonly empty: number } {
  let sum = 0;
  let empty = 0;
  for (let at = from; at < until; at++) {
    const share = columns[weight][order[at] ?? 0] ?? Number.NaN;
    if (Number.isNaN(share)) empty += 1;
    else sum += share;
  }
  return { sum, empty };
}

function isOne(sum: number): boolean {
  return Math.abs(sum - 1) <= tolerance;
}

/** The rows of a day stand by target, so the same link twice stands side by side. */
function repeatedLinks(
  { line, target }: LinkColumns,
  order: Uint32Array,
  { source, year, from, until }: SourceDay,
  keyText: KeyText,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (let at = from + 1; at < until; at++) {
    const [before, here] = [order[at - 1] ?? 0, order[at] ?? 0];
    if (target[before] !== target[here]) continue;
    const link = `${keyText(source)} of ${year} in ${keyText(target[here] ?? 0)}`;
    const message = `the share of ${link} stands already in line ${line[before]}; use the file as published`;
    problems.push({ line: line[here] ?? 0, message });
  }
  return problems;
}

type Place = { readonly line: number; readonly source: string; readonly day: string };

function areaProblem({ line, source, day }: Place, sum: number): Problem {
  const message =
    `the area shares of ${source} on ${day} sum to ${Number(sum.toPrecision(9))}, expected 1: a row is missing ` +
    'or changed; use the file as published';
  return { line, message };
}

function emptyProblem({ line, source, day }: Place, weight: 'population' | 'employment'): Problem {
  const message =
    `some ${weight} shares of ${source} on ${day} are empty and some are not: a number was deleted; ` +
    'use the file as published';
  return { line, message };
}
