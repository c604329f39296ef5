import type { Period } from '../period/period.ts';
import type { Breakdown } from './breakdown.ts';
import type { Cell } from './cell.ts';

/**
 * One value as an institute delivered it, before it is placed: `measure` is the plug-in's own name (`residents`),
 * `territory` the key as it stands in the file, `line` and `column` where (from 1), for messages.
 */
export type DeliveredObservation = {
  readonly measure: string;
  readonly territory: string;
  readonly name?: string | undefined;
  readonly period: Period;
  readonly breakdown?: Breakdown | undefined;
  readonly cell: Cell;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
};
