import { flagBits } from '../observation/flags.ts';
import { combineStatus, isFree, type Status } from '../observation/status.ts';
import type { SourceShare } from './boundary-history.ts';
import type { BoundaryPart } from './boundary-parts.ts';
import { type ApportionKey, isAll, isNone, type Shares } from './shares.ts';

/** What is stored for a territory and period. `weight`: the value of the measure that a mean is weighted by. */
export type Fact = {
  readonly value: number | null;
  readonly status: Status;
  readonly flags: number;
  readonly weight: number | null;
};

/** How the values of a measure can be carried over to other boundaries. */
export type RebasingRule = {
  readonly rollup: 'sum' | 'weightedMean' | 'min' | 'max' | 'count' | 'none';
  readonly apportionBy: ApportionKey | 'none';
  /** False where members do not quite add up: rounded or perturbed values, and flows over borders. */
  readonly isExact: boolean;
  /** Own counts of persons, of which sums other than the published ones may become known by subtraction. */
  readonly ownCount: boolean;
};

/** Why a value cannot be carried over. */
export type RebasingRefusal =
  /** The measure adds up by no rule that holds for other boundaries (min, max, count, none). */
  | 'DOES_NOT_ADD_UP'
  /** A territory was divided and the measure declares nothing by which its values can be. */
  | 'NOT_APPORTIONABLE'
  /** A territory was divided and no usable weight is known. */
  | 'NO_WEIGHT'
  /** Own counts of persons are published on the boundaries they were counted on. */
  | 'OWN_COUNT';

/** A value on other boundaries. `apportioned` is the share of it that was divided by weights, 0 where none was. */
export type Rebased = {
  readonly value: number | null;
  readonly weight: number | null;
  readonly status: Status;
  readonly flags: number;
  readonly apportioned: number | null;
  readonly refusal: RebasingRefusal | null;
  /** Some parts have reported and others have not: the values may stand on later boundaries. */
  readonly isPatchy: boolean;
};

/** What is stored for a territory: a part by its own key, or one of the municipalities of a divided district. */
export type FactOf = (key: string, of: 'part' | 'member') => Fact | null;

/** One contribution: a value that moves as a whole or by a share. */
type Piece = { readonly fact: Fact | null; readonly share: number | null };

/**
 * Carries the values of the parts of a territory over to it.
 *
 * What moved as a whole is added up exactly. Of a divided district the municipalities are added up where all of them
 * have a value and these make up the district's own; else its value is divided by the weight that the measure declares,
 * which makes it an estimate. A part that is not free hides the sum (rule 13); one without a value makes it incomplete.
 */
export function rebase(rule: RebasingRule, parts: readonly BoundaryPart[], factOf: FactOf): Rebased {
  const refusal = refusalOf(rule);
  if (refusal !== null) return refused(refusal);
  const found = parts.map((part) => piecesOf(rule, part, factOf));
  const pieces = found.filter((piece) => typeof piece !== 'string').flat();
  const isPatchy = isPatchyIn(pieces) || parts.some(({ members }) => isPatchyIn(factsOf(members, factOf)));
  const obstacle = found.find((piece) => typeof piece === 'string');
  return { ...(obstacle === undefined ? combined(rule, pieces) : refused(obstacle)), isPatchy };
}

function factsOf(members: readonly SourceShare[], factOf: FactOf): readonly Piece[] {
  return members
    .filter(({ shares }) => shares.population !== null)
    .map(({ source }) => ({ fact: factOf(source, 'member'), share: 1 }));
}

function isPatchyIn(pieces: readonly Piece[]): boolean {
  const missing = pieces.filter(({ fact }) => isMissing(fact)).length;
  return missing > 0 && missing < pieces.length;
}

function isMissing(fact: Fact | null): boolean {
  return fact === null || fact.status === 'NOT_AVAILABLE';
}

function refusalOf({ rollup, ownCount }: RebasingRule): RebasingRefusal | null {
  if (rollup !== 'sum' && rollup !== 'weightedMean') return 'DOES_NOT_ADD_UP';
  return ownCount ? 'OWN_COUNT' : null;
}

function refused(refusal: RebasingRefusal): Rebased {
  return { ...NO_VALUE, status: 'NOT_APPLICABLE', refusal };
}

const NO_VALUE = Object.freeze({
  value: null,
  weight: null,
  status: 'NOT_AVAILABLE',
  flags: 0,
  apportioned: null,
  refusal: null,
  isPatchy: false,
} as const satisfies Rebased);

/** The share of a territory that counts for a measure. What holds all inhabitants holds the whole of what cannot be divided. */
function shareBy(shares: Shares, { apportionBy }: RebasingRule): number | null {
  if (isAll(shares.area)) return 1;
  if (apportionBy !== 'none') return shares[apportionBy];
  return shares.population;
}

function piecesOf(
  rule: RebasingRule,
  part: BoundaryPart,
  factOf: FactOf,
): readonly Piece[] | RebasingRefusal {
  const fact = factOf(part.source, 'part');
  if (isAll(part.shares.area)) return [{ fact, share: 1 }];
  const members = part.members.length === 0 ? null : piecesOfMembers(rule, part, fact, factOf);
  return members ?? divided(rule, fact, shareBy(part.shares, rule));
}

/** The municipalities of a divided district that make up its value; null where they do not. */
function piecesOfMembers(
  rule: RebasingRule,
  { members }: BoundaryPart,
  whole: Fact | null,
  factOf: FactOf,
): readonly Piece[] | null {
  const reported: Piece[] = [];
  for (const { source, shares } of members) {
    const fact = factOf(source, 'member');
    if (hasValue(fact, rule)) reported.push({ fact, share: shareBy(shares, rule) });
    else if (!isMissing(fact)) return null;
  }
  if (reported.length === 0 || !makeUp(rule, reported, whole, reported.length === members.length))
    return null;
  const pieces = reported.map(({ fact, share }) => divided(rule, fact, share));
  return pieces.some((found) => typeof found === 'string')
    ? null
    : pieces.filter((found) => typeof found !== 'string').flat();
}

/** True for a number that can be added up, for a mean one with a weight. */
function hasValue(fact: Fact | null, { rollup }: RebasingRule): boolean {
  if (fact === null || fact.status !== 'NORMAL' || fact.value === null) return false;
  return rollup === 'sum' || fact.weight !== null;
}

/**
 * True where the municipalities that have a value make up that of their district. Those that have none (nobody lives
 * there, or they stand under another district already) then have no part in it; unless values can be negative and
 * cancel each other out. Where nobody delivered the district's own value, all must have one.
 */
function makeUp(
  { rollup }: RebasingRule,
  pieces: readonly Piece[],
  whole: Fact | null,
  isComplete: boolean,
): boolean {
  if (whole === null) return isComplete;
  if (whole.status !== 'NORMAL' || whole.value === null) return false;
  const isSum = rollup === 'sum';
  const expected = isSum ? whole.value : whole.weight;
  const amounts = pieces.map(({ fact }) => (isSum ? fact?.value : fact?.weight) ?? 0);
  if (!isComplete && (expected === null || amounts.some((amount) => amount < 0))) return false;
  if (expected === null) return true;
  const size = Math.max(Math.abs(expected), sumOf(amounts.map(Math.abs)));
  return Math.abs(sumOf(amounts) - expected) <= EQUAL * size;
}

/** Values are equal within this part of them (rule 17). */
const EQUAL = 1e-9;

/** One value by its share. No value, and a sum of nothing, can be divided by any weight, also by an unknown one. */
function divided(
  { apportionBy, rollup }: RebasingRule,
  fact: Fact | null,
  share: number | null,
): readonly Piece[] | RebasingRefusal {
  if (isAll(share)) return [{ fact, share: 1 }];
  if (isNone(share)) return [];
  if (fact?.status !== 'NORMAL') return [{ fact, share: share ?? 0 }];
  if (rollup === 'sum' && fact.value === 0) return [{ fact, share: 1 }];
  if (apportionBy === 'none') return 'NOT_APPORTIONABLE';
  return share === null ? 'NO_WEIGHT' : [{ fact, share }];
}

function combined({ rollup, isExact }: RebasingRule, pieces: readonly Piece[]): Rebased {
  const isMean = rollup === 'weightedMean';
  const flags = pieces.reduce((bits, { fact }) => bits | (fact?.flags ?? 0), 0);
  const status = statusOf(pieces, isMean);
  if (status !== 'NORMAL') return { ...NO_VALUE, status, flags };

  const weight = isMean ? totalWeight(pieces) : null;
  const value = isMean ? meanOf(pieces, weight) : sumOf(pieces.map(amountOf));
  if (value === null) return { ...NO_VALUE, status: 'NOT_APPLICABLE', flags };
  const apportioned = apportionedShare(pieces, isMean ? weightOf : amountOf);
  const isEstimate = apportioned > 0 || (!isExact && pieces.length > 1);
  return {
    ...NO_VALUE,
    value,
    weight,
    status,
    flags: isEstimate ? flags | flagBits.ESTIMATED : flags,
    apportioned,
  };
}

function amountOf({ fact, share }: Piece): number {
  return (fact?.value ?? 0) * (share ?? 0);
}

/** The mean of one territory needs no weight; that of several that weigh nothing is none. */
function meanOf(pieces: readonly Piece[], weight: number | null): number | null {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only.fact?.value ?? null;
  if (weight === null || weight === 0) return null;
  return sumOf(pieces.map((piece) => (piece.fact?.value ?? 0) * weightOf(piece))) / weight;
}

function totalWeight(pieces: readonly Piece[]): number | null {
  return pieces.some(({ fact }) => fact?.weight == null) ? null : sumOf(pieces.map(weightOf));
}

/** How much of a result was divided, whatever its sign; a mean that weighs nothing counts by its pieces. */
function apportionedShare(pieces: readonly Piece[], sizeOf: (piece: Piece) => number): number {
  const isDivided = pieces.filter(({ share }) => share !== 1);
  const sizeOfAll = (some: readonly Piece[]): number => sumOf(some.map((piece) => Math.abs(sizeOf(piece))));
  const total = sizeOfAll(pieces);
  return total === 0 ? isDivided.length / pieces.length : sizeOfAll(isDivided) / total;
}

/** The reason of the whole: one that is not free hides it, and where some have a value and others none it is incomplete. */
function statusOf(pieces: readonly Piece[], isMean: boolean): Status {
  const statuses = pieces.map(({ fact }): Status => {
    if (fact === null) return 'NOT_AVAILABLE';
    // A missing weight is a missing member.
    const isIncomplete = fact.value === null || (isMean && pieces.length > 1 && fact.weight === null);
    return fact.status === 'NORMAL' && isIncomplete ? 'NOT_AVAILABLE' : fact.status;
  });
  if (statuses.length === 0) return 'NOT_AVAILABLE';
  const worst = combineStatus(statuses);
  const isPartial = worst !== 'NORMAL' && statuses.includes('NORMAL');
  return isPartial && isFree(worst) ? 'INCOMPLETE' : worst;
}

function weightOf({ fact, share }: Piece): number {
  return (fact?.weight ?? 0) * (share ?? 0);
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
