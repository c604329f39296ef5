import type { Component, Outcome } from '../formula/evaluate.ts';
import { combineStatus, isFree } from '../observation/status.ts';
import type { Reference } from '../period/reference.ts';
import type { OverTime } from './rollup.ts';

/** How values become that of a longer period: only what they refer to tells whether they may. */
export type OverTimeRule = { readonly overTime: OverTime; readonly reference: Reference };

/**
 * The rule by which the values of a measure become that of a longer period, null where they do not. Flows of a period add
 * up. Of stocks the last counts, where a year refers to its last day. A mean is that of means or flows: a year that refers
 * to another day or to a school year is not made of its months.
 */
export function ruleOverTime({ overTime, reference }: OverTimeRule): 'sum' | 'last' | 'mean' | null {
  if (overTime === 'sum') return 'during' in reference ? 'sum' : null;
  if (overTime === 'mean') return 'during' in reference || 'mean' in reference ? 'mean' : null;
  if (overTime === 'last') return 'at' in reference && reference.at === '12-31' ? 'last' : null;
  return null;
}

/**
 * The value of a longer period from those of all its parts in order, undefined for one that nobody delivered: the oracle
 * that publishing equals. A sum or mean needs every part, and one that is not free hides it (rule 13): it could be
 * subtracted. Of stocks only the last part counts.
 */
export function valueOverTime(
  rule: 'sum' | 'last' | 'mean',
  parts: readonly (Component | undefined)[],
): Outcome {
  const needed = (rule === 'last' ? parts.slice(-1) : parts).map((part) => part ?? MISSING);
  const flags = needed.reduce((bits, part) => bits | part.flags, 0);
  const worst = combineStatus(needed.map(({ status }) => status));
  if (worst !== 'NORMAL') {
    const isPartial = isFree(worst) && needed.some(({ status }) => status === 'NORMAL');
    return { value: null, status: isPartial ? 'INCOMPLETE' : worst, flags };
  }
  const sum = needed.reduce((total, { value }) => total + (value ?? 0), 0);
  return { value: rule === 'mean' ? sum / needed.length : sum, status: 'NORMAL', flags };
}

const MISSING: Component = Object.freeze({ value: null, status: 'NOT_AVAILABLE', flags: 0 });
