import type { CellKey } from '../aggregation/deliveries-that-count.ts';
import { cellId } from '../aggregation/deliveries-that-count.ts';
import type { Measure } from '../catalogue/measure.ts';
import { breakdownKey, parseBreakdownKey } from '../observation/breakdown.ts';
import { methodsSeenBy } from '../series/methods-seen-by.ts';
import {
  type AppliedRule,
  partitionRules,
  type RuleSlot,
  slackOf,
  slotBreakdown,
  slotsOf,
} from './applied-rule.ts';
import type { FoundValue, PlausibilityFinding } from './plausibility-finding.ts';
import type { PlausibilityRule } from './plausibility-rule.ts';
import { yearsLater } from './years-later.ts';

/**
 * A value of a release, or one that is known beside it. `value` is null where a sign stands instead of a number; `isExact` is
 * false for one that the institute rounded or perturbed.
 */
export type PlausibilityCell = CellKey & { readonly value: number | null; readonly isExact: boolean };

/** A cell of the release that is checked, with the place where it stands in the file. */
export type DeliveredCell = PlausibilityCell & {
  readonly line: number | null;
  readonly column: number | null;
};

/** What is known beside a release. `isOfInput`: an earlier release of the same input holds it and it still counts. */
export type StoredCell = PlausibilityCell & { readonly isOfInput: boolean };

/** The measures that rules read, by key. */
export type RuleMeasures = ReadonlyMap<string, Measure>;

/**
 * What is not plausible in a release: the declared rules that its values break, and the totals that are not the sum of their
 * categories. A rule compares values of the same territory, period and breakdown, of which at least one is delivered; where a
 * value is missing, nothing is checked. A delivered cell stands in for the stored one, also with a sign. Of totals and
 * categories only exact values of the same input count. This is what the SQL of the store must answer too.
 */
export function plausibilityFindings(
  rules: readonly PlausibilityRule[],
  measures: RuleMeasures,
  cells: readonly DeliveredCell[],
  stored: readonly StoredCell[] = [],
): readonly PlausibilityFinding[] {
  const known = new Map<string, Known>();
  for (const cell of stored) known.set(cellId(cell), { cell, isStored: true, isOfInput: cell.isOfInput });
  for (const cell of cells) known.set(cellId(cell), { cell, isStored: false, isOfInput: true });
  const delivered = Map.groupBy(cells, ({ measure }) => measure);
  const implied = [...measures.values()].filter(({ key }) => delivered.has(key)).flatMap(partitionRules);
  return [...rules, ...implied].flatMap((rule) => {
    const slots = slotsOf(rule.check).map((slot) => slotReader(rule.check, slot));
    return instancesOf(slots, delivered).flatMap((instance) =>
      findingOf({ rule, slots }, measures, known, instance),
    );
  });
}

/** A cell of the release (then with its place) or one that is stored. */
type Known = {
  readonly cell: PlausibilityCell & Partial<Pick<DeliveredCell, 'line' | 'column'>>;
  readonly isOfInput: boolean;
  readonly isStored: boolean;
};

/** A territory, period and breakdown for which a rule can be checked. */
type Instance = Omit<CellKey, 'measure'>;

/** A slot of a rule; breakdowns are few and cells are many, so each is read once. */
type SlotReader = RuleSlot & {
  /** The breakdown of the instance of which a cell of the given one is the slot; null where it is none. */
  readonly wholeOf: (breakdown: string) => string | null;
  /** The breakdown of the cell that is the slot of an instance. */
  readonly partOf: (instance: string) => string;
};

function slotReader(check: AppliedRule['check'], slot: RuleSlot): SlotReader {
  return {
    ...slot,
    wholeOf: remembered((breakdown) => instanceBreakdown(check, slot, breakdown)),
    partOf: remembered((instance) => slotBreakdown(check, slot, instance)),
  };
}

function remembered<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = work(text);
    answers.set(text, answer);
    return answer;
  };
}

/** All instances of which a delivered cell may be a part. */
function instancesOf(
  slots: readonly SlotReader[],
  delivered: ReadonlyMap<string, readonly DeliveredCell[]>,
): readonly Instance[] {
  const found = new Map<string, Instance>();
  for (const slot of slots) {
    for (const { territory, period, breakdown } of delivered.get(slot.measure) ?? []) {
      const whole = slot.wholeOf(breakdown);
      const later = slot.yearsBefore === 0 ? period : yearsLater(period, slot.yearsBefore);
      if (later === null || whole === null) continue;
      const instance = { territory, period: later, breakdown: whole };
      found.set(cellId({ ...instance, measure: '' }), instance);
    }
  }
  return [...found.values()];
}

/** The breakdown of the instance of which a cell of the given one is the slot; null where it is none. */
function instanceBreakdown(check: AppliedRule['check'], slot: RuleSlot, breakdown: string): string | null {
  if (!('partition' in check)) return breakdown;
  const { [check.dimension]: category = null, ...rest } = parseBreakdownKey(breakdown);
  return category === slot.category ? breakdownKey(rest) : null;
}

type Read = { readonly known: Known; readonly value: number; readonly declared: Measure };

function findingOf(
  { rule, slots }: { readonly rule: AppliedRule; readonly slots: readonly SlotReader[] },
  measures: RuleMeasures,
  known: ReadonlyMap<string, Known>,
  { territory, period, breakdown }: Instance,
): readonly PlausibilityFinding[] {
  const isPartition = 'partition' in rule.check;
  const read: Read[] = [];
  for (const { measure, yearsBefore, partOf } of slots) {
    const at = yearsBefore === 0 ? period : yearsLater(period, -yearsBefore);
    const declared = measures.get(measure);
    if (at === null || declared === undefined) return [];
    const found = known.get(cellId({ territory, measure, period: at, breakdown: partOf(breakdown) }));
    if (found === undefined || found.cell.value === null) return [];
    if (isPartition && (!found.cell.isExact || !found.isOfInput)) return [];
    read.push({ known: found, value: found.cell.value, declared });
  }
  const place = read.find((one) => !one.known.isStored)?.known.cell;
  const [first] = read;
  if (place === undefined || first === undefined) return [];
  if (crossesChangeOfMethod(read)) return [];
  const slack = slackOf(read.map(({ declared }) => declared));
  if (
    !isBroken(
      rule.check,
      read.map(({ value }) => value),
      slack,
    )
  )
    return [];
  return [
    {
      rule,
      territory,
      period,
      breakdown,
      measure: first.known.cell.measure,
      values: read.map(foundValue),
      line: place.line ?? null,
      column: place.column ?? null,
    },
  ];
}

/** Values before and after a change of method cannot be compared. */
function crossesChangeOfMethod(read: readonly Read[]): boolean {
  const periods = new Set(read.map(({ known }) => known.cell.period));
  if (periods.size === 1) return false;
  const seen = methodsSeenBy(read.map(({ declared: measure }) => ({ measure, lag: 0 })));
  return new Set([...periods].map((period) => seen(period))).size > 1;
}

function foundValue({ known: { cell, isStored }, value, declared }: Read): FoundValue {
  const { measure, period, breakdown } = cell;
  return { measure, period, breakdown, value, isStored, isOwnCount: typeof declared.disclosure === 'object' };
}

/** Whether values, in the order of the slots, break a rule. */
function isBroken(check: AppliedRule['check'], values: readonly number[], slack: number): boolean {
  const [first = 0, ...others] = values;
  const exceeds = (one: number, other: number): boolean =>
    one - other > slack * Math.max(Math.abs(one), Math.abs(other));
  if ('partition' in check || 'sum' in check) {
    const sum = others.reduce((total, value) => total + value, 0);
    if ('partition' in check && check.bound === 'atMost') return exceeds(sum, first);
    if ('partition' in check && check.bound === 'atLeast') return exceeds(first, sum);
    const tolerance = 'sum' in check ? (check.tolerance ?? 0) : 0;
    return Math.abs(sum - first) > tolerance + slack * Math.max(Math.abs(sum), Math.abs(first));
  }
  const [other = 0] = others;
  if ('atMost' in check) return exceeds(first, other);
  if ('range' in check) {
    const { from = -Infinity, to = Infinity } = check;
    return first < from || first > to;
  }
  if (other < Math.max(0, check.above ?? 0)) return false;
  return exceeds(first, check.upTo * other) || exceeds(other / check.upTo, first);
}
