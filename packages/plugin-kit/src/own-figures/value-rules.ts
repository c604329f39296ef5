import type { MeasureDefinition } from '../definition/plugin-definition.ts';

const COUNTED: ReadonlySet<string> = new Set(['person', 'household', 'count']);

/** Whether the values of a measure are never below zero: it counts people, households or things. */
export function isCounted({ unit }: Pick<MeasureDefinition, 'unit'>): boolean {
  return COUNTED.has(unit);
}

/** Whether the values of a measure are whole: all counts, unless they are a mean over time. */
export function isWhole({ unit, reference }: Pick<MeasureDefinition, 'unit' | 'reference'>): boolean {
  return COUNTED.has(unit) && !('mean' in reference);
}
