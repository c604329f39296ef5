import {
  COUNTS_ARE_EQUAL,
  type Comparison,
  comparedInputs,
  comparedWith,
  countInValue,
  earlier,
  type Formula,
  flagBits,
  inputId,
  type MeasureInput,
  type Moment,
  PERIOD_ASKED_FOR,
} from '@kreisweit/domain';

/** A measure that a formula reads, as the column pair `v<slot>` and `s<slot>` of the row it is computed on. */
export type Slot = MeasureInput & { readonly minimum: number };

/**
 * SQL that computes a formula: lateral joins to append to a `from` clause, and the names of the results. `flags` is what
 * the formula itself adds to those of its components; `eras` lists the slots whose era decides about it.
 */
export type FormulaSql = {
  readonly laterals: string;
  readonly value: string;
  readonly status: string;
  readonly flags: string;
  readonly eras: readonly number[];
};

type Compiled = { readonly value: string; readonly status: string; readonly minimum: number };

/** An operand of a ratio, with the formula that tells its counts. */
type Operand = Compiled & { readonly node: Formula };

/** What an index asks for beyond a ratio: no break (a column), and a denominator above zero. */
type RatioRules = { readonly broken?: string | null; readonly positive?: boolean };

/**
 * Translates a formula to SQL: the second interpreter, equal to `evaluate` of the domain on every row (a property
 * test holds it), including nulls, statuses, divisions by zero and rule 13.
 *
 * Each node becomes one lateral row `n<i> (value, status)`, so the SQL grows with the formula and not with the paths
 * through it. The row must offer `v<slot> double precision` and `s<slot> smallint` for every slot; a value beside a
 * status other than 0 is ignored. A slot of `eras` also needs `e<slot>`, the era in which its measure stands, null where
 * there is no value; where it is known that nothing breaks any series, `unbroken` saves them.
 *
 * @example formulaToSql(share(a, b), slots).value // 'n2.value'
 */
export function formulaToSql(
  formula: Formula,
  slots: readonly Slot[],
  { unbroken = false }: { readonly unbroken?: boolean } = {},
): FormulaSql {
  const laterals: string[] = [];
  const breaks: string[] = [];
  const eras = new Set<number>();
  const node = (value: string, status: string, minimum: number): Compiled => {
    const name = `n${laterals.length}`;
    laterals.push(`cross join lateral (select ${value} as value, ${status} as status) ${name}`);
    return { value: `${name}.value`, status: `${name}.status`, minimum };
  };

  const slotOf = (input: MeasureInput): number => {
    const index = slots.findIndex((slot) => inputId(slot) === inputId(input));
    if (index < 0) throw new Error(`the formula reads ${inputId(input)}, which has no slot`);
    return index;
  };

  const measure = (input: MeasureInput): Compiled => {
    const index = slotOf(input);
    const minimum = slots[index]?.minimum ?? 0;
    const value = `v${index}`;
    const status = `s${index}`;
    const small = isSmall(value, minimum);
    return node(
      `case when ${status} = 0 and not (${small}) then ${value} end`,
      `case when ${status} <> 0 then ${status} when ${value} is null then 20 when ${small} then 80 else 0 end::smallint`,
      minimum,
    );
  };

  const ratio = (top: Operand, bottom: Operand, factor: number, rules: RatioRules = {}): Compiled => {
    const { broken = null, positive = false } = rules;
    const [topCounts, bottomCounts] = [countsSql(top.node, top.value), countsSql(bottom.node, bottom.value)];
    const complements = bottomCounts.flatMap((whole) => topCounts.map((part) => `${whole} - ${part}`));
    const small = anySmall(complements, Math.max(top.minimum, bottom.minimum));
    const unbroken = broken === null ? '' : ` and not ${broken}`;
    const zero = `${bottom.value} ${positive ? '<=' : '='} 0`;
    return node(
      `case when ${bottom.value} ${positive ? '>' : '<>'} 0${unbroken} and not (${small}) then (${literal(factor)} * ${top.value}) / ${bottom.value} end`,
      `case when ${top.status} <> 0 or ${bottom.status} <> 0 then greatest(${top.status}, ${bottom.status})
        ${broken === null ? '' : `when ${broken} then 10 `}when ${small} then 80 when ${zero} then 10 else 0 end::smallint`,
      // By a constant a value is only scaled; any other ratio is no count of persons.
      bottomCounts.length === 0 ? top.minimum : 0,
    );
  };

  const arithmetic = (
    of: Formula,
    [left, right]: readonly [Compiled, Compiled],
    operator: '+' | '-' | '*',
    broken: string | null = null,
  ): Compiled => {
    const minimum = Math.max(left.minimum, right.minimum);
    const value = `(${left.value} ${operator} ${right.value})`;
    const small = anySmall(operator === '*' ? [] : countsSql(of, value), minimum);
    return node(
      `case when ${broken === null ? '' : `not ${broken} and `}not (${small}) then ${value} end`,
      `case when ${left.status} <> 0 or ${right.status} <> 0 then greatest(${left.status}, ${right.status})
        ${broken === null ? '' : `when ${broken} then 10 `}when ${small} then 80 else 0 end::smallint`,
      minimum,
    );
  };

  /** Whether a break lies between the two readings of a change or an index, as a column; null where none can. */
  const brokenOf = (comparison: Comparison, at: Moment): string | null => {
    if (unbroken) return null;
    const pairs = comparedInputs(comparison, at)
      .map(({ now, before }) => [slotOf(now), slotOf(before)] as const)
      .filter(([now, before]) => now !== before);
    if (pairs.length === 0) return null;
    const conditions = pairs.map(([now, before]) => {
      eras.add(now).add(before);
      return `coalesce(e${now} <> e${before}, false)`;
    });
    const name = `b${breaks.length}`;
    laterals.push(`cross join lateral (select ${[...new Set(conditions)].join(' or ')} as broken) ${name}`);
    breaks.push(`${name}.broken`);
    return `${name}.broken`;
  };

  const compared = (comparison: Comparison, at: Moment): Compiled => {
    const now = counted(comparison.of, at);
    const before = counted(comparison.of, comparedWith(comparison, at));
    const broken = brokenOf(comparison, at);
    if (comparison.op === 'index') return ratio(now, before, 100, { broken, positive: true });
    return arithmetic(comparison, [now, before], '-', broken);
  };

  const compile = (formulaNode: Formula, at: Moment): Compiled => {
    switch (formulaNode.op) {
      case 'const':
        return node(literal(formulaNode.value), '0::smallint', 0);
      case 'measure':
        return measure({ key: formulaNode.key, ...at });
      case 'indicator':
        throw new Error(`the formula still names the indicator ${formulaNode.key}: inline it first`);
      case 'lag':
        return compile(formulaNode.of, earlier(at, formulaNode.periods));
      case 'share':
        return ratio(counted(formulaNode.part, at), counted(formulaNode.whole, at), 100);
      case 'per':
        return ratio(
          counted(formulaNode.numerator, at),
          counted(formulaNode.denominator, at),
          formulaNode.factor,
        );
      case 'divide':
        return ratio(counted(formulaNode.left, at), counted(formulaNode.right, at), 1);
      case 'add':
        return arithmetic(formulaNode, [compile(formulaNode.left, at), compile(formulaNode.right, at)], '+');
      case 'subtract':
        return arithmetic(formulaNode, [compile(formulaNode.left, at), compile(formulaNode.right, at)], '-');
      case 'multiply':
        return arithmetic(formulaNode, [compile(formulaNode.left, at), compile(formulaNode.right, at)], '*');
      case 'change':
      case 'index':
        return compared(formulaNode, at);
    }
  };
  const counted = (of: Formula, at: Moment): Operand => ({ ...compile(of, at), node: of });

  const { value, status } = compile(formula, PERIOD_ASKED_FOR);
  return {
    laterals: laterals.join('\n'),
    value,
    status,
    flags: breaks.length === 0 ? '0' : `case when ${breaks.join(' or ')} then ${flagBits.BREAK} else 0 end`,
    eras: [...eras].sort((one, other) => one - other),
  };
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
