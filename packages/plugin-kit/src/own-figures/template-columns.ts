import { dimensionOf } from '@kreisweit/domain';
import type { TemplateRow } from './template-rows.ts';

/** A column of a template: its header and its texts. The value's is empty. */
export type TemplateColumn = {
  readonly kind: 'key' | 'name' | 'period' | 'measure' | 'dimension' | 'value' | 'note';
  readonly header: string;
  readonly text: (row: TemplateRow) => string;
};

const TOTAL = 'Insgesamt';

/**
 * The columns of a template, as German readers know them: fixed ones, and one for each dimension by which a row is broken down.
 * Categories are named by their titles: a spreadsheet would turn a key such as `3-5` into a date.
 */
export function templateColumns(rows: readonly TemplateRow[]): readonly TemplateColumn[] {
  const dimensions = [...new Set(rows.flatMap(({ breakdown }) => Object.keys(breakdown)))];
  return [
    { kind: 'key', header: 'Schlüssel', text: ({ key }) => key },
    { kind: 'name', header: 'Name', text: ({ name }) => name },
    { kind: 'period', header: 'Zeitraum', text: ({ period }) => period },
    { kind: 'measure', header: 'Merkmal', text: ({ measure }) => measure },
    ...dimensions.map((dimension) => dimensionColumn(dimension)),
    { kind: 'value', header: 'Wert', text: () => '' },
    { kind: 'note', header: 'Bemerkung', text: () => '' },
  ];
}

function dimensionColumn(key: string): TemplateColumn {
  const dimension = dimensionOf(key);
  const titles = new Map(dimension?.categories.map((category) => [category.key, category.title.de]));
  return {
    kind: 'dimension',
    header: dimension?.title.de ?? key,
    text: ({ breakdown }) => {
      const category = breakdown[key];
      return category === undefined ? TOTAL : (titles.get(category) ?? category);
    },
  };
}
