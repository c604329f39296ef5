import { frequencyOf, type Period, shiftPeriod } from '../period/period.ts';
import { type Comparison, type Formula, operandsOf } from './formula.ts';

/** When a formula is read: `lag` periods before the period asked for, or before the period `base` where there is one. */
export type Moment = { readonly lag: number; readonly base: Period | null };

/** A measure as a formula reads it, and when. */
export type MeasureInput = Moment & { readonly key: string };

/** A measure that a change or an index reads twice: for its value, and for what that is set against. */
export type ComparedInput = { readonly now: MeasureInput; readonly before: MeasureInput };

/** The moment at which a formula as a whole is read. */
export const PERIOD_ASKED_FOR: Moment = Object.freeze({ lag: 0, base: null });

/** Some periods before a moment. */
export function earlier({ lag, base }: Moment, periods: number): Moment {
  return { lag: lag + periods, base };
}

/** The period `base`, whatever period is asked for. */
export function atBase(base: Period): Moment {
  return { lag: 0, base };
}

/** The moment that a change or an index, read at `at`, sets its operand against. */
export function comparedWith(node: Comparison, at: Moment): Moment {
  return node.op === 'change' ? earlier(at, node.periods) : atBase(node.base);
}

/**
 * The period of a measure that is read for a period of the indicator. Null where the base is of another frequency: of a
 * quarter there is no index with a year for its base.
 *
 * @example periodRead({ lag: 1, base: null }, '2015') // '2014'
 */
export function periodRead({ lag, base }: Moment, period: Period): Period | null {
  if (base === null) return shiftPeriod(period, -lag);
  return frequencyOf(base) === frequencyOf(period) ? shiftPeriod(base, -lag) : null;
}

/**
 * The distinct measures a formula reads, each with its moment, in reading order. The formula must not name indicators
 * any more (see `inlineIndicators`).
 */
export function measureInputsOf(formula: Formula): readonly MeasureInput[] {
  return distinct(readings(formula, PERIOD_ASKED_FOR, operandsAt));
}

/**
 * The measures that tell whether two values of a formula can be compared: all that it reads, but for what a change or an
 * index sets its operand against. Where a break lies between those two there is no value, so that a value stands on the
 * method and the boundaries of its operand.
 */
export function leadingInputsOf(formula: Formula): readonly MeasureInput[] {
  return distinct(
    readings(formula, PERIOD_ASKED_FOR, (node, at) =>
      isComparison(node) ? operandsAt(node, at).slice(0, 1) : operandsAt(node, at),
    ),
  );
}

/** The measures below a change or an index that is read at `at`, each at both moments. */
export function comparedInputs(node: Comparison, at: Moment): readonly ComparedInput[] {
  const others = readings(node.of, comparedWith(node, at), operandsAt);
  return readings(node.of, at, operandsAt).map((now, index) => ({ now, before: others[index] ?? now }));
}

/**
 * Answers in which era a measure stands at a moment: a break lies between two eras. Undefined where there is no value, or
 * nothing is known.
 */
export type EraOf = (input: MeasureInput) => number | undefined;

/** Whether a break lies between the two readings of a change or an index, in any measure below it. */
export function isBroken(node: Comparison, at: Moment, eraOf: EraOf): boolean {
  return comparedInputs(node, at).some(({ now, before }) => {
    const [era, other] = [eraOf(now), eraOf(before)];
    return era !== undefined && other !== undefined && era !== other;
  });
}

/** Whether a change or an index anywhere in a formula is broken, so that the formula has no value. */
export function crossesBreak(formula: Formula, eraOf: EraOf): boolean {
  const crosses = (node: Formula, at: Moment): boolean =>
    (isComparison(node) && isBroken(node, at, eraOf)) ||
    operandsAt(node, at).some(([operand, moment]) => crosses(operand, moment));
  return crosses(formula, PERIOD_ASKED_FOR);
}

/** True for a node that sets its operand against the same operand at another time. */
export function isComparison(node: Formula): node is Comparison {
  return node.op === 'change' || node.op === 'index';
}

type OperandsAt = (node: Formula, at: Moment) => readonly (readonly [Formula, Moment])[];

/** The operands of a node that is read at `at`, each with its own moment, in reading order. */
const operandsAt: OperandsAt = (node, at) => {
  if (node.op === 'lag') return [[node.of, earlier(at, node.periods)]];
  if (!isComparison(node)) return operandsOf(node).map((operand) => [operand, at]);
  return [
    [node.of, at],
    [node.of, comparedWith(node, at)],
  ];
};

function readings(node: Formula, at: Moment, operands: OperandsAt): readonly MeasureInput[] {
  if (node.op === 'measure') return [{ key: node.key, ...at }];
  return operands(node, at).flatMap(([operand, moment]) => readings(operand, moment, operands));
}

function distinct(inputs: readonly MeasureInput[]): readonly MeasureInput[] {
  const found = new Map<string, MeasureInput>();
  for (const input of inputs) {
    const id = inputId(input);
    if (!found.has(id)) found.set(id, input);
  }
  return [...found.values()];
}

/** A text that is the same for the same measure at the same moment. */
export function inputId({ key, lag, base }: MeasureInput): string {
  return base === null ? `${key} ${lag}` : `${key} ${lag} before ${base}`;
}
