import type { Formula } from '@kreisweit/domain';

const SIGNS = { add: '+', subtract: '-', multiply: '*', divide: '/' } as const;

/** How a formula names measures and indicators, and how it says that one is read for an earlier period. */
export type FormulaWords = {
  readonly nameOf: (key: string) => string;
  readonly earlier: (periods: number) => string;
};

const KEYS: FormulaWords = {
  nameOf: (key) => key,
  earlier: (periods) => `${periods} ${periods === 1 ? 'period' : 'periods'} earlier`,
};

/**
 * A formula as people write it, with the keys of measures and indicators unless other words are given.
 *
 * @example '100 * population/foreigners / population/residents'
 */
export function formulaText(formula: Formula, words: FormulaWords = KEYS): string {
  const operand = (of: Formula): string => operandText(of, words);
  switch (formula.op) {
    case 'const':
      return String(formula.value);
    case 'measure':
    case 'indicator':
      return words.nameOf(formula.key);
    case 'share':
      return `100 * ${operand(formula.part)} / ${operand(formula.whole)}`;
    case 'per':
      return `${formula.factor} * ${operand(formula.numerator)} / ${operand(formula.denominator)}`;
    case 'lag':
      return `${operand(formula.of)} (${words.earlier(formula.periods)})`;
    case 'change':
      return `${operand(formula.of)} - ${operand(formula.of)} (${words.earlier(formula.periods)})`;
    case 'index':
      return `${operand(formula.of)} (${formula.base} = 100)`;
    default:
      return `${operand(formula.left)} ${SIGNS[formula.op]} ${operand(formula.right)}`;
  }
}

/** The operators whose text stands by itself, so that nothing has to be put in brackets. */
const SIMPLE: readonly Formula['op'][] = ['const', 'measure', 'indicator', 'lag', 'index'];

function operandText(formula: Formula, words: FormulaWords): string {
  const text = formulaText(formula, words);
  return SIMPLE.includes(formula.op) ? text : `(${text})`;
}
