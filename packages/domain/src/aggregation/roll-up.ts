import type { Measure } from '../catalogue/measure.ts';
import { flagBits } from '../observation/flags.ts';
import type { Origin } from '../observation/origin.ts';
import { combineStatus, isFree, type Status } from '../observation/status.ts';

/** A value or the reason why there is none, with flags as bits and the sign as delivered. */
export type Figure = {
  readonly value: number | null;
  readonly status: Status;
  readonly flags: number;
  readonly sign: string | null;
};

/**
 * How official sources know a territory on a day: the register of the day shows it, with inhabitants (`expected`) or
 * without (`uninhabited`); another one does (`elsewhen`: founded or dissolved between registers); or none does although
 * they reach back that far (`unknown`), so that its key is more likely a mistake.
 */
export type Standing = 'expected' | 'uninhabited' | 'elsewhen' | 'unknown';

/**
 * A member of a territory with its own best figure of a cell; null where nobody delivered or rolled up any. `weight` is that
 * of the measure which weighs a mean. Of a measure that counts members a municipality with a value stands for 1.
 */
export type Member = {
  readonly standing: Standing;
  /** Whether sources around the day show it, or the latest does: else its `-` says nothing, and it is not expected. */
  readonly isLive: boolean;
  /** Inhabitants in the register at or before the day; null where there is none. */
  readonly population: number | null;
  readonly figure: Figure | null;
  readonly weight: Figure | null;
};

/**
 * What is known of a territory in a cell. `sum` (of a mean: of the values times their weights), `weight` (of others: how many
 * reported), `minimum` and `maximum` are of the members that reported, null where nobody was asked; `expected` is 0 where
 * nobody can say. `difference` is the delivered value minus the sum. None of these may be shown where a member is hidden.
 */
export type RolledUp = Figure & {
  readonly origin: Origin;
  readonly sum: number | null;
  readonly weight: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly reported: number;
  readonly expected: number;
  readonly hidden: number;
  readonly populationReported: number | null;
  readonly populationExpected: number | null;
  readonly difference: number | null;
};

/** What a measure declares about adding up. */
export type RollUpRule = Pick<Measure, 'rollup' | 'additivity'>;

/** A territory whose members are rolled up. Of one that the register of the day does not show nobody knows who belongs to it. */
export type RolledTerritory = {
  readonly isRegistered: boolean;
  readonly members: readonly Member[];
  /** What an institute delivered for the territory itself; null where none did. */
  readonly delivered: Figure | null;
};

/**
 * Rolls up one cell of one territory by the rules of meaning: the oracle of aggregation, which the SQL of the store must equal.
 *
 * A delivered figure wins, and so does a delivered sign; only `...` and what nothing proves make way for a complete sum, and
 * `-` for any member that has something (rule 6). A sum needs every expected member and no hidden one (rules 7 and 13); what
 * crosses borders does not add up (rule 3). Null where nothing was delivered for the territory or any of its members.
 */
export function rollUp(territory: RolledTerritory, rule: RollUpRule): RolledUp | null {
  const { delivered } = territory;
  const summed = summedUp(territory, rule);
  if (summed === null) return delivered === null ? null : { ...delivered, ...NO_MEMBERS };
  const rolled: RolledUp = {
    ...summed.figure,
    ...summed.state,
    difference: differenceOf(delivered, summed, rule),
  };
  if (delivered === null || giveWay(delivered, summed)) return rolled;
  return { ...rolled, ...delivered, origin: 'DELIVERED' };
}

const NO_MEMBERS = Object.freeze({
  origin: 'DELIVERED',
  sum: null,
  weight: null,
  minimum: null,
  maximum: null,
  reported: 0,
  expected: 0,
  hidden: 0,
  populationReported: null,
  populationExpected: null,
  difference: null,
} as const);

/** A sum of members: the figure that it makes, and what is kept beside it. */
type Summed = {
  readonly figure: Figure;
  readonly state: Omit<RolledUp, keyof Figure | 'difference'>;
  /** All members are there, or the table that lists them is the only record of who they are, and all of these are. */
  readonly isComplete: boolean;
};

function summedUp({ members, isRegistered }: RolledTerritory, rule: RollUpRule): Summed | null {
  if (rule.rollup === 'none' || members.every(({ figure }) => figure === null)) return null;
  const isMean = typeof rule.rollup === 'object';
  const reporting = members.filter((member) => isPlain(member.figure) && (!isMean || isPlain(member.weight)));
  const hidden = members.filter((member) => isHidden(member, isMean));
  const expected = members.filter((member) => isExpected(member) || isPresent(member));
  const isDoubtful =
    !isRegistered || members.some((member) => member.standing === 'unknown' && isPresent(member));
  const reason = combineStatus(members.flatMap((member) => reasonsOf(member, isMean)));
  const totals = totalsOf(reporting, isMean);
  const value = rolledValue(totals, rule);
  const status = statusOfSum(reason, {
    isHidden: hidden.length > 0,
    isEmpty: reporting.length === 0,
    isShort: isDoubtful || reporting.length < expected.length,
    isMeaningless: value === null || crossesBorders(reporting, rule),
  });
  const populationReported = populationOf(reporting.filter(isExpected));
  return {
    figure: {
      value: status === 'NORMAL' ? value : null,
      status,
      flags: flagsOf(reporting, rule),
      sign: null,
    },
    state: {
      origin: 'SUMMED',
      ...totals,
      reported: reporting.length,
      expected: isDoubtful ? 0 : expected.length,
      hidden: hidden.length,
      populationReported,
      populationExpected: populationReported === null ? null : populationOf(members.filter(isExpected)),
    },
    isComplete:
      status === 'NORMAL' || (!isRegistered && reason === 'NORMAL' && !crossesBorders(reporting, rule)),
  };
}

/** Hidden goes before missing: nobody learns how many are missing where one is confidential. */
function statusOfSum(
  reason: Status,
  sum: Readonly<Record<'isHidden' | 'isEmpty' | 'isShort' | 'isMeaningless', boolean>>,
): Status {
  if (sum.isHidden) return reason;
  if (sum.isEmpty) return reason === 'NORMAL' ? 'NOT_AVAILABLE' : reason;
  if (sum.isShort) return 'INCOMPLETE';
  return sum.isMeaningless ? 'NOT_APPLICABLE' : 'NORMAL';
}

function isPlain(figure: Figure | null): boolean {
  return figure?.status === 'NORMAL';
}

/** A hidden weight must not become known through a mean either. */
function isHidden(member: Member, isMean: boolean): boolean {
  return reasonsOf(member, isMean).some((reason) => !isFree(reason));
}

/** Why a member has a value or none; nothing of one that is not expected. */
function reasonsOf(member: Member, isMean: boolean): readonly Status[] {
  const { figure, weight } = member;
  if (figure === null || isExcused(member)) return [];
  const isWeightHidden = isMean && weight !== null && !isFree(weight.status);
  return isWeightHidden ? [figure.status, weight.status] : [figure.status];
}

/** What several members count at their borders is no flow of all of them together (rule 3). */
function crossesBorders(reporting: readonly Member[], { additivity }: RollUpRule): boolean {
  return additivity === 'crossBorder' && reporting.length > 1;
}

/** `-` of a unit that nothing proves live: it is not expected to report (rule 8). */
function isExcused({ figure, isLive }: Member): boolean {
  return figure !== null && figure.status === 'NOT_AVAILABLE' && figure.sign === '-' && !isLive;
}

function isExpected(member: Member): boolean {
  return member.standing === 'expected' && !isExcused(member);
}

/** It says something, and so exists: whoever does is one more to reckon with, also where nobody expects it. */
function isPresent({ figure }: Member): boolean {
  return figure !== null && figure.status !== 'NOT_AVAILABLE';
}

type Totals = Pick<RolledUp, 'sum' | 'weight' | 'minimum' | 'maximum'>;

function totalsOf(reporting: readonly Member[], isMean: boolean): Totals {
  if (reporting.length === 0) return { sum: null, weight: 0, minimum: null, maximum: null };
  const values = reporting.map(({ figure }) => figure?.value ?? 0);
  const weights = reporting.map(({ weight }) => (isMean ? (weight?.value ?? 0) : 1));
  return {
    sum: values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0),
    weight: weights.reduce((sum, weight) => sum + weight, 0),
    minimum: Math.min(...values),
    maximum: Math.max(...values),
  };
}

function rolledValue({ sum, weight, minimum, maximum }: Totals, { rollup }: RollUpRule): number | null {
  if (rollup === 'min') return minimum;
  if (rollup === 'max') return maximum;
  if (typeof rollup !== 'object') return sum;
  return sum === null || weight === null || weight === 0 ? null : sum / weight;
}

/** A sum of values that were each rounded or perturbed is an estimate (rule 6). */
function flagsOf(reporting: readonly Member[], { additivity }: RollUpRule): number {
  const flags = reporting.reduce((bits, { figure }) => bits | (figure?.flags ?? 0), 0);
  const isInexact = (flags & (flagBits.ROUNDED | flagBits.PERTURBED)) !== 0;
  return isInexact || additivity === 'rounded' || additivity === 'perturbed'
    ? flags | flagBits.ESTIMATED
    : flags;
}

/** Null where no inhabitants are known of anybody. */
function populationOf(members: readonly Member[]): number | null {
  const known = members.flatMap(({ population }) => (population === null ? [] : [population]));
  return known.length === 0 ? null : known.reduce((sum, population) => sum + population, 0);
}

/** Whether what was delivered for the territory itself makes way for what its members say. */
function giveWay({ status, sign }: Figure, { figure, state }: Summed): boolean {
  const hasSomething = state.hidden > 0 || isSomething(state.minimum) || isSomething(state.maximum);
  if (sign === '-' && hasSomething) return true;
  return (status === 'NOT_AVAILABLE' || status === 'PENDING') && figure.status === 'NORMAL';
}

function isSomething(value: number | null): boolean {
  return value !== null && value !== 0;
}

/** Kept only where a delivered total and a complete, free sum both exist (rule 6). */
function differenceOf(
  delivered: Figure | null,
  { state, isComplete }: Summed,
  rule: RollUpRule,
): number | null {
  if (rule.rollup !== 'sum' || !isComplete || state.sum === null) return null;
  return delivered?.status === 'NORMAL' && delivered.value !== null ? delivered.value - state.sum : null;
}
