import type { Measure, Period } from '@kreisweit/domain';
import type { ComponentFacts, Identified, WithheldReason } from '@kreisweit/store';
import type { Value } from '../series/value-at.ts';

/** A measure as the formula of a value reads it, with what may be told of it. `status` and `origin` are codes. */
export type Component = Omit<ComponentFacts, 'districtId' | 'withheld' | 'origin'> & {
  readonly of: Value;
  readonly measure: Identified<Measure>;
  /** The measure whose values are the weights of a mean. */
  readonly weight: Identified<Measure> | null;
  /** The measure that is delivered: itself, or the one whose values it counts. */
  readonly source: Identified<Measure>;
  /** The period that is read, which may be an earlier one than that of the value. */
  readonly period: Period;
  readonly origin: number | null;
  /** The rule by which `parts` make up the value; null where it stands for itself. */
  readonly overTime: 'sum' | 'last' | 'mean' | null;
  readonly parts: readonly ComponentPart[];
  /** The district (internal id) under which the rolled-up value is stored; null where nothing is stored. */
  readonly districtId: number | null;
  /** Why its members are not told; null where they may be. */
  readonly withheld: WithheldReason | 'SHORTER_PERIODS' | 'NOT_AVAILABLE' | null;
};

/** A shorter period whose value makes up that of a component. */
export type ComponentPart = Pick<ComponentFacts, 'value' | 'status' | 'flags'> & {
  readonly period: Period;
  readonly origin: number | null;
};
