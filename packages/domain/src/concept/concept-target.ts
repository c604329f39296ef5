import type { Indicator } from '../catalogue/indicator.ts';
import type { Breakdown } from '../observation/breakdown.ts';
import type { Period } from '../period/period.ts';

/**
 * What a goal is measured by: an indicator (key) and its breakdown, the value to reach, in the indicator's own unit, and by which period. `direction`
 * says on which side of the value the goal lies: `higherIsBetter` means at least, `lowerIsBetter` at most. It is the goal's own, as many
 * indicators are neutral.
 */
export type ConceptTarget = {
  readonly key: string;
  readonly indicator: string;
  readonly breakdown: Breakdown;
  readonly value: number;
  readonly direction: Exclude<Indicator['direction'], 'neutral'>;
  readonly period: Period;
};
