import type { Arc, Transform } from 'topojson-specification';
import type { BoundaryProblem } from './boundary-problems.ts';
import type { KeyedShape } from './check-shapes.ts';

/** Territories over the arcs that they share, as in a TopoJSON: a ring is a list of indexes of arcs (~i is i reversed). */
export type KeyedTopology = {
  readonly territories: readonly KeyedShape<readonly number[]>[];
  readonly arcs: readonly Arc[];
  /** Where there is one the arcs are whole numbers, each but the first point relative to the one before. */
  readonly transform: Transform | null;
};

/** A topology and the problems that were found while it was read; with problems it may lack territories. */
export type ReadTopology = {
  readonly topology: KeyedTopology;
  /** True where reading has put the positions on a grid. */
  readonly gridded: boolean;
  readonly problems: readonly BoundaryProblem[];
};
