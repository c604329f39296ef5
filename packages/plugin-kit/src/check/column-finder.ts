import { type Breakdown, breakdownKey, type DeliveredObservation, type Period } from '@kreisweit/domain';

/** A measure, period and breakdown: one column of all territories. `measure` is the plug-in's own name. */
export type Column = { readonly measure: string; readonly period: Period; readonly breakdown: string };

/** A text that is the same for the same column. */
export function columnName({ measure, period, breakdown }: Column): string {
  return `${measure} ${period} ${breakdown}`;
}

type ColumnsOfPeriod = {
  readonly byBreakdown: WeakMap<Breakdown, Column>;
  readonly byKey: Map<string, Column>;
};

const TOTAL: Breakdown = Object.freeze({});

/**
 * Answers the same object for observations of the same column. A country has hundreds of thousands of cells in some dozens of
 * columns: comparing objects spares a text for each cell.
 */
export function columnFinder(): (
  observation: Pick<DeliveredObservation, 'measure' | 'period' | 'breakdown'>,
) => Column {
  const measures = new Map<string, Map<Period, ColumnsOfPeriod>>();
  return ({ measure, period, breakdown = TOTAL }) => {
    const periods = measures.get(measure) ?? new Map<Period, ColumnsOfPeriod>();
    const columns = periods.get(period) ?? { byBreakdown: new WeakMap(), byKey: new Map() };
    const known = columns.byBreakdown.get(breakdown);
    if (known !== undefined) return known;
    const key = breakdownKey(breakdown);
    const column = columns.byKey.get(key) ?? Object.freeze({ measure, period, breakdown: key });
    columns.byBreakdown.set(breakdown, column);
    columns.byKey.set(key, column);
    measures.set(measure, periods.set(period, columns));
    return column;
  };
}
