import { breakdownKey, type DeliveredObservation, parseTableKey } from '@kreisweit/domain';
import type { TemplateRow } from './template-rows.ts';

/** What identifies a delivered cell; `measure` is the plug-in's own name. */
export type DeliveredCell = Pick<DeliveredObservation, 'territory' | 'period' | 'measure' | 'breakdown'>;

/**
 * The rows of a template for which nothing was delivered, in their order. A municipality is the same by its AGS and its ARS. A
 * sign (`-`, `.`) is an answer, too.
 */
export function missingIn(
  rows: readonly TemplateRow[],
  delivered: Iterable<DeliveredCell>,
): readonly TemplateRow[] {
  const there = new Set<string>();
  for (const { territory, period, measure, breakdown = {} } of delivered) {
    there.add(cellKey(territory, period, measure, breakdownKey(breakdown)));
  }
  return rows.filter(({ key, period, measure, breakdown }) => {
    const name = measure.slice(measure.indexOf('/') + 1);
    return !there.has(cellKey(key, period, name, breakdownKey(breakdown)));
  });
}

function cellKey(territory: string, period: string, measure: string, breakdown: string): string {
  const known = parseTableKey(territory);
  const place = known === null ? territory : `${known.kind} ${known.key}`;
  return [place, period, measure, breakdown].join('|');
}
