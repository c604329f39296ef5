import type { Measure } from '../catalogue/measure.ts';
import { type Bounds, isWithin } from '../measure/member-condition.ts';
import type { TerritoryKind } from '../territory/territory-kind.ts';
import { type Figure, type Member, type RolledUp, rollUp, type Standing } from './roll-up.ts';

/** A territory on the day of the boundaries of some figures: once, under the highest of its roles (rule 9). */
export type TerritoryOnDay = {
  readonly key: string;
  readonly kind: TerritoryKind;
  /**
   * The key of the association of a municipality, where that has several members; null where it belongs to none. Where the
   * register of the day does not show the municipality, that of the nearest register which does, if it is there on the day.
   */
  readonly association: string | null;
  /**
   * The keys of the territories that add it up: of a municipality and of an association their district, of a district (also
   * one that is a state at once) its region, its state and the country.
   */
  readonly memberOf: readonly string[];
  readonly standing: Standing;
  /** Whether official sources around the day show it, or the latest does. */
  readonly isLive: boolean;
  readonly population: number | null;
};

/** A figure as delivered for a territory; `association` is the one that the delivered key names, null where it names none. */
export type DeliveredFigure = { readonly figure: Figure; readonly association: string | null };

/** What a measure declares about who reports and how that adds up. */
export type AddingUp = Pick<Measure, 'rollup' | 'additivity' | 'reportedAt'>;

type Delivered = ReadonlyMap<string, DeliveredFigure>;

/** Members come before the territories that add them up. */
const BOTTOM_UP: readonly TerritoryKind[] = [
  'part',
  'municipality',
  'association',
  'district',
  'region',
  'state',
  'country',
];

/**
 * Rolls up one measure, period and breakdown, from the municipalities to the country: associations and districts add up
 * municipalities; regions, states and the country add up districts, each with its own best figure (rule 4). Where
 * associations report, they are the members of their district, beside the municipalities that belong to none: an association
 * and its members are never both added (rule 7). Answers what is known of each territory by its key; `weights` is the answer
 * for the measure that weighs a mean.
 */
export function rollUpCountry(
  territories: readonly TerritoryOnDay[],
  delivered: Delivered,
  measure: AddingUp,
  weights: ReadonlyMap<string, RolledUp> = new Map(),
): ReadonlyMap<string, RolledUp> {
  const found = new Map<string, RolledUp>();
  const contributed = ({ key, kind }: TerritoryOnDay): Figure | null => {
    const own = found.get(key) ?? null;
    const isCounted = measure.rollup === 'count' && kind === 'municipality' && own?.status === 'NORMAL';
    return own !== null && isCounted ? { ...own, value: 1 } : own;
  };
  for (const parent of BOTTOM_UP.flatMap((kind) => territories.filter((each) => each.kind === kind))) {
    const members = territories.flatMap((member): readonly Member[] => {
      const tie = tieOf(parent, member, delivered, measure);
      if (tie === 'none') return [];
      return [
        {
          ...member,
          standing: tie === 'named' && member.standing !== 'unknown' ? 'elsewhen' : member.standing,
          figure: tie === 'silent' ? null : contributed(member),
          weight: weights.get(member.key) ?? null,
        },
      ];
    });
    const rolled = rollUp(
      {
        isRegistered: parent.standing === 'expected' || parent.standing === 'uninhabited',
        members,
        delivered: delivered.get(parent.key)?.figure ?? null,
      },
      measure,
    );
    if (rolled !== null) found.set(parent.key, rolled);
  }
  return found;
}

/**
 * How a territory is tied to one above it: as a `member`; only by the key under which a figure of it was delivered (`named`);
 * or as a member whose figure came under another association (`silent`).
 */
type Tie = 'member' | 'named' | 'silent' | 'none';

function tieOf(
  parent: TerritoryOnDay,
  member: TerritoryOnDay,
  delivered: Delivered,
  { reportedAt }: AddingUp,
): Tie {
  if (parent.kind === 'association') {
    if (reportedAt === 'association' || member.kind !== 'municipality') return 'none';
    const named = delivered.get(member.key)?.association ?? null;
    if (member.association === parent.key)
      return named === null || named === parent.key ? 'member' : 'silent';
    return named === parent.key ? 'named' : 'none';
  }
  if (!member.memberOf.includes(parent.key)) return 'none';
  if (parent.kind !== 'district') return 'member';
  const named = delivered.get(member.key)?.association ?? null;
  const isAdded =
    reportedAt === 'association' ? reportsItself(member, named) : member.kind === 'municipality';
  return isAdded ? 'member' : 'none';
}

/**
 * No association reports for it: the register of the day shows it without one, or no register and not the key under which
 * its figure was delivered names one.
 */
function reportsItself({ kind, association, standing }: TerritoryOnDay, named: string | null): boolean {
  if (kind === 'association') return true;
  const isShown = standing === 'expected' || standing === 'uninhabited';
  return association === null && (isShown || named === null);
}

/**
 * What a municipality contributes to a measure that counts those whose figure of another measure lies between bounds: 1 or 0,
 * or why there is no figure.
 */
export function countedFigure(figure: Figure, bounds: Bounds): Figure {
  if (figure.value === null) return figure;
  return { ...figure, value: isWithin(bounds, figure.value) ? 1 : 0, sign: null };
}
