import { COUNTS_ARE_EQUAL, countInValue, type Formula } from '@kreisweit/domain';

/** A measure that a formula reads, as the column pair `v<slot>` and `s<slot>` of the row it is computed on. */
export type Slot = { readonly key: string; readonly lag: number; readonly minimum: number };

/** SQL that computes a formula: lateral joins to append to a `from` clause, and the names of the results. */
export type FormulaSql = { readonly laterals: string; readonly value: string; readonly status: string };

type Compiled = { readonly value: string; readonly status: string; readonly minimum: number };

/**
 * Translates a formula to SQL: the second interpreter, equal to `evaluate` of the domain on every row (a property
 * test holds it), including nulls, statuses, divisions by zero and rule 13.
 *
 * Each node becomes one lateral row `n<i> (value, status)`, so the SQL grows with the formula and not with the paths
 * through it. The row must offer `v<slot> double precision` and `s<slot> smallint` for every slot; a value beside a
 * status other than 0 is ignored.
 *
 * @example formulaToSql(share(a, b), slots).value // 'n2.value'
 */
export function formulaToSql(formula: Formula, slots: readonly Slot[]): FormulaSql {
  const laterals: string[] = [];
  const node = (value: string, status: string, minimum: number): Compiled => {
    const name = `n${laterals.length}`;
    laterals.push(`cross join lateral (select ${value} as value, ${status} as status) ${name}`);
    return { value: `${name}.value`, status: `${name}.status`, minimum };
  };

  const measure = (key: string, lag: number): Compiled => {
    const index = slots.findIndex((slot) => slot.key === key && slot.lag === lag);
    const slot = slots[index];
    if (slot === undefined) throw new Error(`the formula reads ${key} with lag ${lag}, which has no slot`);
    const value = `v${index}`;
    const status = `s${index}`;
    const small = isSmall(value, slot.minimum);
    return node(
      `case when ${status} = 0 and not (${small}) then ${value} end`,
      `case when ${status} <> 0 then ${status} when ${value} is null then 20 when ${small} then 80 else 0 end::smallint`,
      slot.minimum,
    );
  };

  const ratio = (topNode: Formula, bottomNode: Formula, factor: number, lag: number): Compiled => {
    const [top, bottom] = [compile(topNode, lag), compile(bottomNode, lag)];
    const [topCounts, bottomCounts] = [countsSql(topNode, top.value), countsSql(bottomNode, bottom.value)];
    const complements = bottomCounts.flatMap((whole) => topCounts.map((part) => `${whole} - ${part}`));
    const small = anySmall(complements, Math.max(top.minimum, bottom.minimum));
    return node(
      `case when ${bottom.value} <> 0 and not (${small}) then (${literal(factor)} * ${top.value}) / ${bottom.value} end`,
      `case when ${top.status} <> 0 or ${bottom.status} <> 0 then greatest(${top.status}, ${bottom.status})
        when ${small} then 80 when ${bottom.value} = 0 then 10 else 0 end::smallint`,
      // By a constant a value is only scaled; any other ratio is no count of persons.
      bottomCounts.length === 0 ? top.minimum : 0,
    );
  };

  const arithmetic = (
    formulaNode: Formula & { readonly left: Formula; readonly right: Formula },
    operator: '+' | '-' | '*',
    lag: number,
  ): Compiled => {
    const [left, right] = [compile(formulaNode.left, lag), compile(formulaNode.right, lag)];
    const minimum = Math.max(left.minimum, right.minimum);
    const value = `(${left.value} ${operator} ${right.value})`;
    const small = anySmall(operator === '*' ? [] : countsSql(formulaNode, value), minimum);
    return node(
      `case when not (${small}) then ${value} end`,
      `case when ${left.status} <> 0 or ${right.status} <> 0 then greatest(${left.status}, ${right.status})
        when ${small} then 80 else 0 end::smallint`,
      minimum,
    );
  };

  const compile = (formulaNode: Formula, lag: number): Compiled => {
    switch (formulaNode.op) {
      case 'const':
        return node(literal(formulaNode.value), '0::smallint', 0);
      case 'measure':
        return measure(formulaNode.key, lag);
      case 'indicator':
        throw new Error(`the formula still names the indicator ${formulaNode.key}: inline it first`);
      case 'lag':
        return compile(formulaNode.of, lag + formulaNode.periods);
      case 'share':
        return ratio(formulaNode.part, formulaNode.whole, 100, lag);
      case 'per':
        return ratio(formulaNode.numerator, formulaNode.denominator, formulaNode.factor, lag);
      case 'divide':
        return ratio(formulaNode.left, formulaNode.right, 1, lag);
      case 'add':
        return arithmetic(formulaNode, '+', lag);
      case 'subtract':
        return arithmetic(formulaNode, '-', lag);
      case 'multiply':
        return arithmetic(formulaNode, '*', lag);
    }
  };

  const { value, status } = compile(formula, 0);
  return { laterals: laterals.join('\n'), value, status };
}

/** SQL for the one rule of rounding (see `roundValue` of the domain): half away from zero. */
export function roundSql(value: string, decimals: number): string {
  const scale = literal(10 ** decimals);
  return `(sign(${value}) * floor(abs(${value}) * ${scale} + ${literal(0.5)})) / ${scale} + ${literal(0)}`;
}

/** The count of things behind a value, in each reading (see `countInValue` of the domain); none for a constant. */
function countsSql(formula: Formula, value: string): readonly string[] {
  const { scales = [], offset = 0 } = countInValue(formula) ?? {};
  return scales.map((scale) => `((${value} - ${literal(offset)}) / ${literal(scale)})`);
}

/** Whether one of several readings of a count must not be shown. */
function anySmall(counts: readonly string[], minimum: number): string {
  if (minimum === 0 || counts.length === 0) return 'false';
  return `(${counts.map((count) => isSmall(count, minimum)).join(' or ')})`;
}

/** A count of persons that must not be shown; never null, so that it can be negated. */
function isSmall(count: string, minimum: number): string {
  if (minimum === 0) return 'false';
  const [least, most] = [literal(COUNTS_ARE_EQUAL), literal(minimum - COUNTS_ARE_EQUAL)];
  return `coalesce(abs(${count}) > ${least} and abs(${count}) < ${most}, false)`;
}

/** A double literal that reads back as the same double. */
function literal(value: number): string {
  return `'${value}'::double precision`;
}
