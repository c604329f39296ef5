import type { Period } from '../period/period.ts';
import { cellId, type DeliveredRelease, type Delivery } from './deliveries-that-count.ts';

/** What has to be known of territories to read signs: the highest of the roles of each, and when it is proven live. */
export type SignKnowledge = {
  readonly levelOf: (territory: string) => string;
  /** Whether registers around the end of the period show the territory: an open start or end proves nothing. */
  readonly isProvenLive: (territory: string, period: Period) => boolean;
  /** Whether a `-` is never a zero, because its file or its measure says so. */
  readonly dashSaysNothing?: (delivery: Delivery, input: string) => boolean;
};

/**
 * Gives the two signs of a file their meaning that depends on more than the cell (rule 8).
 *
 * `-` is a zero where the unit is proven live: by registers around, or by a figure of its own for the same period in the
 * same file; never where all its cells in the file are `-`, nor where the file or the measure says so. `.` through a whole level of a full release means that the table
 * does not go down to it; in its only cell it may be confidential.
 */
export function meaningOfSigns(release: DeliveredRelease, knowledge: SignKnowledge): DeliveredRelease {
  const ofTerritory = Map.groupBy(release.deliveries, ({ territory }) => territory);
  const columnOf = (delivery: Delivery): string =>
    cellId({ ...delivery, territory: knowledge.levelOf(delivery.territory) });
  const ofLevel = Map.groupBy(release.deliveries, columnOf);

  const isZero = (delivery: Delivery): boolean => {
    const { territory, period } = delivery;
    if (knowledge.dashSaysNothing?.(delivery, release.input) === true) return false;
    const row = ofTerritory.get(territory) ?? [];
    if (row.every(({ figure }) => figure.sign === '-')) return false;
    const hasFigure = row.some((each) => each.period === period && each.figure.value !== null);
    return hasFigure || knowledge.isProvenLive(territory, period);
  };
  const untabulated = new Set(
    [...ofLevel]
      .filter(([, column]) => column.length > 1 && column.every(({ figure }) => figure.sign === '.'))
      .map(([column]) => column),
  );
  const isNotTabulated = (delivery: Delivery): boolean =>
    release.kind === 'full' && untabulated.has(columnOf(delivery));
  const deliveries = release.deliveries.map((delivery): Delivery => {
    const { figure } = delivery;
    if (figure.sign === '-' && isZero(delivery)) {
      return { ...delivery, figure: { ...figure, value: 0, status: 'NORMAL' } };
    }
    if (figure.sign === '.' && isNotTabulated(delivery)) {
      return { ...delivery, figure: { ...figure, status: 'NOT_COLLECTED_AT_LEVEL' } };
    }
    return delivery;
  });
  return { ...release, deliveries };
}
