import type { Component } from '../formula/evaluate.ts';
import type { Period } from '../period/period.ts';
import type { BoundaryGap } from './boundary-history.ts';
import type { RebasingRefusal } from './rebase.ts';

/** Why there is no value on the boundaries that were asked for. */
export type BoundaryObstacle = BoundaryGap | RebasingRefusal | 'NOT_IN_FORCE';

/**
 * The value of a measure in a period, carried over to the boundaries of a day. `isItself`: nothing had changed, it is as it was
 * reported. `apportioned` is the share of it that was divided by weights.
 */
export type Carried = Component & {
  readonly isItself: boolean;
  readonly apportioned: number | null;
  readonly obstacle: BoundaryObstacle | null;
};

/** Carries a measure over, period by period, and tells which periods there are. */
export type Carrier = {
  readonly periods: readonly Period[];
  readonly at: (period: Period) => Carried;
};
