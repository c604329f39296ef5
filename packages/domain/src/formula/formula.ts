import type { Period } from '../period/period.ts';

/**
 * A formula: a small tree of plain JSON that says how an indicator is computed from rolled-up measures. It has two
 * interpreters that agree: `evaluate` here, and the translation to SQL in the store.
 *
 * `measure` and `indicator` name a key such as `population/residents`. `share` is part of whole in per cent, `per`
 * is numerator per `factor` of the denominator, `lag` reads its operand `periods` earlier, `change` is its operand minus
 * the same `periods` earlier, `index` its operand in per cent of the same in the period `base`.
 */
export type Formula =
  | { readonly op: 'const'; readonly value: number }
  | { readonly op: 'measure'; readonly key: string }
  | { readonly op: 'indicator'; readonly key: string }
  | { readonly op: BinaryOperator; readonly left: Formula; readonly right: Formula }
  | { readonly op: 'share'; readonly part: Formula; readonly whole: Formula }
  | {
      readonly op: 'per';
      readonly factor: number;
      readonly numerator: Formula;
      readonly denominator: Formula;
    }
  | { readonly op: 'lag'; readonly of: Formula; readonly periods: number }
  | Comparison;

/** A node that sets its operand against the same operand at another time; across a break it has no value (rule 11). */
export type Comparison =
  | { readonly op: 'change'; readonly of: Formula; readonly periods: number }
  | { readonly op: 'index'; readonly of: Formula; readonly base: Period };

export type BinaryOperator = 'add' | 'subtract' | 'multiply' | 'divide';

/** The operands of a formula, in reading order. */
export function operandsOf(formula: Formula): readonly Formula[] {
  switch (formula.op) {
    case 'const':
    case 'measure':
    case 'indicator':
      return [];
    case 'share':
      return [formula.part, formula.whole];
    case 'per':
      return [formula.numerator, formula.denominator];
    case 'lag':
    case 'change':
    case 'index':
      return [formula.of];
    default:
      return [formula.left, formula.right];
  }
}
