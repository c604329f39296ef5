/** How exact figures are that are added up: the multiples they are rounded to (0: not rounded), and whether they are perturbed. */
export type FigureAccuracy = { readonly roundedTo: number; readonly perturbed: boolean };

/** Figures as they are: every difference is a finding. */
export const exactFigures: FigureAccuracy = Object.freeze({ roundedTo: 0, perturbed: false });

/**
 * Institutes that perturb counts turn 1 and 2 into 0 or 3 and change others by about one, at random: three standard
 * deviations of a figure that is off by one.
 */
export const PERTURBATION = 3;

/**
 * How far a delivered total can lie from the sum of its members because of how exact the figures are. Figures that are rounded
 * each on their own are off by half of what they are rounded to at most, the total too; perturbed ones by chance, so that
 * their errors grow with the root of their number.
 */
export function explainedDifference({ roundedTo, perturbed }: FigureAccuracy, members: number): number {
  const figures = members + 1;
  return (figures / 2) * roundedTo + (perturbed ? PERTURBATION * Math.sqrt(figures) : 0);
}
