import type { Dimension } from '../dimension.ts';
import { category } from './category.ts';

/**
 * Whether a person has a migration background and, with one, for how long the person has lived in Germany: the categories of
 * the census of 2011, which together are all residents of private households.
 */
export const migrationBackground: Dimension = {
  key: 'migrationBackground',
  kind: 'partition',
  title: { de: 'Migrationshintergrund und Aufenthaltsdauer', en: 'Migration background and length of stay' },
  categories: [
    category('none', 'Personen ohne Migrationshintergrund', 'no migration background'),
    category('stay0-4', 'unter 5 Jahre', 'less than 5 years of stay'),
    category('stay5-9', '5 bis 9 Jahre', '5 to 9 years of stay'),
    category('stay10-14', '10 bis 14 Jahre', '10 to 14 years of stay'),
    category('stay15-19', '15 bis 19 Jahre', '15 to 19 years of stay'),
    category('stay20plus', '20 Jahre und mehr', '20 years of stay and more'),
    category('stayUnknown', 'unbekannt', 'unknown length of stay'),
  ],
};
