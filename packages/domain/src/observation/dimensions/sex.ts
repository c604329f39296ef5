import type { Dimension } from '../dimension.ts';
import { category } from './category.ts';

/** Sex, as the official tables tell it. */
export const sex: Dimension = {
  key: 'sex',
  kind: 'partition',
  title: { de: 'Geschlecht', en: 'Sex' },
  categories: [
    category('male', 'männlich', 'male', ['GESM', 'Männer', 'M']),
    category('female', 'weiblich', 'female', ['GESW', 'Frauen', 'F']),
  ],
};
