import type { Dimension } from '../dimension.ts';
import { category } from './category.ts';

/** With whom people live, as the Mikrozensus counts it. */
export const familyForm: Dimension = {
  key: 'familyForm',
  kind: 'partition',
  title: { de: 'Lebensform', en: 'Living arrangement' },
  categories: [
    category('couple', 'Paargemeinschaften ohne Kinder', 'couples without children', ['PAAROK']),
    category('family', 'Familien mit Kind(ern)', 'families with children', ['FAMILIEN']),
    category('single', 'Alleinstehende', 'people who live alone', ['ALLEINST']),
  ],
};
