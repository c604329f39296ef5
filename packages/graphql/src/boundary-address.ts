import { type BoundarySetRow, boundaryLevelNames } from '@kreisweit/store';

/** The forms in which boundaries are served. */
export const boundaryFormats = Object.freeze(['topojson', 'geojson'] as const);

export type BoundaryFormat = (typeof boundaryFormats)[number];

/**
 * The address, on the server that answers the query, under which one set of boundaries stays for ever.
 *
 * @example boundaryAddress(set, 'topojson') // '/boundaries/districts.dfc71df162b3c739.topojson'
 */
export function boundaryAddress(
  { level, contentHash }: Pick<BoundarySetRow, 'level' | 'contentHash'>,
  format: BoundaryFormat,
): string {
  return `/boundaries/${boundaryLevelNames[level]}.${contentHash}.${format}`;
}
