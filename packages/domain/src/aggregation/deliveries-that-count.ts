import type { Period } from '../period/period.ts';
import type { TerritoryKind } from '../territory/territory-kind.ts';
import type { Figure } from './roll-up.ts';

/** A cell of a territory: `territory` is its key under the highest of its roles, `breakdown` a breakdown key. */
export type CellKey = {
  readonly territory: string;
  readonly measure: string;
  readonly period: Period;
  readonly breakdown: string;
};

/** A figure that an institute delivered; `association` is the one that the delivered key names, null where it names none. */
export type Delivery = CellKey & { readonly figure: Figure; readonly association: string | null };

/** The deliveries of one file. `levels` are the kinds of territory that its keys name. */
export type DeliveredRelease = {
  readonly input: string;
  readonly kind: 'full' | 'partial';
  readonly levels: readonly TerritoryKind[];
  readonly deliveries: readonly Delivery[];
};

/** A text that is the same for the same cell. */
export function cellId({ territory, measure, period, breakdown }: CellKey): string {
  return [territory, measure, period, breakdown].join(' ');
}

/**
 * Which deliveries count after all these releases, in the order in which they came; one that was withdrawn is left out of the
 * list, as if it had never been delivered (rule 12).
 *
 * A release replaces what the same input delivered for the same cells before; a full one also withdraws the cells of its
 * scope that it does not contain: its measures with the periods it holds for them, for territories of its levels. `rolesOf`
 * answers all kinds that a territory is. Inputs never withdraw each other's cells: of several the latest delivery wins, but a
 * `-` gives way to anything else.
 */
export function deliveriesThatCount(
  releases: readonly DeliveredRelease[],
  rolesOf: (territory: string) => readonly TerritoryKind[],
): ReadonlyMap<string, Delivery> {
  const openByInput = new Map<string, ReadonlyMap<string, Placed>>();
  for (const [order, release] of releases.entries()) {
    const before = openByInput.get(release.input) ?? new Map<string, Placed>();
    const kept = [...before].filter(([, { delivery }]) => !isWithdrawnBy(release, delivery, rolesOf));
    const fresh = release.deliveries.map((delivery): [string, Placed] => [
      cellId(delivery),
      { delivery, order },
    ]);
    openByInput.set(release.input, new Map([...kept, ...fresh]));
  }
  const winners = new Map<string, Placed>();
  for (const [id, placed] of [...openByInput.values()].flatMap((open) => [...open])) {
    const other = winners.get(id);
    if (other === undefined || wins(placed, other)) winners.set(id, placed);
  }
  return new Map([...winners].map(([id, { delivery }]) => [id, delivery]));
}

/** A delivery with the place of its release in the order of all. */
type Placed = { readonly delivery: Delivery; readonly order: number };

function isWithdrawnBy(
  { kind, levels, deliveries }: DeliveredRelease,
  cell: CellKey,
  rolesOf: (territory: string) => readonly TerritoryKind[],
): boolean {
  return (
    kind === 'full' &&
    deliveries.some(({ measure, period }) => measure === cell.measure && period === cell.period) &&
    rolesOf(cell.territory).some((role) => levels.includes(role))
  );
}

function wins(one: Placed, other: Placed): boolean {
  const [isDash, isOtherDash] = [one, other].map(({ delivery }) => delivery.figure.sign === '-');
  return isDash === isOtherDash ? one.order > other.order : !isDash;
}
