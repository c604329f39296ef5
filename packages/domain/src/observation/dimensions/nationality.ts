import type { Dimension } from '../dimension.ts';
import { category } from './category.ts';

/** German or foreign citizenship. Who has both counts as German. */
export const nationality: Dimension = {
  key: 'nationality',
  kind: 'partition',
  title: { de: 'Staatsangehörigkeit', en: 'Citizenship' },
  categories: [
    category('german', 'deutsch', 'German', ['NATD', 'Deutsche', 'Deutsch']),
    category('foreign', 'ausländisch', 'foreign', ['NATA', 'Ausländer(innen)', 'Ausländer', 'Ausländisch']),
  ],
};
