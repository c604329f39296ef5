import type { AppliedRule } from './applied-rule.ts';
import type { FoundValue, PlausibilityFinding } from './plausibility-finding.ts';

/**
 * A finding in words, for the one who delivered the file: where, which rule, and the values. What is stored of own counts is
 * not told, for somebody else may have delivered it.
 *
 * @example '16097001 in 2015 (sex=female): Not more foreigners than residents: small/foreigners 12 is more than small/residents 10'
 */
export function findingMessage({ rule, territory, period, breakdown, values }: PlausibilityFinding): string {
  const of = breakdown === '' ? '' : ` (${breakdown})`;
  return `${territory} in ${period}${of}: ${rule.title.en}: ${factsOf(rule.check, values)}`;
}

function factsOf(check: AppliedRule['check'], values: readonly FoundValue[]): string {
  const [first, ...others] = values;
  if (first === undefined) return 'no value';
  if ('partition' in check) return partitionFacts(check, first, others);
  if ('sum' in check) {
    const sum = sumOf(others);
    const added = others.map(named).join(' + ');
    const within = check.tolerance === undefined ? '' : `, with a tolerance of ${check.tolerance}`;
    return `${added}${sum === null ? '' : ` = ${sum}`} is not ${named(first)}${within}`;
  }
  if ('atMost' in check) return `${named(first)} is more than ${others.map(named).join()}`;
  if ('range' in check) return `${named(first)} is not ${rangeOf(check)}`;
  const [before] = others;
  if (before === undefined) return named(first);
  const ratio = first.value > before.value ? `more than ${check.upTo} times` : `less than 1/${check.upTo} of`;
  return `${named(first)} is ${ratio} the value of ${before.period}, ${told(before)}`;
}

function partitionFacts(
  { dimension }: Extract<AppliedRule['check'], { readonly partition: string }>,
  total: FoundValue,
  categories: readonly FoundValue[],
): string {
  const sum = sumOf(categories);
  const are = sum === null ? 'do not add up to' : `add up to ${sum}, not to`;
  const few = categories.length <= LISTED ? ` (${categories.map(told).join(' + ')})` : '';
  return `the ${categories.length} categories of ${dimension}${few} ${are} the total of ${named(total)}`;
}

/** More categories are not listed one by one. */
const LISTED = 6;

function rangeOf({ from, to }: { readonly from?: number; readonly to?: number }): string {
  if (from === undefined) return `${to} or less`;
  return to === undefined ? `${from} or more` : `between ${from} and ${to}`;
}

/** Null where the sum would tell a value that must not be told. */
function sumOf(values: readonly FoundValue[]): number | null {
  if (values.some(isWithheld)) return null;
  return Number(values.reduce((sum, { value }) => sum + value, 0).toPrecision(15));
}

function isWithheld({ isStored, isOwnCount }: FoundValue): boolean {
  return isStored && isOwnCount;
}

function named(found: FoundValue): string {
  return `${found.measure} ${told(found)}`;
}

function told(found: FoundValue): string {
  return isWithheld(found) ? '(the stored value)' : String(found.value);
}
