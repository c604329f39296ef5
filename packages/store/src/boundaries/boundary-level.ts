/** The levels of which boundaries are kept, each with its name in topologies and addresses. */
export const boundaryLevelNames = Object.freeze({
  state: 'states',
  region: 'regions',
  district: 'districts',
  association: 'associations',
  municipality: 'municipalities',
} as const);

/** A kind of territory of which boundaries are kept. */
export type BoundaryLevel = keyof typeof boundaryLevelNames;

/** True for a kind of territory of which boundaries are kept: not Germany, groups and parts. */
export function isBoundaryLevel(kind: string): kind is BoundaryLevel {
  return Object.hasOwn(boundaryLevelNames, kind);
}
