import type { Dimension } from '../dimension.ts';
import { category } from './category.ts';

/** The continent of a former citizenship, with one category for those who have none or of whom none is known. */
export const regionOfOrigin: Dimension = {
  key: 'regionOfOrigin',
  kind: 'partition',
  title: { de: 'Herkunftsregion', en: 'Region of origin' },
  categories: [
    category('africa', 'Afrika', 'Africa'),
    category('america', 'Amerika', 'America'),
    category('asia', 'Asien', 'Asia'),
    category('oceania', 'Australien und Ozeanien', 'Australia and Oceania'),
    category('europe', 'Europa', 'Europe'),
    category('unknown', 'Staatenlos, unbekannt, ungeklärt, ohne Angabe', 'stateless or unknown'),
  ],
};
