import { type Formula, isComparison, isPeriod, LARGEST_VALUE, operandsOf } from '@kreisweit/domain';
import { isPlainObject } from '../definition/frozen-copy.ts';
import { didYouMean } from './did-you-mean.ts';
import { at, type Check, integer, object, pattern, shown, value } from './shape.ts';

/**
 * The most nodes that a formula may have, with all indicators it names written out and what a change or an index reads
 * twice counted twice.
 */
export const MOST_NODES = 200;

/** The most factors that may be multiplied or divided: with values up to 1e15 nothing can overflow. */
export const MOST_FACTORS = 16;

const number = (hint: string, fits: (given: number) => boolean): Check =>
  value(hint, (given) =>
    typeof given === 'number' && Number.isFinite(given) && Math.abs(given) <= LARGEST_VALUE && fits(given)
      ? null
      : `${shown(given)} does not fit: write ${hint}`,
  );

const operand: Check = () => undefined;
const key = pattern(
  /^[^/\s]+\/[^/\s]+$/,
  "the key of a measure or an indicator, such as 'population/residents'",
);
const binary = { left: operand, right: operand };

/** The most periods that a formula may go back, in one step or several. */
export const MOST_PERIODS = 1000;

/** Late enough that nothing that is read before it leaves the calendar. */
const EARLIEST_BASE = '1800';

const FIELDS: Readonly<Record<Formula['op'], Readonly<Record<string, Check>>>> = {
  const: { value: number('a number', () => true) },
  measure: { key },
  indicator: { key },
  add: binary,
  subtract: binary,
  multiply: binary,
  divide: binary,
  share: { part: operand, whole: operand },
  per: {
    factor: number('a number above zero', (given) => given > 0),
    numerator: operand,
    denominator: operand,
  },
  lag: { of: operand, periods: integer(1, 100) },
  change: { of: operand, periods: integer(1, 100) },
  index: {
    of: operand,
    base: value('the base, a period such as 2010', (given) =>
      typeof given === 'string' && isPeriod(given) && given >= EARLIEST_BASE
        ? null
        : `${shown(given)} is no base: write a period from ${EARLIEST_BASE} on, such as 2010, 2010-Q1 or 2010-06`,
    ),
  },
};

const OPERATIONS = Object.keys(FIELDS);

/** Reports nodes that are no formula, and a formula that is too large. Works without recursion, for any depth. */
export const formulaCheck: Check = (formula, path, report) => {
  const open: { readonly node: unknown; readonly path: string; readonly times: number }[] = [
    { node: formula, path, times: 1 },
  ];
  let nodes = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    nodes += next.times;
    if (nodes > MOST_NODES)
      return report(path, `has more than ${MOST_NODES} nodes: split it into indicators`);
    const { node, path: place, times } = next;
    if (node === undefined) {
      report(place, 'is missing: write a formula such as share(m.part, m.whole)');
      continue;
    }
    const op = isPlainObject(node) ? node.op : undefined;
    if (!isPlainObject(node) || typeof op !== 'string') {
      report(place, `${shown(node)} is no formula: use add, share, per, constant ...`);
      continue;
    }
    if (!isOperation(op)) {
      report(at(place, 'op'), `'${op}' is no operation${didYouMean(op, OPERATIONS)}`);
      continue;
    }
    const fields = FIELDS[op];
    object({ op: operand, ...fields })(node, place, report);
    for (const [name, check] of Object.entries(fields).reverse()) {
      if (check !== operand) continue;
      const isRepeated = op === 'change' || op === 'index';
      open.push({ node: node[name], path: at(place, name), times: isRepeated ? 2 * times : times });
    }
  }
};

function isOperation(op: string): op is Formula['op'] {
  return Object.hasOwn(FIELDS, op);
}

/** All nodes of a formula, itself first. */
export function nodesOf(formula: Formula): readonly Formula[] {
  return [formula, ...operandsOf(formula).flatMap(nodesOf)];
}

/** How many nodes are computed for a formula: what a change or an index sets against itself twice. `sizeOf` an indicator. */
export function writtenNodes(formula: Formula, sizeOf: (key: string) => number = () => 1): number {
  if (formula.op === 'indicator') return sizeOf(formula.key);
  const below = operandsOf(formula).reduce((sum, operand) => sum + writtenNodes(operand, sizeOf), 0);
  return 1 + (isComparison(formula) ? 2 * below : below);
}

/** How many values are multiplied or divided at most on the way to one result: the degree of the formula. */
export function factorsOf(formula: Formula): number {
  const operands = operandsOf(formula).map(factorsOf);
  switch (formula.op) {
    case 'const':
    case 'measure':
    case 'indicator':
      return 1;
    case 'add':
    case 'subtract':
    case 'lag':
    case 'change':
      return Math.max(...operands);
    case 'index':
      return operands.reduce((sum, factors) => sum + 2 * factors, 0);
    default:
      return operands.reduce((sum, factors) => sum + factors, formula.op === 'per' ? 1 : 0);
  }
}
