/**
 * A formula: a small tree of plain JSON that says how an indicator is computed from rolled-up measures. It has two
 * interpreters that agree: `evaluate` here, and the translation to SQL in the store.
 *
 * `measure` and `indicator` name a key such as `population/residents`. `share` is part of whole in per cent, `per`
 * is numerator per `factor` of the denominator, `lag` reads its operand `periods` earlier.
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
  | { readonly op: 'lag'; readonly of: Formula; readonly periods: number };

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
      return [formula.of];
    default:
      return [formula.left, formula.right];
  }
}

/** A measure as a formula reads it: how many periods before the period asked for. */
export type MeasureInput = { readonly key: string; readonly lag: number };

/**
 * The distinct measures a formula reads, each with its lag, in reading order. The formula must not name indicators
 * any more (see `inlineIndicators`).
 */
export function measureInputsOf(formula: Formula): readonly MeasureInput[] {
  const found = new Map<string, MeasureInput>();
  const visit = (node: Formula, lag: number): void => {
    if (node.op === 'measure') {
      const id = `${node.key} ${lag}`;
      if (!found.has(id)) found.set(id, { key: node.key, lag });
    }
    for (const operand of operandsOf(node)) visit(operand, node.op === 'lag' ? lag + node.periods : lag);
  };
  visit(formula, 0);
  return [...found.values()];
}
