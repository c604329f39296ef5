import { type Period, periodEnd } from '../period/period.ts';

/**
 * A footer of a table that says on which boundaries it stands: for one Land or all (`state` null), for the periods
 * from `from` until `until` (years, inclusive, null = open).
 */
export type BoundaryNote = {
  readonly state: string | null;
  readonly from: string | null;
  readonly until: string | null;
  /** A day (ISO), or the end of the year after the period. */
  readonly boundary: { readonly date: string } | { readonly yearsLater: number };
};

/**
 * The boundary date of a value: the end of its period, unless a footer of the table says otherwise. A note about a Land
 * goes before one about all. ISO.
 */
export function boundaryDate(period: Period, state: string, notes: readonly BoundaryNote[]): string {
  const year = period.slice(0, 4);
  const fits = notes.filter(
    (note) =>
      (note.state === null || note.state === state) &&
      (note.from === null || note.from <= year) &&
      (note.until === null || note.until >= year),
  );
  const note = fits.find((candidate) => candidate.state !== null) ?? fits[0];
  if (note === undefined) return periodEnd(period);
  if ('date' in note.boundary) return note.boundary.date;
  return periodEnd(String(Number(year) + note.boundary.yearsLater).padStart(4, '0'));
}
