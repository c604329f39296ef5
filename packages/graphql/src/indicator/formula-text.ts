import type { Formula } from '@kreisweit/domain';

const SIGNS = { add: '+', subtract: '-', multiply: '*', divide: '/' } as const;

/**
 * A formula as people write it, with the keys of measures and indicators.
 *
 * @example '100 * population/foreigners / population/residents'
 */
export function formulaText(formula: Formula): string {
  switch (formula.op) {
    case 'const':
      return String(formula.value);
    case 'measure':
    case 'indicator':
      return formula.key;
    case 'share':
      return `100 * ${operand(formula.part)} / ${operand(formula.whole)}`;
    case 'per':
      return `${formula.factor} * ${operand(formula.numerator)} / ${operand(formula.denominator)}`;
    case 'lag':
      return `${operand(formula.of)} (${formula.periods} ${formula.periods === 1 ? 'period' : 'periods'} earlier)`;
    default:
      return `${operand(formula.left)} ${SIGNS[formula.op]} ${operand(formula.right)}`;
  }
}

function operand(formula: Formula): string {
  const text = formulaText(formula);
  const simple =
    formula.op === 'const' || formula.op === 'measure' || formula.op === 'indicator' || formula.op === 'lag';
  return simple ? text : `(${text})`;
}
