import {
  exactFigures,
  type FigureAccuracy,
  figureAccuracy,
  type Measure,
  roundValue,
} from '@kreisweit/domain';
import type { ReconciledCell } from '@kreisweit/store';
import { differenceExplained } from './difference-explained.ts';

/** What came of setting a delivered total beside the sum of the members. */
export const findings = Object.freeze([
  'EQUAL',
  'WITHIN_ACCURACY',
  'DIFFERENT',
  'NOTHING_DELIVERED',
  'NO_MEMBERS',
  'INCOMPLETE',
  'CONFIDENTIAL',
  'OWN_COUNT',
  'DOES_NOT_ADD_UP',
  'NOT_PUBLISHED',
] as const);

export type Finding = (typeof findings)[number];

/** A delivered total beside the sum of the members, as far as it may be told. */
export type Reconciliation = {
  readonly measure: Measure;
  readonly delivered: number | null;
  readonly summed: number | null;
  readonly difference: number | null;
  readonly finding: Finding;
  readonly accuracy: FigureAccuracy;
};

/** A measure to reconcile. `decimals` are those it is published with; null where it is not published as it is. */
export type ReconciledMeasure = { readonly measure: Measure; readonly decimals: number | null };

/**
 * Why a measure is reconciled nowhere, or null. Own counts of persons never are: the members are not published, and a
 * difference of a few would be a few persons (rule 13).
 */
export function whyNever({ measure, decimals }: ReconciledMeasure): Finding | null {
  if (typeof measure.disclosure === 'object') return 'OWN_COUNT';
  if (decimals === null) return 'NOT_PUBLISHED';
  if (measure.rollup !== 'sum' || measure.additivity === 'crossBorder') return 'DOES_NOT_ADD_UP';
  return measure.reportedAt === 'district' ? 'NO_MEMBERS' : null;
}

/** The reconciliation of one cell; null stands for a cell of which nothing is known. */
export function reconciliationOfCell(
  reconciled: ReconciledMeasure,
  cell: ReconciledCell | null,
): Reconciliation {
  const { measure, decimals } = reconciled;
  const never = whyNever(reconciled);
  if (never === 'OWN_COUNT' || never === 'NOT_PUBLISHED' || decimals === null) {
    const nothing = { delivered: null, summed: null, difference: null, accuracy: exactFigures };
    return { measure, ...nothing, finding: never ?? 'NOT_PUBLISHED' };
  }
  const shown = (value: number | null | undefined) => (value == null ? null : roundValue(value, decimals));
  const delivered = shown(cell?.delivered);
  const accuracy = figureAccuracy(measure, decimals, cell ?? exactFigures);
  if (never !== null) return { measure, delivered, summed: null, difference: null, finding: never, accuracy };
  return {
    measure,
    accuracy,
    delivered,
    summed: shown(cell?.summed),
    difference: shown(cell?.difference),
    finding: findingOf(accuracy, cell),
  };
}

function findingOf(accuracy: FigureAccuracy, cell: ReconciledCell | null): Finding {
  if (cell === null) return 'NOTHING_DELIVERED';
  if (cell.confidential) return 'CONFIDENTIAL';
  if (cell.delivered === null) return 'NOTHING_DELIVERED';
  if (cell.members === 0) return 'NO_MEMBERS';
  if (cell.difference === null) return 'INCOMPLETE';
  return differenceExplained(accuracy, {
    delivered: cell.delivered,
    difference: cell.difference,
    members: cell.members ?? 0,
  });
}
