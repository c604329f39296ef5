import type { CrosswalkLink } from './crosswalk.ts';
import type { KeyText } from './key-text.ts';
import { type LinkColumns, type LinkRow, linkRow } from './link-columns.ts';
import { sourceDays } from './source-days.ts';

type Run = { readonly row: LinkRow; readonly from: number; readonly until: number };

/**
 * Joins the rows of consecutive years that have exactly the same weights into one link: most territories
 * stay as they are for decades. A missing year or another weight begins a new link. `order` is by source, year
 * and target; the links are by source, target and year.
 */
export function compressRuns(
  columns: LinkColumns,
  order: Uint32Array,
  keyText: KeyText,
): readonly CrosswalkLink[] {
  const links: CrosswalkLink[] = [];
  let source = -1;
  let closed: Run[] = [];
  let open = new Map<number, Run>();
  const finish = () => {
    const runs = [...closed, ...open.values()].toSorted(
      (one, other) => one.row.target - other.row.target || one.from - other.from,
    );
    for (const run of runs) links.push(linkOf(run, keyText));
    closed = [];
    open = new Map();
  };
  for (const day of sourceDays(columns, order)) {
    if (day.source !== source) finish();
    source = day.source;
    for (let at = day.from; at < day.until; at++) {
      const row = linkRow(columns, order[at] ?? 0);
      const run = open.get(row.target);
      const continues = run !== undefined && run.until === row.year - 1 && sameWeights(run.row, row);
      if (run !== undefined && !continues) closed.push(run);
      open.set(
        row.target,
        continues ? { ...run, until: row.year } : { row, from: row.year, until: row.year },
      );
    }
  }
  finish();
  return links;
}

function sameWeights(one: LinkRow, other: LinkRow): boolean {
  // Object.is holds two empty weights for the same.
  return (
    Object.is(one.population, other.population) &&
    Object.is(one.area, other.area) &&
    Object.is(one.employment, other.employment)
  );
}

function linkOf({ row, from, until }: Run, keyText: KeyText): CrosswalkLink {
  return Object.freeze({
    source: keyText(row.source),
    target: keyText(row.target),
    sourceFrom: `${from}-12-31`,
    sourceUntil: `${until}-12-31`,
    population: known(row.population),
    area: known(row.area),
    employment: known(row.employment),
  });
}

function known(weight: number): number | null {
  return Number.isNaN(weight) ? null : weight;
}
