import type { Category, Dimension } from '../dimension.ts';
import { category } from './category.ts';

/** A group from a year of age to below another one, as the official tables label it. */
function years(from: number, below: number): Category {
  return category(
    `${from}-${below - 1}`,
    from === 0 ? `unter ${below} Jahre` : `${from} bis unter ${below} Jahre`,
    from === 0 ? `under ${below} years` : `${from} to under ${below} years`,
    [`ALT${two(from)}${two(below)}`, `ALT0${two(below)}`].slice(from === 0 ? 1 : 0, from === 0 ? 2 : 1),
  );
}

function from(age: number): Category {
  return category(`${age}plus`, `${age} Jahre und mehr`, `${age} years and over`, [`ALT${age}UM`]);
}

function two(age: number): string {
  return String(age).padStart(2, '0');
}

/** Cuts an age scale: each group reaches to the next bound, the last one has no end. */
function groups(bounds: readonly number[]): readonly Category[] {
  return bounds.map((bound, index) => {
    const next = bounds[index + 1];
    return next === undefined ? from(bound) : years(bound, next);
  });
}

/** The 21 age groups of the population update. */
export const ageGroup21: Dimension = {
  key: 'ageGroup21',
  kind: 'partition',
  title: { de: 'Altersgruppe (21 Gruppen)', en: 'Age group (21 groups)' },
  categories: groups([0, 3, 6, 10, 15, 18, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90]),
};

/** The six age groups of the migration statistics. */
export const ageGroup6: Dimension = {
  key: 'ageGroup6',
  kind: 'partition',
  title: { de: 'Altersgruppe (6 Gruppen)', en: 'Age group (6 groups)' },
  categories: groups([0, 18, 25, 30, 50, 65]),
};

/** The six age groups of the statistics of asylum benefits. */
export const ageGroupBenefits: Dimension = {
  key: 'ageGroupBenefits',
  kind: 'partition',
  title: { de: 'Altersgruppe (Asylbewerberleistungen)', en: 'Age group (asylum benefits)' },
  categories: groups([0, 7, 18, 25, 50, 65]),
};
