import {
  type AppliedRule,
  breakdownKey,
  methodsSeenBy,
  type Period,
  parseBreakdownKey,
  type RuleSlot,
  slackOf,
  slotBreakdown,
  slotsOf,
  yearsLater,
} from '@kreisweit/domain';
import type { CatalogueInForce } from '../catalogue/catalogue-in-force.ts';

type KnownMeasure = CatalogueInForce['measures'] extends ReadonlyMap<string, infer Known> ? Known : never;

/** A rule of which all measures are known, with its number and the measure of each slot. */
export type NumberedRule = AppliedRule & {
  readonly number: number;
  readonly slots: readonly (RuleSlot & { readonly declared: KnownMeasure })[];
};

/** A rule as the statements read it: what its values are compared with depends on the kind. */
type RuleRow = {
  readonly rule: number;
  readonly kind: 'sum' | 'atMost' | 'atLeast' | 'range' | 'change';
  readonly isPartition: boolean;
  readonly isError: boolean;
  readonly slots: number;
  readonly slack: number;
  readonly tolerance: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

/** Which cells, whatever the territory, are a slot of an instance: the rule for one period and breakdown (`wholeId`). */
type SlotRow = {
  readonly instance: number;
  readonly rule: number;
  /** The period of the instance; `period` is that of the slot. */
  readonly later: Period;
  readonly wholeId: number;
  readonly slot: number;
  readonly measureId: number;
  readonly period: Period;
  readonly breakdownId: number;
};

/** For which measures, periods and breakdowns there are cells, whatever the territory. */
export type HeldCells = readonly {
  readonly measureId: number;
  readonly period: Period;
  readonly breakdownId: number;
}[];

/** All breakdowns of the store, both ways. */
export type BreakdownNumbers = {
  readonly ids: ReadonlyMap<string, number>;
  readonly keys: ReadonlyMap<number, string>;
};

/** Numbers the rules of which all measures are in the catalogue. */
export function numberedRules(
  rules: readonly AppliedRule[],
  measures: CatalogueInForce['measures'],
): readonly NumberedRule[] {
  return rules.flatMap((rule, number) => {
    const slots = slotsOf(rule.check).flatMap((slot) => {
      const declared = measures.get(slot.measure);
      return declared === undefined ? [] : { ...slot, declared };
    });
    return slots.length < slotsOf(rule.check).length ? [] : { ...rule, number, slots };
  });
}

/**
 * Which stored cells rules may read beside a release of some periods: their measures and periods. Totals and categories of
 * a full release stand in it, those of a partial one may be stored.
 */
export function cellsBeside(
  rules: readonly NumberedRule[],
  kind: 'full' | 'partial',
  periods: readonly Period[],
): { readonly measureIds: readonly number[]; readonly periods: readonly Period[] } {
  const readBeside = rules.filter(({ check }) =>
    'partition' in check ? kind === 'partial' : !('range' in check),
  );
  const hasChange = readBeside.some(({ check }) => 'change' in check);
  const around = periods.flatMap((period) => [yearsLater(period, -1), period, yearsLater(period, 1)]);
  return {
    measureIds: [...new Set(readBeside.flatMap(({ slots }) => slots.map(({ declared }) => declared.id)))],
    periods: hasChange ? [...new Set(around)].filter((period) => period !== null) : periods,
  };
}

/** A rule as a row of numbers. */
export function ruleRow({ check, severity, number, slots }: NumberedRule): RuleRow {
  const row = {
    rule: number,
    isPartition: 'partition' in check,
    isError: severity === 'error',
    slots: slots.length,
    slack: slackOf(slots.map(({ declared }) => declared)),
    tolerance: null,
    low: null,
    high: null,
  };
  if ('partition' in check) {
    if (check.bound === undefined) return { ...row, kind: 'sum', tolerance: 0 };
    // The total comes first: that the categories are at most the total is that it is at least their sum.
    return { ...row, kind: check.bound === 'atMost' ? 'atLeast' : 'atMost' };
  }
  if ('sum' in check) return { ...row, kind: 'sum', tolerance: check.tolerance ?? 0 };
  if ('atMost' in check) return { ...row, kind: 'atMost' };
  if ('range' in check) return { ...row, kind: 'range', low: check.from ?? null, high: check.to ?? null };
  return { ...row, kind: 'change', low: Math.max(0, check.above ?? 0), high: check.upTo };
}

/** The slots of all instances of which some territory can have all values, at least one of them delivered. */
export function slotRows(
  rules: readonly NumberedRule[],
  breakdowns: BreakdownNumbers,
  staged: HeldCells,
  beside: HeldCells,
): readonly SlotRow[] {
  const delivered = new Set(staged.map(cellName));
  const held = new Set([...delivered, ...beside.map(cellName)]);
  const rows: SlotRow[] = [];
  let instances = 0;
  for (const rule of rules) {
    for (const { period, whole } of instancesOf(rule, breakdowns, staged)) {
      const cells = instanceCells(rule, breakdowns, period, whole);
      const isPossible = cells.every((cell) => held.has(cellName(cell)));
      if (!isPossible || !cells.some((cell) => delivered.has(cellName(cell)))) continue;
      instances += 1;
      rows.push(...cells.map((cell) => ({ ...cell, instance: instances })));
    }
  }
  return rows;
}

function cellName({ measureId, period, breakdownId }: HeldCells[number]): string {
  return `${measureId} ${breakdownId} ${period}`;
}

type Instance = { readonly period: Period; readonly whole: string };

/** The periods and breakdowns of which a delivered cell may be a slot. */
function instancesOf(
  { check, slots }: NumberedRule,
  { keys }: BreakdownNumbers,
  staged: HeldCells,
): readonly Instance[] {
  const found = new Map<string, Instance>();
  const add = (period: Period | null, whole: string) => {
    if (period !== null) found.set(`${period} ${whole}`, { period, whole });
  };
  const measureIds = new Set(slots.map(({ declared }) => declared.id));
  const years = new Set(slots.map(({ yearsBefore }) => yearsBefore));
  for (const { measureId, period, breakdownId } of staged) {
    if (!measureIds.has(measureId)) continue;
    const key = keys.get(breakdownId) ?? '';
    const whole = 'partition' in check ? restOf(key, check.dimension) : key;
    for (const each of years) add(yearsLater(period, each), whole);
  }
  const instances = [...found.values()];
  if (!('change' in check)) return instances;
  // Values before and after a change of method cannot be compared.
  const seen = methodsSeenBy(slots.map(({ declared }) => ({ measure: declared, lag: 0 })));
  return instances.filter(({ period }) => {
    const earlier = yearsLater(period, -1);
    return earlier !== null && seen(earlier) === seen(period);
  });
}

function restOf(key: string, dimension: string): string {
  const { [dimension]: _, ...rest } = parseBreakdownKey(key);
  return breakdownKey(rest);
}

/** The cells that an instance reads; a breakdown that nobody ever delivered has no number and is held by nobody. */
function instanceCells(
  { number, check, slots }: NumberedRule,
  { ids }: BreakdownNumbers,
  period: Period,
  whole: string,
) {
  return slots.map((slot, index) => ({
    rule: number,
    later: period,
    wholeId: ids.get(whole) ?? UNKNOWN,
    slot: index,
    measureId: slot.declared.id,
    period: yearsLater(period, -slot.yearsBefore) ?? '',
    breakdownId: ids.get(slotBreakdown(check, slot, whole)) ?? UNKNOWN,
  }));
}

const UNKNOWN = -1;
